import { describe, expect, test } from 'vitest';
import { asking } from '../../scripts/bench/asking.js';
import { CheckFormat } from '../../src/assessment/check/check-format.ts';
import { mostBytes } from '../../src/cli/files.ts';
import { mostInputs } from '../../src/cli/inputs.ts';
import { LintFormat } from '../../src/lint/lint-format.ts';
import { countLimits } from '../../src/questionnaire/check-counts.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { limits } from '../../src/shared/limits.ts';
import { problem } from '../../src/shared/problem.ts';
import { countOf, withinLimit } from '../../src/shared/within-limit.ts';
import { aFolder, hurdles } from '../support/run.ts';

// What a file may be: a new reader adds its rows.
const readers = [
  {
    reader: 'answers',
    argv: ['score', '-'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to fill worksheets from',
    argv: ['report', '-', '--worksheets', 'never-made/'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to take over from',
    argv: ['new', 'answers', '-', '--from', '-'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to migrate',
    argv: ['migrate', '-'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to explain',
    argv: ['explain', '-'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to check',
    argv: ['check', '-', '--at-target', '-f', 'github'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
    place: /^::error file=<stdin>,line=\d+,/,
  },
  {
    reader: 'a baseline',
    argv: ['check', 'examples/malerbetrieb.yaml', '--baseline', '-', '-f', 'json'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
    place: /"file": "<stdin>",\s+"line": \d+/,
  },
  { reader: 'a config', argv: ['lint', '-'], start: 'format: config/1\n' },
  {
    reader: 'answers to merge',
    argv: ['merge', 'examples/roles/it.yaml', '-', '-o', '-'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to plan by',
    argv: ['plan', '-', '--to', '1'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'answers to make a table of',
    argv: ['report', '-', '-f', 'csv'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'a stored assessment to make a table of its plan',
    argv: ['plan', '-', '-f', 'csv'],
    start: 'format: assessment/1\n',
  },
  { reader: 'a questionnaire', argv: ['lint', '-'], start: 'format: questionnaire/1\n' },
  { reader: 'cases', argv: ['lint', '-', '-q', 'five-hurdles'], start: 'format: cases/1\n' },
  { reader: 'a stored assessment', argv: ['report', '-'], start: 'format: assessment/1\n' },
  { reader: 'a brand', argv: ['lint', '-'], start: 'format: brand/1\n' },
  {
    reader: 'answers to compare',
    argv: ['compare', '-', 'examples/malerbetrieb.yaml'],
    start: 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
  },
  {
    reader: 'a stored assessment to compare',
    argv: ['compare', 'examples/malerbetrieb.yaml', '-'],
    start: 'format: assessment/1\nquestionnaire: { id: five-hurdles }\n',
  },
] as const;

const beyond = [
  { what: 'too large', text: `x-filler: "${'x'.repeat(limits.characters)}"\n`, says: /zu groß/ },
  {
    what: 'nested too deep in brackets',
    text: `x-deep: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
    says: /zu tief/,
  },
  {
    what: 'nested too deep in lines',
    text: Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}x-a:\n`).join(''),
    says: /zu tief/,
  },
  {
    what: 'a bomb of aliases',
    text: `x-a: &a [x, x]\nx-b: &b [*a, *a]\nx-c: [*b, *b]\n`,
    says: /Anker und Verweise/,
  },
  {
    what: 'more bytes than are read',
    text: `x-filler: "${'x'.repeat(mostBytes)}"\n`,
    says: new RegExp(`höchstens ${mostBytes} Bytes`),
  },
  {
    what: 'too many lines',
    text: '#\n'.repeat(limits.lines),
    says: new RegExp(`zu lang.*\\s+Erlaubt sind ${limits.lines}`),
  },
  {
    what: 'a text that is too long',
    text: `x-text: ${'x'.repeat(limits.text + 1)}\n`,
    says: new RegExp(`zu lang.*\\s+Erlaubt sind ${limits.text}`),
  },
] as const;

const cases = readers.flatMap((reader) => beyond.map((limit) => ({ ...reader, ...limit })));

test.each(cases)(
  '$reader, $what: a problem with its place, no trace, no hang',
  async ({ argv, start, text, says, ...reader }) => {
    const { exitCode, stdout, stderr } = await hurdles(argv, { stdin: `${start}${text}` });
    expect(exitCode).toBe(2);
    const place = 'place' in reader ? reader.place : /^<stdin>:\d+:\d+ {2}/;
    expect(stdout + stderr).toMatch(place);
    expect(stdout + stderr).toMatch(says);
    expect(stdout + stderr).not.toContain('    at ');
  },
);

const answers =
  'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot }\n';
// Where one more would be refused, and one less is not.
test.each([
  { what: 'lines', at: `${answers}${'#\n'.repeat(limits.lines - 4)}`, beyond: '#\n' },
  { what: 'characters of a text', at: `${answers}x-text: ${'x'.repeat(limits.text)}`, beyond: 'x' },
  {
    what: 'keys and values',
    at: `${answers}x-list: [${'1,'.repeat(limits.parts / 2 - 20)}`,
    beyond: '1,'.repeat(20),
  },
])('up to the limit a file is read, and beyond it the limit is said: $what', async (row) => {
  const close = row.what === 'keys and values' ? ']\n' : '\n';
  const [within, past] = [`${row.at}${close}`, `${row.at}${row.beyond}${close}`];
  const said = async (stdin: string) => (await hurdles(['lint', '-'], { stdin })).stdout;
  expect(await said(within)).not.toMatch(/Erlaubt sind/);
  expect(await said(past)).toMatch(/^<stdin>:\d+:\d+ .*\s+Erlaubt sind/);
});

test.each([
  {
    what: 'question',
    at: JSON.stringify(asking(countLimits.questions)),
    beyond: JSON.stringify(asking(countLimits.questions + 1)),
    limit: countLimits.questions,
  },
  {
    what: 'option',
    at: JSON.stringify(asking(1, countLimits.options)),
    beyond: JSON.stringify(asking(1, countLimits.options + 1)),
    limit: countLimits.options,
  },
])('a questionnaire has only so many of them: $what', ({ what, at, beyond: past, limit }) => {
  const codesOf = (text: string) => {
    const parsed = parseQuestionnaire(text, 'q.yaml');
    return parsed.ok ? [] : parsed.problems.filter(({ code }) => code === 'too-many');
  };
  expect(codesOf(at)).toEqual([]);
  const facts = { what, limit, count: limit + 1 };
  expect(codesOf(past)).toMatchObject([{ at: { file: 'q.yaml', line: 1 }, facts }]);
});

// Every list of a questionnaire but those with limits of their own, at its limit and beyond.
test.each([
  'roles',
  'sources',
  'gates',
  'verdicts',
  'contradictions',
  'worksheets',
  'facts',
  'hints',
])('no list of a questionnaire has more entries than the limit: %s', (key) => {
  const codesOf = (length: number) => {
    const entries = Array.from({ length }, (_, at) => ({ id: `e${at}` }));
    const text = JSON.stringify({ ...asking(1), [key]: entries });
    const parsed = parseQuestionnaire(text, 'q.yaml');
    return parsed.ok ? [] : parsed.problems.filter(({ code }) => code === 'too-many');
  };
  const limit = countLimits.entries;
  expect(codesOf(limit)).toEqual([]);
  const facts = { what: 'entry', limit, count: limit + 1 };
  expect(codesOf(limit + 1)).toMatchObject([{ at: { file: 'q.yaml', line: 1 }, facts }]);
});

test('a list laid over another is refused at its limit before the two are compared', async () => {
  const roles = (length: number) =>
    Array.from({ length }, (_, at) => ({ id: `r${at}`, title: { en: 'T' } }));
  const { path } = aFolder({
    'base.yaml': JSON.stringify(asking(1)),
    'over.yaml': JSON.stringify({
      format: 'questionnaire/1',
      extends: 'base.yaml',
      id: 'over',
      version: '1.0.0',
      roles: roles(countLimits.entries + 1),
    }),
  });
  const { exitCode, stdout } = await hurdles(['lint', 'over.yaml'], { cwd: path });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(
    new RegExp(`^over\\.yaml:1:\\d+ .*${countLimits.entries + 1}.*\\n.*${countLimits.entries}`),
  );
});

describe('of a file with very many problems', () => {
  const more = 500;
  const wrong = Array.from({ length: limits.problems + more }, (_, at) => `  no.question-${at}: 1`);
  const stdin = `${answers}answers:\n${wrong.join('\n')}\n`;
  const said = { errors: more, warnings: 0, notes: 0, limit: limits.problems };

  test('so many are told, and how many more there are', async () => {
    const { exitCode, stdout, stderr } = await hurdles(['lint', '-'], { stdin });
    const told = stdout.split('\n').filter((line) => line.startsWith('<stdin>'));
    expect([exitCode, told.length]).toEqual([2, limits.problems + 1]);
    expect(told.at(-1)).toContain(`noch ${more} Fehler`);
    expect(stderr).toBe(`${limits.problems + more} Fehler in 1 Datei.\n`);
  });

  test('so do data, which stay valid, and the notes in a pull request', async () => {
    const data = await hurdles(['lint', '-', '-f', 'json'], { stdin });
    const { problems } = LintFormat.parse(JSON.parse(data.stdout));
    expect(problems).toHaveLength(limits.problems + 1);
    expect(problems.at(-1)).toMatchObject({
      code: 'more-problems',
      severity: 'error',
      facts: said,
    });
    const github = await hurdles(['lint', '-', '-f', 'github'], { stdin });
    expect(github.stdout.trim().split('\n')).toHaveLength(limits.problems + 1);
    const check = await hurdles(['check', '-', '--at-target', '-f', 'json'], { stdin });
    expect(CheckFormat.parse(JSON.parse(check.stdout)).files[0]).toHaveProperty(
      'problems.length',
      limits.problems + 1,
    );
  });

  test('every other command that refuses it tells no more', async () => {
    for (const argv of [
      ['score', '-'],
      ['report', '-'],
      ['plan', '-'],
      ['explain', '-'],
    ]) {
      const { exitCode, stderr } = await hurdles(argv, { stdin });
      const told = stderr.split('\n').filter((line) => line.startsWith('<stdin>'));
      expect([exitCode, told.length]).toEqual([2, limits.problems + 1]);
    }
  });

  test('the gravest are told, in the order in which they stand there', () => {
    const at = (line: number) => ({ file: 'a.yaml', line, column: 1 });
    const notes = Array.from({ length: limits.problems }, (_, line) =>
      problem('empty-file', at(line + 1), {}, line % 2 === 0 ? 'note' : 'warning'),
    );
    const all = [...notes, problem('duplicate-key', at(2_000), {})];
    const told = withinLimit(all);
    expect(told.slice(0, -1)).toEqual(all.filter((_, index) => index !== limits.problems - 2));
    const rest = { errors: 0, warnings: 0, notes: 1, limit: limits.problems };
    expect(told.at(-1)).toEqual(problem('more-problems', at(limits.problems - 1), rest, 'note'));
    expect(withinLimit(told)).toEqual(told);
    expect(countOf(told, 'note')).toBe(limits.problems / 2);
  });

  test('each of several files has its own count', () => {
    const of = (file: string, count: number) =>
      Array.from({ length: count }, (_, line) =>
        problem('empty-file', { file, line: line + 1, column: 1 }, {}),
      );
    const told = withinLimit([...of('a.yaml', limits.problems + 2), ...of('b.yaml', 3)]);
    expect(told).toHaveLength(limits.problems + 4);
    expect(countOf(told, 'error')).toBe(limits.problems + 5);
  });
});

test('a call names only so many files, and is told what takes more', async () => {
  const files = Array.from({ length: mostInputs + 1 }, (_, at) => `${at}.yaml`);
  const { exitCode, stderr } = await hurdles(['report', ...files]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`höchstens ${mostInputs} gelesen. Mehr nimmt score --ndjson`);
});

test('a condition with more ways to hold than anyone could try is left untried, not tried for ever', async () => {
  const text = { en: 'T' };
  const options = ['red', 'green', 'blue', 'white', 'black', 'grey'];
  const ids = Array.from({ length: 30 }, (_, number) => `choice-${number}`);
  // It never holds, which shows only at the end of 6 to the power of 30 ways.
  const when = {
    all: [
      ...ids.map((id) => ({ any: options.map((option) => ({ [id]: option })) })),
      { 'h.q': 0, not: { 'h.q': 0 } },
    ],
  };
  const stdin = JSON.stringify({
    format: 'questionnaire/1',
    id: 'forever',
    version: '1.0.0',
    languages: ['en'],
    title: text,
    scales: { steps: [0, 1].map((from) => ({ from, name: text })) },
    profile: ids.map((id) => ({
      id,
      kind: 'choice',
      text,
      options: options.map((option) => ({ id: option, label: text })),
    })),
    hurdles: [
      {
        id: 'h',
        title: text,
        scale: 'steps',
        questions: [{ id: 'h.q', title: text, text, options: [text, text] }],
      },
    ],
    gates: [{ id: 'tangled', when, limits: [{ hurdle: 'h', atMost: 0 }], why: text }],
    verdicts: [{ id: 'lost', kind: 'stop', when, first: ['h.q'], text }],
    contradictions: [{ id: 'odd', when, ask: text }],
  });
  const start = performance.now();
  const { exitCode, stderr } = await hurdles(['lint', '-'], { stdin });
  expect(exitCode).toBe(0);
  expect(stderr).toContain('Nichts zu beanstanden');
  expect(performance.now() - start).toBeLessThan(60_000);
});
