import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkShape } from '../../src/shared/check-shape.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { marked } from '../support/planted.ts';

const Format = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  size: z.number().min(1).lt(10).optional(),
  either: z.union([z.number(), z.strictObject({ of: z.enum(['left', 'right']) })]).optional(),
  list: z.array(z.string()).max(2).optional(),
  own: z.record(z.string(), z.unknown()).optional(),
});

/** What does not fit in a text whose marks say where. */
function problemsIn(withMarks: string) {
  const { text, places } = marked(withMarks);
  const read = readYaml(text, 'a.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const shape = checkShape(Format, read.file);
  return { problems: shape.ok ? [] : shape.problems, places };
}

describe('what does not fit is told where it stands', () => {
  test.each([
    {
      why: 'below its bound',
      text: '{ name: a, size: ▸0 }',
      code: 'out-of-range',
      facts: { found: '0', bound: '≥ 1' },
    },
    {
      why: 'at a bound it must stay below',
      text: '{ name: a, size: ▸10 }',
      code: 'out-of-range',
      facts: { found: '10', bound: '< 10' },
    },
    {
      why: 'a list too long',
      text: '{ name: a, list: ▸[a, b, c] }',
      code: 'out-of-range',
      facts: { found: '3', bound: '≤ 2' },
    },
    {
      why: 'of two shapes, the one it was meant to be',
      text: '{ name: a, either: { of: ▸lefft } }',
      code: 'not-one-of',
      facts: { value: 'lefft', allowed: ['left', 'right'], nearest: 'left' },
    },
    {
      why: 'of neither shape',
      text: '{ name: a, either: ▸[1] }',
      code: 'wrong-type',
      facts: { expected: 'number / object', found: '[1]' },
    },
    {
      why: 'nothing where something must be',
      text: '{ name: ▸~ }',
      code: 'wrong-type',
      facts: { expected: 'string', found: 'null' },
    },
    {
      why: 'nothing after a key that belongs there, though a short one beside it has a text as languages do',
      text: '{ name: a, id: b, size: ▸~ }',
      code: 'wrong-type',
      facts: { expected: 'number', found: 'null' },
    },
    {
      why: 'a key is missing, and another is there that nobody could take for it',
      text: '▸{ size: 1 }',
      code: 'missing-key',
      facts: { key: 'name' },
    },
    {
      why: 'a list instead of the whole',
      text: '▸[a]',
      code: 'wrong-type',
      facts: { expected: 'object', found: '[1]' },
    },
  ])('$why', ({ text, code, facts }) => {
    const { problems, places } = problemsIn(text);
    expect(problems).toMatchObject([{ code, at: places[0], facts }]);
  });

  test('everything at once, and what is misspelt once', () => {
    const { problems } = problemsIn('{ nam: a, size: 0, list: [1] }');
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'out-of-range',
      'unknown-key',
      'wrong-type',
    ]);
  });
});

test('keys that begin with x- are left out of what is read, however deep', () => {
  const read = readYaml('{ name: a, x-b: 1, own: { c: [{ x-d: 1, e: 2 }], x-f: 3 } }', 'a.yaml');
  if (!read.ok) throw new Error('does not read');
  expect(checkShape(Format, read.file)).toEqual({
    ok: true,
    value: { name: 'a', own: { c: [{ e: 2 }] } },
  });
});
