import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AssessmentLine, ProblemLine } from '../../src/assessment/assessment-line-format.ts';
import { OutputLineFormat } from '../../src/assessment/assessment-line-format.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { asWritten, linesIn, ndjson } from '../support/ndjson.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { search } from '../support/search.ts';
import { streamed } from '../support/streamed.ts';

const examples = ['versandhandel', 'malerbetrieb', 'machine-builder'];
const data = (name: string) =>
  parse(readFileSync(join(root, 'examples', `${name}.yaml`), 'utf8')) as Record<string, unknown>;
const good = JSON.stringify(data('malerbetrieb'));
const bad = good.replace('"goals.problem"', '"goal.problem"');

type Line = AssessmentLine & ProblemLine;
const score = (stdin: string, ...argv: string[]) =>
  hurdles(['score', '--ndjson', ...argv], { stdin });
const isProblem = (line: Line) => line.problems !== undefined;

describe('a stream of answers', () => {
  test('gives a line for each sheet, and nothing else', async () => {
    const { exitCode, stdout, stderr } = await score(ndjson(...examples.map(data)));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = linesIn<Line>(stdout);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(lines.map(({ subject }) => subject.name)).toEqual(
      examples.map((name) => (data(name).subject as { name: string }).name),
    );
    for (const line of lines) expect(OutputLineFormat.parse(line)).toEqual(line);
  });

  test.each(examples)('says of %s what its assessment says', async (name) => {
    const whole = JSON.parse(
      (await hurdles(['score', `examples/${name}.yaml`, '--json'])).stdout,
    ) as AssessmentLine & { hurdles: { id: string; level: number | null }[] };
    const [line] = linesIn<Line>((await score(ndjson(data(name)))).stdout);
    const { level, levelHigh, target, score: points, coverage } = whole.overall;
    expect(line?.overall).toMatchObject({ level, levelHigh, target, score: points, coverage });
    expect(line?.verdicts).toEqual(
      whole.verdicts.map(({ id, kind, certain }) => ({ id, kind, certain })),
    );
    expect(Object.entries(line?.hurdles ?? {}).map(([id, hurdle]) => [id, hurdle.level])).toEqual(
      whole.hurdles.map((hurdle) => [hurdle.id, hurdle.level]),
    );
  });

  test('a stored assessment gives the line of its answers, and with --full itself', async () => {
    const stored = JSON.parse(
      (await hurdles(['score', 'examples/malerbetrieb.yaml', '--json'])).stdout,
    ) as object;
    const lines = linesIn((await score(ndjson(good, stored))).stdout);
    expect({ ...lines[1], line: 1 }).toEqual(lines[0]);
    expect(linesIn((await score(ndjson(stored), '--full')).stdout)).toEqual([stored]);
  });

  test('--with recommendations tells the steps in their order', async () => {
    const { recommendations } = JSON.parse(
      (await hurdles(['score', 'examples/versandhandel.yaml', '--json'])).stdout,
    ) as Line;
    const told = linesIn<Line>(
      (await score(ndjson(data('versandhandel')), '--with', 'recommendations')).stdout,
    );
    expect(told[0]?.recommendations).toEqual(
      recommendations?.map(({ id, kind, placed, phase }) => ({ id, kind, placed, phase })),
    );
    expect((await score(good, '--with', 'reasons')).stderr).toContain('recommendations');
  });
});

describe('what cannot be judged', () => {
  test('stands in its place, with the words and places of any other file; the others are judged', async () => {
    const { exitCode, stdout, stderr } = await score(ndjson(good, bad, '{"format":', good));
    expect(exitCode).toBe(2);
    expect(stderr).toBe('2 von 4 Antwortbögen ließen sich nicht beurteilen, als Erstes Zeile 2.\n');
    const lines = linesIn<Line>(stdout);
    expect(lines.map(isProblem)).toEqual([false, true, true, false]);
    expect(lines[1]).toMatchObject({
      line: 2,
      problems: [
        {
          code: 'unknown-id',
          at: { line: 2, column: bad.indexOf('"goal.problem"') + 1 },
          facts: { id: 'goal.problem', nearest: 'goals.problem' },
        },
      ],
    });
    const alone = await hurdles(['score', '-'], { stdin: bad });
    const [problem] = lines[1]?.problems ?? [];
    expect(alone.stderr).toContain(problem?.message);
    expect(alone.stderr).toContain(problem?.hint);
    for (const line of lines) expect(OutputLineFormat.parse(line)).toEqual(line);
  });

  test('one sentence says it in English, too', async () => {
    const { stderr } = await score(ndjson(bad), '--lang', 'en');
    expect(stderr).toBe('1 of 1 answer sheet could not be judged: line 1.\n');
  });

  test('--strict stops at the first', async () => {
    const { exitCode, stdout } = await score(ndjson(good, bad, good, bad), '--strict');
    expect(exitCode).toBe(2);
    expect(linesIn<Line>(stdout).map(isProblem)).toEqual([false, true]);
  });

  test.each([
    { why: 'a key is given twice', text: good.replace('{', '{"format":"answers/1",') },
    { why: 'the questionnaire is not known', text: good.replace('five-hurdles', 'six-hurdles') },
    { why: 'it is of another major version', text: good.replace('1.0.0', '2.0.0') },
    { why: 'a required answer is missing', text: good.replace('"stage":"trying",', '') },
    { why: 'it is no map', text: '[1]' },
    { why: 'it is a text', text: '"answers/1"' },
    { why: 'it is nothing', text: 'null' },
    { why: 'it is nested too deep', text: `{"x-a":${'['.repeat(70)}${']'.repeat(70)}}` },
    { why: 'it is another format', text: '{"format":"plan/1"}' },
    {
      why: 'it is an assessment of another edition',
      text: JSON.stringify({ format: 'assessment/1' }),
    },
  ])('a sheet is refused as a file is where $why', async ({ text }) => {
    const alone = await hurdles(['score', '-'], { stdin: text });
    const { exitCode, stdout } = await score(ndjson(good, text));
    expect([alone.exitCode, exitCode]).toEqual([2, 2]);
    const problems = linesIn<Line>(stdout)[1]?.problems ?? [];
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) {
      expect(alone.stderr.replace(/\s+/g, ' ')).toContain(message.replace(/\s+/g, ' '));
    }
  });

  test('a line that is no UTF-8, and one that is too long, leave the lines around them alone', async () => {
    const long = `{"x-filler":"${'ä'.repeat(1 << 20)}"}`;
    const broken = Buffer.from(good.replace('Sommer', 'S\u0000mmer'), 'latin1');
    const folder = aFolder();
    const bytes = [good, long, broken, good, long].map((line) => Buffer.from(line as string));
    writeFileSync(
      join(folder.path, 'a.ndjson'),
      Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\n')])),
    );
    const invalid = readFileSync(join(folder.path, 'a.ndjson'));
    invalid[invalid.indexOf(0)] = 0xff;
    writeFileSync(join(folder.path, 'a.ndjson'), invalid);
    const { stdout, exitCode } = await hurdles(['score', 'a.ndjson', '--ndjson'], {
      cwd: folder.path,
    });
    expect(exitCode).toBe(2);
    expect(linesIn<Line>(stdout).map(({ line, problems }) => [line, problems?.[0]?.code])).toEqual([
      [1, undefined],
      [2, 'line-too-long'],
      [3, 'not-utf8'],
      [4, undefined],
      [5, 'line-too-long'],
    ]);
  });

  test('of many problems in one line the first are told, and how many more there are', async () => {
    const answers = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`goals.no-${index}`, 1]),
    );
    const { stdout } = await score(ndjson({ ...data('malerbetrieb'), answers }));
    const [line] = linesIn<Line>(stdout);
    expect([line?.problems.length, line?.more]).toEqual([50, 30]);
  });

  test('nothing in a line steers the terminal it may be shown on', async () => {
    const named = good.replace('Malerbetrieb Sommer', 'Evil\u202e\u009b2J\u2028');
    for (const argv of [[], ['--full']]) {
      const { stdout } = await score(ndjson(named), ...argv);
      expect(stdout).not.toMatch(/[\u007f-\u009f\u202e\u2028]/);
      expect(stdout).toContain('\\u202e');
    }
  });
});

describe('lines', () => {
  const names = (output: string) => linesIn<Line>(output).map(({ line }) => line);
  test.each([
    { why: 'empty ones are left out and counted', text: `${good}\n\n  \n${good}\n`, at: [1, 4] },
    { why: 'the last may lack its end', text: `${good}\n${good}`, at: [1, 2] },
    { why: 'they may end as on Windows', text: `${good}\r\n\r\n${good}\r\n`, at: [1, 3] },
    {
      why: 'a byte order mark may stand before them',
      text: `\ufeff${good}\n${good}\n`,
      at: [1, 2],
    },
    { why: 'there may be none', text: '', at: [] },
    { why: 'there may be only ends', text: '\n\r\n\n', at: [] },
  ])('$why', async ({ text, at }) => {
    const { stdout, stderr, exitCode } = await score(text);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(names(stdout)).toEqual(at);
  });

  test('--first-line counts on from where a larger input was cut', async () => {
    expect(names((await score(ndjson(good, good), '--first-line', '101')).stdout)).toEqual([
      101, 102,
    ]);
  });
});

describe('what somebody has written', () => {
  const harmless = [
    'Öztürk & Söhne',
    '“Ärger” – 20\u00a0%',
    'Χαρά 東京 🙂',
    'عمر',
    'a/b <b>{{x}}</b>',
  ];
  const steering = ['x\u202ey', 'x\u009by', 'x\u007fy', 'x\u061cy', '\u2066x', 'tab\there'];
  test.each([
    ...[...harmless, ...steering, 'say "no" \\ yes'].map((name) => ({ name, how: 'as it is' })),
    ...[...harmless, ...steering].map((name) => ({ name, how: 'in escapes' })),
  ])('stands in its line, $how: $name', async ({ name, how }) => {
    const text = JSON.stringify({ ...JSON.parse(good), subject: { name, use: `${name}?` } });
    const beyond = /[\u007f-\uffff]/g;
    const escaped = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const { stdout } = await score(how === 'as it is' ? text : text.replace(beyond, escaped));
    expect(linesIn<Line>(stdout)[0]?.subject).toEqual({ name, use: `${name}?` });
    expect(stdout).not.toMatch(/[\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/);
    if (harmless.includes(name)) expect(stdout).toContain(`"${name}"`);
  });

  test('is the name of a file, too', async () => {
    const name = 'süd „x“ 東京\u202e.ndjson';
    const { path } = aFolder({ [name]: `${good}\n`, 'b.ndjson': `${good}\n` });
    const { stdout } = await hurdles(['score', '--ndjson', name, 'b.ndjson'], { cwd: path });
    expect(linesIn<Line>(stdout).map(({ file }) => file)).toEqual([name, 'b.ndjson']);
    expect(stdout).not.toContain('\u202e');
  });
});

describe('several inputs', () => {
  const files = ['examples/versandhandel.yaml', 'examples/malerbetrieb.yaml'];

  test('are a line each, by their names', async () => {
    const { stdout, exitCode } = await hurdles(['score', ...files, '--ndjson']);
    expect(exitCode).toBe(0);
    expect(linesIn<Line>(stdout).map(({ file, line }) => [file, line])).toEqual(
      files.map((file) => [file, undefined]),
    );
  });

  test('are refused without --ndjson, in a sentence that names it', async () => {
    for (const argv of [files, [...files, '--json']]) {
      const { stdout, stderr, exitCode } = await hurdles(['score', ...argv]);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toContain('--ndjson');
    }
  });

  test('may be files of lines and files of one sheet, broken ones among them', async () => {
    const folder = aFolder({
      'a.ndjson': ndjson(good, bad),
      'b.yaml': 'format: answers/1\nanswers: [\n',
      'c.json': JSON.stringify(data('malerbetrieb'), null, 2),
    });
    const { stdout, stderr, exitCode } = await hurdles(
      ['score', 'a.ndjson', 'b.yaml', 'c.json', '--ndjson'],
      { cwd: folder.path },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('2 von 4');
    expect(stderr).toContain('a.ndjson, Zeile 2');
    expect(linesIn<Line>(stdout).map((line) => [line.file, line.line, isProblem(line)])).toEqual([
      ['a.ndjson', 1, false],
      ['a.ndjson', 2, true],
      ['b.yaml', undefined, true],
      ['c.json', undefined, false],
    ]);
  });

  test('one that is missing is said before anything is judged', async () => {
    const { stdout, stderr, exitCode } = await hurdles([
      'score',
      ...files,
      'examples/none.yaml',
      '--ndjson',
    ]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('examples/none.yaml');
  });
});

describe('the questionnaire', () => {
  const small = (version = '1.2.0') =>
    JSON.stringify({
      format: 'answers/1',
      questionnaire: { id: 'small', version },
      profile: { stage: 'pilot' },
      answers: { 'goals.problem': 2 },
    });
  const config = 'format: config/1\nquestionnaires: { small: small.yaml, broken: broken.yaml }\n';

  test('is the one that each line names', async () => {
    const folder = aFolder({ 'small.yaml': aQuestionnaireText(), 'hurdles.config.yaml': config });
    const stdin = ndjson(good, small(), good, small('1.1.0'));
    const { stdout, exitCode } = await hurdles(['score', '--ndjson'], { cwd: folder.path, stdin });
    expect(exitCode).toBe(0);
    expect(linesIn<Line>(stdout).map((line) => line.questionnaire)).toEqual([
      { id: 'five-hurdles', version: '1.0.0' },
      { id: 'small', version: '1.2.0' },
      { id: 'five-hurdles', version: '1.0.0' },
      { id: 'small', version: '1.2.0', answered: '1.1.0' },
    ]);
  });

  test('is the one of -q, whatever the lines name', async () => {
    const folder = aFolder({ 'small.yaml': aQuestionnaireText() });
    const { stdout } = await hurdles(['score', '--ndjson', '-q', 'small.yaml'], {
      cwd: folder.path,
      stdin: ndjson(small(), good),
    });
    expect(linesIn<Line>(stdout).map((line) => line.problems?.[0]?.code)).toEqual([
      undefined,
      'other-questionnaire',
    ]);
  });

  test('with mistakes of its own is told with its name, and the other lines are judged', async () => {
    const folder = aFolder({ 'broken.yaml': 'format: x\n', 'hurdles.config.yaml': config });
    const stdin = ndjson(good, small().replace('small', 'broken'));
    const { stdout } = await hurdles(['score', '--ndjson'], { cwd: folder.path, stdin });
    const lines = linesIn<Line>(stdout);
    expect(lines.map(isProblem)).toEqual([false, true]);
    expect(lines[1]?.problems[0]?.at).toMatchObject({ file: 'broken.yaml', line: 1 });
  });
});

describe('fields', () => {
  test('only those that are asked for are printed, in the order of the format', async () => {
    const { stdout } = await score(
      ndjson(good),
      '--fields',
      'verdicts.id, overall.level,subject.name,hurdles.goals.level,scope.quick',
    );
    expect(linesIn(stdout)).toEqual([
      {
        subject: { name: 'Malerbetrieb Sommer' },
        overall: { level: expect.any(Number) },
        hurdles: { goals: { level: expect.any(Number) } },
        verdicts: expect.any(Array),
      },
    ]);
  });

  test('those of whole assessments, too', async () => {
    const { stdout } = await score(
      ndjson(good),
      '--full',
      '--fields',
      'hurdles.id,hurdles.level,answers',
    );
    const [line] = linesIn<{ hurdles: unknown[] }>(stdout);
    expect(Object.keys(line ?? {})).toEqual(['hurdles', 'answers']);
    expect(line?.hurdles[0]).toEqual({ id: 'goals', level: expect.any(Number) });
  });

  test.each([
    { fields: 'overall.levle', meant: 'overall.level' },
    { fields: 'subject.name,verdict', meant: 'verdicts' },
    { fields: 'hurdles.gaols.level', meant: 'hurdles.goals' },
    { fields: 'hurdles.goals.levels', meant: 'hurdles.goals.level' },
    { fields: 'date.day', meant: 'date.day' },
    { fields: '', meant: 'overall' },
  ])('`$fields` is no field: the nearest is named', async ({ fields, meant }) => {
    const { stdout, stderr, exitCode } = await score(ndjson(good), '--fields', fields);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(meant);
  });

  test('whoever names the recommendations gets them without asking twice', async () => {
    const sheet = ndjson(data('versandhandel'));
    const named = await score(sheet, '--fields', 'recommendations.id');
    const asked = await score(sheet, '--fields', 'recommendations.id', '--with', 'recommendations');
    expect(named.stdout).toBe(asked.stdout);
    expect(named.stdout).toContain('"testing.cases"');
  });

  test('all that are none are told at once', async () => {
    const { stderr } = await score(ndjson(good), '--fields', 'subject.nmae,date,overall.levle');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('„subject.name“'),
      expect.stringContaining('„overall.level“'),
    ]);
  });
});

test.each([
  ['--full'],
  ['--with', 'recommendations'],
  ['--fields', 'date'],
  ['--strict'],
  ['--threads', '2'],
  ['--first-line', '3'],
])('%s without --ndjson is refused, not silently left out', async (...argv) => {
  const { exitCode, stderr } = await hurdles(['score', 'examples/malerbetrieb.yaml', ...argv]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${argv[0]} gibt es nur mit --ndjson`);
});

test.each([
  { lang: 'de', says: 'hat einen Antwortbogen je Zeile. Dafür gibt es --ndjson' },
  { lang: 'en', says: 'has a sheet of answers on each line. That is what --ndjson is for' },
])(
  'a file of lines is told to be one where a single sheet is wanted: $lang',
  async ({ lang, says }) => {
    const file = 'examples/betriebe.ndjson';
    const scored = await hurdles(['score', file, '--lang', lang]);
    expect([scored.exitCode, scored.stderr]).toEqual([
      2,
      expect.stringContaining(`${file} ${says}`),
    ]);
    for (const reader of ['check', 'report', 'explain', 'plan', 'lint']) {
      const { exitCode, screen } = await hurdles([reader, file, '--lang', lang]);
      expect([reader, exitCode]).toEqual([reader, 2]);
      expect(screen).toContain(`${file}:2:1 `);
      expect(screen).toContain('hurdles score --ndjson');
      expect(screen.split('\n').filter((line) => line.startsWith(file))).toHaveLength(1);
    }
  },
);

test.each(['0', '1.5', 'two', '65', '-1', ''])('%j is no number of threads', async (threads) => {
  expect((await score(good, `--threads=${threads}`)).exitCode).toBe(2);
});

test.each([
  { argv: ['--json', '--ndjson'], says: '--json' },
  { argv: ['-', '-', '--ndjson'], says: 'nur einmal' },
  { argv: ['examples/betriebe.ndjson'], says: '--ndjson' },
  { argv: [], says: 'FILE' },
])('score $argv is refused', async ({ argv, says }) => {
  const { exitCode, stderr, stdout } = await hurdles(['score', ...argv]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(says);
});

describe('however it is cut and by however many threads it is judged', () => {
  const broken = fc.constantFrom('{', 'null', '{"format":"answers/1"}', bad, '');
  const line = fc.oneof(
    { weight: 6, arbitrary: randomSheets(fiveHurdles).map((a) => asWritten(a, fiveHurdles)) },
    { weight: 1, arbitrary: broken },
  );
  const some = fc.array(line, { minLength: 1, maxLength: 9 });
  const text = (one: string | object) => (typeof one === 'string' ? one : JSON.stringify(one));

  test('each line says what it says alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.integer({ min: 1, max: 4000 }),
        fc.constantFrom('\n', '\r\n'),
        async (lines, block, end) => {
          const alone = await Promise.all(
            lines.map((one, index) =>
              streamed(text(one), { threads: 1, block: 1 << 20, firstLine: index + 1 }),
            ),
          );
          const together = await streamed(lines.map((one) => `${text(one)}${end}`).join(''), {
            threads: 1,
            block,
          });
          expect(together).toBe(alone.join(''));
        },
      ),
      search(60),
    );
  });

  test('threads change nothing', async () => {
    const sheets = fc.array(line, { minLength: 20, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(sheets, fc.integer({ min: 1, max: 9000 }), async (lines, block) => {
        const input = ndjson(...lines);
        const [one, two, three] = await Promise.all(
          [1, 2, 3].map((threads) => streamed(input, { threads, block })),
        );
        expect(two).toBe(one);
        expect(three).toBe(one);
      }),
      search(6),
    );
  });

  test('a whole assessment is what `score --json` prints of the sheet', async () => {
    const sheets = randomSheets(fiveHurdles).map((answers) => asWritten(answers, fiveHurdles));
    await fc.assert(
      fc.asyncProperty(fc.array(sheets, { minLength: 1, maxLength: 3 }), async (lines) => {
        const alone = await Promise.all(
          lines.map((one) => hurdles(['score', '-', '--json'], { stdin: JSON.stringify(one) })),
        );
        const judged = alone.filter(({ exitCode }) => exitCode === 0);
        const { stdout } = await score(ndjson(...lines), '--full');
        expect(linesIn<Line>(stdout).filter((one) => !isProblem(one))).toEqual(
          judged.map((one) => JSON.parse(one.stdout)),
        );
      }),
      search(10),
    );
  });
});
