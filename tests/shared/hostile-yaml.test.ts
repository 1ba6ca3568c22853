import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { limits } from '../../src/shared/limits.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';

const head = 'format: answers/1\nquestionnaire: { id: small }\n';

/** What is said of a file; every problem must have a place in it. */
function problemsOf(text: string) {
  const result = readYaml(text, 'hostile.yaml');
  const problems = result.ok ? [] : result.problems;
  const lines = text.split('\n').length;
  const outside = problems.filter(
    ({ at }) => at.file !== 'hostile.yaml' || !(at.line >= 1 && at.line <= lines && at.column >= 1),
  );
  expect(outside).toEqual([]);
  return problems;
}

const laughs = Array.from({ length: 9 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [lol, lol]\n'
    : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]\n`,
).join('');

describe('a hostile file is refused with a place, and nothing is thrown', () => {
  test.each([
    { what: 'a billion laughs', text: laughs, code: 'alias-refused' },
    { what: 'an alias of itself', text: 'a: &a [*a]\n', code: 'alias-refused' },
    { what: 'an alias as a key', text: '&k a: 1\n*k : 2\n', code: 'alias-refused' },
    { what: 'an alias of nothing', text: 'a: *b\n', code: 'alias-refused' },
    { what: '5,000 open brackets', text: '['.repeat(5000), code: 'too-deep' },
    {
      what: '5,000 brackets, all closed',
      text: '['.repeat(5000) + ']'.repeat(5000),
      code: 'too-deep',
    },
    { what: '5,000 braces', text: '{a: '.repeat(5000), code: 'too-deep' },
    { what: 'nearly 2 MB of lists in lists', text: '- '.repeat(990_000), code: 'too-deep' },
    { what: 'keys in keys', text: '? '.repeat(5000), code: 'too-deep' },
    {
      what: 'blocks in blocks',
      text: Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      code: 'too-deep',
    },
    { what: 'more than 2 MB', text: `a: "${'x'.repeat(limits.characters)}"`, code: 'too-large' },
    { what: 'a tab for an indent', text: 'a:\n\tb: 1\n', code: 'yaml-syntax' },
    { what: 'ten thousand quotes', text: '"'.repeat(10_000), code: 'yaml-syntax' },
    {
      what: '65,000 wrong lines',
      text: 'a: [}\n'.repeat(65_000),
      code: 'yaml-syntax',
    },
    { what: 'ten thousand tags', text: '- !x 1\n'.repeat(10_000), code: 'unknown-tag' },
    { what: 'a type of YAML 1.1', text: 'a: !!binary AAAA\n', code: 'unknown-tag' },
    { what: 'a call of JavaScript', text: 'a: !!js/function "() => 1"\n', code: 'unknown-tag' },
    { what: 'nothing but comments', text: '#\n'.repeat(1000), code: 'empty-file' },
    { what: 'nothing but spaces', text: ' \n \n', code: 'empty-file' },
  ])('$what', ({ text, code }) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const { ok } of [
      parseQuestionnaire(text, 'hostile.yaml'),
      parseAnswers(text, 'hostile.yaml', aQuestionnaire()),
    ]) {
      expect(ok).toBe(false);
    }
  });

  test('the place of a nesting too deep is the first bracket too many', () => {
    expect(problemsOf(`a:\n  b: ${'['.repeat(100)}`)).toMatchObject([
      { code: 'too-deep', at: { line: 2, column: 6 + limits.depth - 2 } },
    ]);
  });

  test('what nests as deep as is allowed reads', () => {
    const deepest = '['.repeat(limits.depth) + ']'.repeat(limits.depth);
    expect(problemsOf(deepest)).toEqual([]);
    expect(problemsOf(`[${deepest}]`)).toMatchObject([{ code: 'too-deep' }]);
  });
});

describe('the prototype of all objects stays untouched', () => {
  const untouched = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { state?: string }).state).toBeUndefined();
  };

  test.each([
    '__proto__: { polluted: true }\n',
    '"__proto__": { polluted: true }\n',
    'constructor: { prototype: { polluted: true } }\n',
    'answers: { __proto__: { polluted: true } }\n',
    'profile: { stage: { __proto__: { polluted: true } } }\n',
    'steps: { __proto__: { status: open } }\n',
    'x-mine: { __proto__: { polluted: true } }\n',
  ])('by %s', (text) => {
    parseAnswers(head + text, 'hostile.yaml', aQuestionnaire());
    parseQuestionnaire(`format: questionnaire/1\n${text}`, 'hostile.yaml');
    untouched();
  });

  test.each([
    { where: 'answers', id: '__proto__' },
    { where: 'answers', id: 'constructor' },
    { where: 'profile', id: '__proto__' },
    { where: 'profile', id: 'toString' },
    { where: 'steps', id: '__proto__' },
  ])('and $id is no question among the $where', ({ where, id }) => {
    const text = `${head}${where}:\n  ${id}: { state: unknown }\n`;
    const parsed = parseAnswers(text, 'hostile.yaml', aQuestionnaire());
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.problems).toContainEqual({
      code: 'unknown-id',
      severity: 'error',
      at: { file: 'hostile.yaml', line: 4, column: 3 },
      facts: { what: where === 'profile' ? 'profile' : 'question', id, nearest: null },
    });
    untouched();
  });

  test('nor is __proto__ a key of the file', () => {
    const parsed = parseAnswers(`${head}__proto__: 1\n`, 'hostile.yaml', aQuestionnaire());
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-key', at: { line: 3, column: 1 }, facts: { key: '__proto__' } }],
    });
  });
});

describe('what Windows and other editors leave in a file does no harm', () => {
  test.each([
    { what: 'a byte order mark', text: '\ufeffa: 1\nb: 2\n' },
    { what: 'Windows line ends', text: 'a: 1\r\nb: 2\r\n' },
    { what: 'both', text: '\ufeffa: 1\r\nb: 2\r\n' },
    { what: 'tabs behind values', text: 'a: 1\t# one\nb:\t2\n' },
    { what: 'no end of the last line', text: 'a: 1\nb: 2' },
  ])('$what', ({ text }) => {
    const result = readYaml(text, 'a.yaml');
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.file.data).toEqual({ a: 1, b: 2 });
    expect(result.file.keyAt(['b'])).toEqual({ file: 'a.yaml', line: 2, column: 1 });
    expect(result.file.at(['b'])).toEqual({ file: 'a.yaml', line: 2, column: 4 });
  });
});

test('a file full of mistakes is told in time that grows with it, not with its square', () => {
  const wrong = (count: number) =>
    `${head}answers:\n${Array.from({ length: count }, (_, at) => `  goals.q${at}: 1\n`).join('')}`;
  const parsed = parseAnswers(wrong(30_000), 'hostile.yaml', aQuestionnaire());
  expect(parsed.ok ? 0 : parsed.problems.length).toBe(30_000);
}, 20_000);
