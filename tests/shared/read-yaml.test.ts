import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { marked } from '../support/planted.ts';

/** A text read, with its marked places beside it. */
function read(withMarks: string) {
  const { text, places } = marked(withMarks);
  const result = readYaml(text, 'a.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { ...result.file, place: { file: 'a.yaml', ...places[0] } };
}

describe('a value stands where it begins', () => {
  test.each([
    { what: 'a short answer', text: 'answers:\n  a.b: ▸1\n', path: ['answers', 'a.b'] },
    { what: 'an entry of a list', text: 'plans:\n  - x\n  - ▸y\n', path: ['plans', 1] },
    { what: 'a value in braces', text: 'a: { b: 1, c: ▸{ d: 2 } }\n', path: ['a', 'c'] },
    { what: 'a quoted text', text: 'a: ▸"b: c"\n', path: ['a'] },
    { what: 'a folded text', text: 'a: ▸>-\n  b\n  c\n', path: ['a'] },
    { what: 'a value after a tag of the core', text: 'a: !!str ▸1\n', path: ['a'] },
    { what: 'a value whose key is a number', text: 'a:\n  1: ▸b\n', path: ['a', '1'] },
    { what: 'a value after umlauts and emoji', text: '{ ä: ö😀, b: ▸1 }\n', path: ['b'] },
    { what: 'the whole, when the path is empty', text: '▸a: 1\n', path: [] },
    {
      what: 'the nearest around it, when it is not there',
      text: 'a: ▸{ b: 1 }\n',
      path: ['a', 'x', 0],
    },
    {
      what: 'the text itself, when something is sought inside',
      text: 'a: ▸b\n',
      path: ['a', 'length'],
    },
  ])('$what', ({ text, path }) => {
    const { at, place } = read(text);
    expect(at(path)).toEqual(place);
  });
});

describe('a key stands where it begins', () => {
  test.each([
    { what: 'in a block', text: 'answers:\n  x: 1\n  ▸a.b: 1\n', path: ['answers', 'a.b'] },
    { what: 'in braces', text: 'a: { b: 1, ▸c: 2 }\n', path: ['a', 'c'] },
    { what: 'in quotes', text: 'a:\n  ▸"b c": 1\n', path: ['a', 'b c'] },
    { what: 'without a value', text: 'a: { b, ▸c }\n', path: ['a', 'c'] },
    { what: 'at the top', text: 'a: 1\n▸b: 2\n', path: ['b'] },
    { what: 'the value, of an entry of a list', text: 'a:\n  - b\n  - ▸c\n', path: ['a', 1] },
  ])('$what', ({ text, path }) => {
    const { keyAt, place } = read(text);
    expect(keyAt(path)).toEqual(place);
  });
});

test.each([
  {
    why: 'YAML 1.2 knows no yes and no',
    text: 'a: [no, yes, on, off, y]',
    a: ['no', 'yes', 'on', 'off', 'y'],
  },
  { why: 'nor dates', text: 'a: 2026-11-20', a: '2026-11-20' },
  { why: 'nor numbers to the base of sixty', text: 'a: 12:30', a: '12:30' },
  { why: 'nor merges', text: 'a: { <<: { b: 1 } }', a: { '<<': { b: 1 } } },
  {
    why: 'whatever its first line asks for',
    text: '%YAML 1.1\n---\na: [no, 2026-11-20]',
    a: ['no', '2026-11-20'],
  },
  {
    why: 'but truths, numbers and nothing',
    text: 'a: [true, 1.5, ~, null]',
    a: [true, 1.5, null, null],
  },
  { why: 'JSON is part of it', text: '{"a": {"b": [1, "x"]}}', a: { b: [1, 'x'] } },
])('$why', ({ text, a }) => {
  expect(read(text).data).toEqual({ a });
});

test('many mistakes of the syntax are told at once', () => {
  const { text, places } = marked('a: 1\n▸a: 2\nb: ▸!x 1\nc: ▸*d\n');
  const result = readYaml(text, 'a.yaml');
  const problems = result.ok ? [] : result.problems;
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'alias-refused',
    'duplicate-key',
    'unknown-tag',
  ]);
  expect(problems.map(({ at }) => at)).toEqual(
    expect.arrayContaining(places.map((place) => ({ file: 'a.yaml', ...place }))),
  );
});

test('an entry of a list that lacks its dash is one mistake, not one for each of its keys', () => {
  const { text, places } = marked('a:\n  - id: x\n    b: 1\n    ▸id: y\n    b: 2\n    c: 3\n');
  const result = readYaml(text, 'a.yaml');
  expect(result.ok ? [] : result.problems).toMatchObject([
    { code: 'duplicate-key', at: places[0], facts: { more: 1 } },
  ]);
});

test('keys that read as the same text are the same key', () => {
  const { text, places } = marked('1: a\n▸"1": b\n');
  expect(readYaml(text, 'a.yaml')).toMatchObject({
    ok: false,
    problems: [{ code: 'duplicate-key', at: places[0] }],
  });
});

test.each([
  { what: 'a bracket', text: 'x: [1, 2\ny: 3\n' },
  { what: 'a brace', text: 'x: { a: 1\ny: 3\n' },
])(
  '$what that nobody closes is told as a sign that is missing, not as a matter of indentation',
  ({ text }) => {
    const result = readYaml(text, 'a.yaml');
    const [first] = result.ok ? [] : result.problems;
    expect(first).toMatchObject({ code: 'yaml-syntax', facts: { reason: 'MISSING_CHAR' } });
  },
);
