import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check, CheckedFile } from '../../src/assessment/check/check-format.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { answersFile, lineOf } from '../support/answers-file.ts';
import { type Short, sheet } from '../support/five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const pilot = { stage: 'pilot' };
const quick = { scope: { quick: true } };
const goals = ['problem', 'target', 'benefit', 'order', 'data', 'owner'].map((q) => `goals.${q}`);
const all = (ids: readonly string[], short: Short) =>
  Object.fromEntries(ids.map((id) => [id, short]));

const files = {
  'at-target.json': answersFile(sheet(pilot, 'target')),
  'one-below.json': answersFile(sheet(pilot, 'target', { 'tools.process': 0 })),
  'one-unknown.json': answersFile(sheet(pilot, 'target', { 'tools.process': 'unknown' })),
  'threes.json': answersFile(sheet(pilot, 3)),
  'ones.json': answersFile(sheet(pilot, 1)),
  'open-goals.json': answersFile(sheet(pilot, 3, all(goals, 'unknown'))),
  'doubtful.json': answersFile(
    sheet({ ...pilot, data: 'protected' }, 3, { 'tools.rules': 'unknown' }),
  ),
  'stop.json': answersFile(sheet({ ...pilot, data: 'protected' }, 3, { 'tools.rules': 1 })),
  'quick.json': answersFile(sheet(pilot, 4), quick),
  'role.json': answersFile(sheet(pilot, 4), { scope: { role: 'it' } }),
  'undated.json': answersFile(sheet(pilot, 3), { updated: undefined }),
  'future.json': answersFile(sheet(pilot, 3), { updated: '2026-11-22' }),
  'tomorrow.json': answersFile(sheet(pilot, 3), { updated: '2026-11-21' }),
  'old.json': answersFile(sheet(pilot, 3), { updated: '2026-05-20' }),
  'not-applicable.json': answersFile(
    sheet(pilot, 3, {
      'testing.monitoring': 'not-applicable',
      'involvement.training': 'not-applicable',
    }),
  ),
  'idle.yaml': `format: questionnaire/1
id: idle
version: 1.0.0
languages: [en]
title: { en: "Idle" }
scales:
  steps: [{ from: 0, name: { en: "Low" } }, { from: 1, name: { en: "High" } }]
profile:
  - id: begun
    kind: choice
    text: { en: "Begun?" }
    options: [{ id: not-yet, label: { en: "Not yet" } }, { id: already, label: { en: "Already" } }]
hurdles:
  - id: work
    title: { en: "Work" }
    scale: steps
    questions:
      - id: work.done
        title: { en: "Done" }
        text: { en: "Done?" }
        when: { begun: already }
        target: 1
        options: [{ en: "No" }, { en: "Yes" }]
`,
  'hurdles.config.yaml': 'format: config/1\nquestionnaires: { idle: idle.yaml }\n',
  'not-due.json':
    '{"format":"answers/1","questionnaire":{"id":"idle"},"profile":{"begun":"not-yet"}}',
  'all-skipped.json':
    '{"format":"answers/1","questionnaire":{"id":"idle"},"profile":{"begun":"already"},"answers":{"work.done":"not-applicable"}}',
};
const folder = aFolder(files);

const check = (...argv: readonly string[]) => hurdles(['check', ...argv], { cwd: folder.path });
const checked = async (...argv: readonly string[]) => {
  const { stdout, exitCode } = await check(...argv, '-f', 'json');
  const { files: told } = JSON.parse(stdout) as Check;
  return { exitCode, told: told as CheckedFile[], one: told[0] as CheckedFile };
};

describe('what is demanded, and what returns 1', () => {
  test.each([
    { why: 'no stop verdict stands', file: 'threes', argv: [], exitCode: 0 },
    { why: 'one stands', file: 'stop', argv: [], exitCode: 1 },
    {
      why: 'one stands and nothing is demanded',
      file: 'stop',
      argv: ['--no-fail-on'],
      exitCode: 0,
    },
    { why: 'the same said otherwise', file: 'stop', argv: ['--fail-on', 'none'], exitCode: 0 },
    {
      why: 'another is demanded not to stand',
      file: 'stop',
      argv: ['--fail-on', 'not-buy'],
      exitCode: 0,
    },
    {
      why: 'this one is',
      file: 'stop',
      argv: ['--fail-on', 'stop-confidential-data'],
      exitCode: 1,
    },
    {
      why: 'one of several',
      file: 'stop',
      argv: ['--fail-on', 'not-buy', 'stop-confidential-data'],
      exitCode: 1,
    },
    {
      why: 'one of several with a comma',
      file: 'stop',
      argv: ['--fail-on', 'not-buy,stop'],
      exitCode: 1,
    },
    {
      why: 'one of several, said twice',
      file: 'stop',
      argv: ['--fail-on', 'not-buy', '--fail-on', 'stop'],
      exitCode: 1,
    },
    { why: 'one is provisional', file: 'doubtful', argv: [], exitCode: 0 },
    { why: 'one is provisional, strictly', file: 'doubtful', argv: ['--strict'], exitCode: 1 },
    { why: 'everything is at target', file: 'at-target', argv: ['--at-target'], exitCode: 0 },
    { why: 'one answer is below', file: 'one-below', argv: ['--at-target'], exitCode: 1 },
    { why: 'nobody knows one', file: 'one-unknown', argv: ['--at-target'], exitCode: 1 },
    { why: 'the level is reached', file: 'threes', argv: ['--min-level', '3'], exitCode: 0 },
    {
      why: 'it is not',
      file: 'ones',
      argv: ['--min-level', '2', '--fail-on', 'none'],
      exitCode: 1,
    },
    {
      why: 'level 0 is demanded and there is one',
      file: 'ones',
      argv: ['--min-level', '0', '--fail-on', 'none'],
      exitCode: 0,
    },
    {
      why: 'level 0 is demanded and there is none',
      file: 'open-goals',
      argv: ['--min-level', '0'],
      exitCode: 1,
    },
    { why: 'a quick check has no level', file: 'quick', argv: ['--min-level', '0'], exitCode: 1 },
    { why: 'one role has none', file: 'role', argv: ['--min-level', '0'], exitCode: 1 },
    { why: 'a hurdle is there', file: 'threes', argv: ['--min', 'goals=3'], exitCode: 0 },
    {
      why: 'a hurdle is not',
      file: 'ones',
      argv: ['--min', 'goals=2', '--fail-on', 'none'],
      exitCode: 1,
    },
    {
      why: 'a hurdle that cannot be rated',
      file: 'open-goals',
      argv: ['--min', 'goals=0'],
      exitCode: 1,
    },
    { why: 'another is meant', file: 'open-goals', argv: ['--min', 'tools=3'], exitCode: 0 },
    { why: 'all is answered', file: 'threes', argv: ['--min-coverage', '100%'], exitCode: 0 },
    { why: 'not all', file: 'one-unknown', argv: ['--min-coverage', '1'], exitCode: 1 },
    { why: 'most', file: 'one-unknown', argv: ['--min-coverage', '90 %'], exitCode: 0 },
    {
      why: 'most, with a comma',
      file: 'one-unknown',
      argv: ['--min-coverage', '0,9'],
      exitCode: 0,
    },
    { why: 'young enough', file: 'threes', argv: ['--max-age', '1d'], exitCode: 0 },
    { why: 'half a year to the day', file: 'old', argv: ['--max-age', '6m'], exitCode: 0 },
    {
      why: 'a day older',
      file: 'old',
      argv: ['--max-age', '6m', '--date', '2026-11-21'],
      exitCode: 1,
    },
    { why: 'days', file: 'old', argv: ['--max-age', '180d'], exitCode: 1 },
    { why: 'weeks', file: 'old', argv: ['--max-age', '27 w'], exitCode: 0 },
    { why: 'without a date', file: 'undated', argv: ['--max-age', '900d'], exitCode: 1 },
    { why: 'of the day after tomorrow', file: 'future', argv: ['--max-age', '900d'], exitCode: 1 },
    {
      why: 'of tomorrow, as it may be elsewhere',
      file: 'tomorrow',
      argv: ['--max-age', '900d'],
      exitCode: 0,
    },
  ])('$file $argv: $exitCode, as $why', async ({ file, argv, exitCode }) => {
    const outcome = await check(`${file}.json`, ...argv);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stdout).toMatch(
      exitCode === 0
        ? /\n(Alles Verlangte|Verlangt ist nichts)/
        : /\nNicht alles Verlangte ist erfüllt/,
    );
    expect(outcome.stdout.includes('Nicht erfüllt:')).toBe(exitCode === 1);
  });

  test('files may stand behind the verdicts', async () => {
    const { exitCode, told } = await checked(
      '--fail-on',
      'stop',
      'simpler',
      'stop.json',
      'threes.json',
    );
    expect(told.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['stop.json', 'below'],
      ['threes.json', 'met'],
    ]);
    expect(exitCode).toBe(1);
  });

  test('a verdict that is meant twice is told once', async () => {
    const { one } = await checked('stop.json', '--fail-on', 'stop', 'stop-confidential-data');
    expect(one.demands.map(({ outcome }) => outcome)).toEqual(['unmet', 'met']);
  });
});

describe('what cannot be judged passes nothing but to have no verdict', () => {
  const demands = [
    { demand: 'at-target', argv: ['--at-target'] },
    { demand: 'level', argv: ['--min-level', '0'] },
    { demand: 'hurdle-level', argv: ['--min', 'work=0'] },
    { demand: 'coverage', argv: ['--min-coverage', '0'] },
  ];
  const results = [
    { file: 'not-due.json', reason: 'not-due' },
    { file: 'all-skipped.json', reason: 'not-applicable' },
  ];
  test.each(demands.flatMap((one) => results.map((result) => ({ ...one, ...result }))))(
    '$file: $demand is not met, and says why',
    async ({ argv, demand, file, reason }) => {
      const { exitCode, one } = await checked(file, ...argv);
      expect(exitCode).toBe(1);
      const found = one.demands.find((told) => told.demand === demand);
      expect(found?.outcome).toBe('unmet');
      expect(found?.findings).toMatchObject([{ reason }]);
      expect((await check(file, ...argv)).stdout).toMatch(/nichts fällig|trifft nicht zu/);
    },
  );

  test('no verdict stands', async () => {
    expect((await check('not-due.json', 'all-skipped.json')).exitCode).toBe(0);
  });
});

describe('what a failure says', () => {
  test('of a verdict: the answer, its line, and the step that lifts it', async () => {
    const { one } = await checked('stop.json');
    const [finding] = one.demands[0]?.findings ?? [];
    const line = lineOf(files['stop.json'], 'tools.rules');
    expect(finding).toMatchObject({ kind: 'verdict', id: 'stop-confidential-data', certain: true });
    expect(finding?.because).toContainEqual({
      id: 'tools.rules',
      state: 'answered',
      answer: 1,
      at: { file: 'stop.json', line, column: 3 },
    });
    expect(finding?.steps).toMatchObject([{ id: 'tools.rules', kind: 'improve', rank: 1 }]);
    const { stdout } = await check('stop.json');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Spielregeln und Datenampel (tools.rules), Stufe 1: ');
    expect(text).toContain(`stop.json:${line}`);
    expect(text).toMatch(/→ Schritt 1: .* \(tools\.rules\) · [\d,–]+ Personentage?/);
  });

  test('of a level: the hurdle, what holds it down, and where', async () => {
    const { one } = await checked('one-below.json', '--min', 'tools=3');
    const [finding] = one.demands[1]?.findings ?? [];
    expect(finding).toMatchObject({ kind: 'hurdle', id: 'tools' });
    expect(finding?.because[0]).toMatchObject({ id: 'tools.process', answer: 0 });
    expect(finding?.steps.map(({ id }) => id)).toContain('tools.process');
  });

  test('of a gate that limits: the answers it asks about', async () => {
    const sheetWith = sheet(pilot, 4, { 'goals.problem': 0 });
    const { exitCode, stdout } = await hurdles(
      ['check', '-', '--min', 'goals=2', '--fail-on', 'none', '-f', 'json'],
      { stdin: answersFile(sheetWith) },
    );
    const [finding] =
      (JSON.parse(stdout) as { files: CheckedFile[] }).files[0]?.demands[0]?.findings ?? [];
    expect(finding?.because.map(({ id }) => id)).toContain('goals.problem');
    expect(exitCode).toBe(1);
  });

  test('unknown answers that hold a level down are named as tasks', async () => {
    const { stdout } = await check('open-goals.json', '--min-level', '2');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Unklare Ziele: keine Stufe – zu viel ist offen');
    expect(text).toContain('Problem vor Technik (goals.problem): weiß noch niemand');
    expect(text).toContain('Herausfinden:');
  });

  test.each([
    ['quick.json', 'gefragt wurde nur ein Teil'],
    ['role.json', 'gefragt wurde nur ein Teil'],
    ['open-goals.json', 'zu viel ist offen'],
  ])('why %s has no level', async (file, why) => {
    const { stdout } = await check(file, '--min-level', '1');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`keine Stufe – ${why}`);
  });

  test('answers that do not apply are counted aloud, also where all is well', async () => {
    const { stdout, exitCode } = await check('not-applicable.json');
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '2 Antworten lauten „trifft nicht zu“ und zählen nirgends: Leistung und Kosten überwacht (testing.monitoring), Schulung und Bedenken (involvement.training)',
    );
  });

  test('what is provisional is told, and that --strict counts it', async () => {
    const { stdout } = await check('doubtful.json');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '(mit --strict zählt es): stop-confidential-data',
    );
  });

  test('that only part was asked, though all demanded is met', async () => {
    expect((await check('quick.json')).stdout).toContain('Kurzcheck: Gefragt wurde nur ein Teil');
    const role = (await check('role.json')).stdout.replace(/\s+/g, ' ');
    expect(role).toContain('Das ist die Sicht einer Rolle (IT oder KI-Verantwortliche)');
  });

  test('that nothing at all is demanded', async () => {
    const { stdout } = await check('stop.json', '--no-fail-on');
    expect(stdout).toContain('Verlangt ist nichts');
  });

  test('no line is wider than a narrow terminal', async () => {
    const { stdout } = await hurdles(['check', 'stop.json', 'open-goals.json', '--at-target'], {
      cwd: folder.path,
      columns: 40,
    });
    expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });
});

describe('a wrong call', () => {
  test.each([
    { argv: ['--fail-on', 'not-bye'], says: 'Meinten Sie „not-buy“?' },
    { argv: ['--fail-on', 'stopp'], says: 'Meinten Sie „stop“?' },
    { argv: ['--fail-on', ''], says: 'Nach --fail-on fehlt der Wert.' },
    { argv: ['--fail-on', 'none', 'stop'], says: 'none heißt, dass kein Urteil zählt' },
    { argv: ['--min', 'goal=2'], says: 'Meinten Sie „goals“?' },
    { argv: ['--min', 'goals'], says: 'HÜRDE=STUFE' },
    { argv: ['--min', 'goals=5'], says: 'die höchste ist 4' },
    { argv: ['--min-level', '9'], says: 'die höchste ist 4' },
    { argv: ['--min-level', 'zwei'], says: 'keine Stufe' },
    { argv: ['--min-level', '-1'], says: 'keine Stufe' },
    { argv: ['--min-coverage', '80'], says: '0.8 oder 80%' },
    { argv: ['--min-coverage', '120%'], says: '0.8 oder 80%' },
    { argv: ['--max-age', '180'], says: '180d' },
    { argv: ['--max-age', '99999m'], says: '180d' },
    { argv: ['--date', 'heute'], says: 'JJJJ-MM-TT' },
    { argv: ['-f', 'xml'], says: 'text, github, junit, json' },
    { argv: ['-o', 'check.docx'], says: 'junit, json, text' },
    { argv: ['ones.json', '--baseline', 'threes.json'], says: 'braucht es einen Ordner' },
    { argv: ['-', '--baseline', '-'], says: 'nur einmal lesen' },
  ])('$argv: 2, and what to do', async ({ argv, says }) => {
    const { exitCode, stdout, stderr } = await check('threes.json', ...argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('all that is wrong with it is told at once, a line each', async () => {
    const lines = async (...argv: readonly string[]) => {
      const { exitCode, stdout, stderr } = await check('threes.json', ...argv);
      expect([exitCode, stdout]).toEqual([2, '']);
      return stderr.trim().split('\n');
    };
    const unreadable = ['--min', 'goals', '--min-coverage', '80', '--max-age', '180'];
    expect(await lines(...unreadable)).toEqual([
      expect.stringMatching(/^--min: /),
      expect.stringMatching(/^--min-coverage: /),
      expect.stringMatching(/^--max-age: /),
    ]);
    const unknown = ['--fail-on', 'not-bye', 'stopp', '--min', 'goal=2', '--min', 'tools=9'];
    expect(await lines(...unknown, '--min-level', '9')).toEqual([
      expect.stringContaining('Meinten Sie „not-buy“?'),
      expect.stringContaining('Meinten Sie „stop“?'),
      expect.stringContaining('Meinten Sie „goals“?'),
      expect.stringMatching(/^--min tools: .*die höchste ist 4/),
      expect.stringMatching(/^--min-level: .*die höchste ist 4/),
    ]);
  });

  test('no file', async () => {
    const { exitCode, stderr } = await check('--fail-on', 'stop');
    expect([exitCode, stderr]).toEqual([2, 'Hier fehlt eine Angabe: FILE.\n']);
  });
});

describe('several files', () => {
  test('each is told, and the worst decides', async () => {
    const { exitCode, told } = await checked('threes.json', 'stop.json');
    expect(told.map(({ outcome }) => outcome)).toEqual(['met', 'below']);
    expect(exitCode).toBe(1);
  });

  test('a broken one does not hide the others', async () => {
    folder.write(
      'broken.yaml',
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilto }\n',
    );
    const { exitCode, stdout, stderr } = await check(
      'broken.yaml',
      'stop.json',
      'gone.yaml',
      'threes.json',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^broken\.yaml:3:19 {2}.*pilto/m);
    expect(stderr).toContain('Die Datei gone.yaml gibt es nicht.');
    expect(stdout).toContain('■ broken.yaml: Ließ sich nicht prüfen');
    expect(stdout).toContain('■ Nicht erfüllt: Kein Urteil der Art „stop“');
    expect(stdout).toContain('✓ threes.json');
    expect(stdout).toContain(
      '1 von 4 Dateien erfüllt nicht alles Verlangte.\n2 Dateien ließen sich nicht prüfen.',
    );
  });

  test('standard input is called the same whether or not it can be read', async () => {
    const names = async (stdin: string) => {
      const ran = await hurdles(['check', '-', '-f', 'json'], { cwd: folder.path, stdin });
      return (JSON.parse(ran.stdout) as Check).files.map(({ file }) => file);
    };
    expect(await names(files['threes.json'])).toEqual(['<stdin>']);
    expect(await names('')).toEqual(['<stdin>']);
  });

  test('what they have in common is told once', async () => {
    const both = ['threes.json', 'ones.json'];
    const gone = await check(...both, '-q', 'gone.yaml');
    expect([gone.exitCode, gone.stderr]).toEqual([2, 'Die Datei gone.yaml gibt es nicht.\n']);
    const here = aFolder({ ...files, 'hurdles.config.yaml': 'format: config/1\ncheks: []\n' });
    const config = await hurdles(['check', ...both], { cwd: here.path });
    expect([config.exitCode, config.stdout]).toEqual([2, '']);
    expect(config.stderr.match(/^hurdles\.config\.yaml:2:1 /gm)).toHaveLength(1);
    expect(config.stderr).toContain('Meinten Sie `checks`?');
  });

  test('of different questionnaires: a demand is asked of those that know it, and a hurdle missed fails', async () => {
    folder.write('small.yaml', aQuestionnaireText());
    folder.write(
      'hurdles.config.yaml',
      'format: config/1\nquestionnaires: { idle: idle.yaml, small: small.yaml }\n',
    );
    folder.write(
      'small-answers.yaml',
      'format: answers/1\nquestionnaire: { id: small }\nprofile: { stage: pilot }\nanswers: { goals.problem: 2, goals.way: built, tests.cases: 2, tests.kinds: [manual, automatic] }\n',
    );
    const { exitCode, told } = await checked(
      'threes.json',
      'small-answers.yaml',
      '--fail-on',
      'not-expand',
      '--min',
      'measurement=1',
    );
    expect(told.map(({ outcome }) => outcome)).toEqual(['met', 'below']);
    expect(told[1]?.demands[1]?.findings).toMatchObject([
      { id: 'measurement', reason: 'no-such-hurdle' },
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('a stored assessment', () => {
  test('is checked like its answers, with the places in it', async () => {
    const { stdout } = await hurdles(['score', 'stop.json', '--json'], { cwd: folder.path });
    folder.write('stored.json', stdout);
    const { one, exitCode } = await checked('stored.json');
    expect(exitCode).toBe(1);
    const cause = one.demands[0]?.findings[0]?.because.find(({ id }) => id === 'tools.rules');
    expect(stdout.split('\n')[(cause?.at?.line ?? 0) - 1]).toContain('"tools.rules": {');
  });

  test('that was edited to pass is refused', async () => {
    const { stdout } = await hurdles(['score', 'stop.json', '--json'], { cwd: folder.path });
    const better = { ...(JSON.parse(stdout) as object), verdicts: [] };
    folder.write('edited.json', JSON.stringify(better));
    const { exitCode, stderr } = await check('edited.json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('folgt nicht aus den Antworten darin');
  });
});

describe('conditions of one’s own', () => {
  const own = (checks: string, file: keyof typeof files, ...argv: readonly string[]) => {
    const here = aFolder({
      [file]: files[file],
      'hurdles.config.yaml': `format: config/1\nchecks:\n${checks}`,
    });
    return hurdles(['check', file, ...argv], { cwd: here.path });
  };

  test.each([
    {
      why: 'it holds',
      when: '{ stage: pilot, tools.process: 0 }',
      file: 'one-below.json',
      argv: [],
      exitCode: 1,
    },
    { why: 'it does not', when: '{ stage: none }', file: 'one-below.json', argv: [], exitCode: 0 },
    {
      why: 'nobody knows',
      when: '{ tools.process: { atMost: 1 } }',
      file: 'one-unknown.json',
      argv: [],
      exitCode: 0,
    },
    {
      why: 'nobody knows, strictly',
      when: '{ tools.process: { atMost: 1 } }',
      file: 'one-unknown.json',
      argv: ['--strict'],
      exitCode: 1,
    },
    {
      why: 'it asks about a result',
      when: '{ $level.tools: { atMost: 2 } }',
      file: 'ones.json',
      argv: ['--fail-on', 'none'],
      exitCode: 1,
    },
    {
      why: 'it asks about any hurdle',
      when: '{ $unknown.any: { above: 0.5 } }',
      file: 'open-goals.json',
      argv: [],
      exitCode: 1,
    },
    {
      why: 'the config is not read',
      when: '{ stage: pilot }',
      file: 'threes.json',
      argv: ['--no-config'],
      exitCode: 0,
    },
  ] as const)('$exitCode when $why', async ({ when, file, argv, exitCode }) => {
    const outcome = await own(
      `  - { id: own, when: ${when}, message: "So nicht." }\n`,
      file,
      ...argv,
    );
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stdout.replace(/\s+/g, ' ').includes('So nicht.')).toBe(
      exitCode === 1 || file === 'one-unknown.json',
    );
  });

  test('its message is said in the language of the talk', async () => {
    const checks =
      '  - { id: own, when: { stage: pilot }, message: { de: "So nicht.", en: "Not so." } }\n';
    expect((await own(checks, 'threes.json', '--lang', 'en')).stdout).toContain('Not so.');
    expect((await own(checks, 'threes.json', '--lang', 'de')).stdout).toContain('So nicht.');
  });

  test('behind a result the answers are named', async () => {
    const { stdout } = await own(
      '  - { id: own, when: { $level.tools: { below: 2 } } }\n',
      'ones.json',
    );
    expect(stdout).toContain('(tools.inventory), Stufe 1');
    expect(stdout).toMatch(/→ Schritt \d+: .* \(tools\./);
  });

  test.each([
    {
      when: '$score: { below: 51 }',
      de: 'Betrieb ($score): Punktwert 50,51',
      en: 'Company ($score): score 50.51',
    },
    { when: '$level: 0', de: 'Betrieb ($level): Stufe 0', en: 'Company ($level): level 0' },
    {
      when: '$level.tools: 3',
      de: 'Tool-Chaos ($level.tools): Stufe 3',
      en: 'Tool chaos ($level.tools): level 3',
    },
    {
      when: '$belowTarget.core: { above: 0 }',
      de: 'Kernfragen ($belowTarget.core): 3 Fragen unter dem Soll',
      en: 'Core questions ($belowTarget.core): 3 questions below target',
    },
    {
      when: '$belowTarget.any: 1',
      de: 'Wenig Einbindung der Fachbereiche ($belowTarget.involvement): 1 Frage unter dem Soll',
      en: '1 question below target',
    },
    {
      when: '$unknown.testing: { atMost: 0.5 }',
      de: 'Fehlende Tests ($unknown.testing): 0 % der Fragen offen',
      en: 'Missing tests ($unknown.testing): 0% of the questions open',
    },
  ])('a result is told by its name and rounded: $when', async ({ when, de, en }) => {
    const here = aFolder({
      'a.yaml': readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8'),
      'hurdles.config.yaml': `format: config/1\nchecks:\n  - { id: own, when: { ${when} } }\n`,
    });
    for (const [lang, said] of Object.entries({ de, en })) {
      const argv = ['check', 'a.yaml', '--fail-on', 'none', '--lang', lang];
      const { stdout } = await hurdles(argv, { cwd: here.path });
      expect(stdout.replace(/\s+/g, ' ')).toContain(said);
    }
  });

  test('mistakes in them are told with their places, all at once', async () => {
    const { exitCode, stdout, stderr } = await own(
      [
        '  - { id: one, when: { goal.target: 1 } }',
        '  - { id: one, when: { stage: pilto } }',
        '  - { id: two, questionnaire: five-hurdels, when: { $levle: 1 } }',
        '',
      ].join('\n'),
      'threes.json',
    );
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(
      stderr.split('\n').filter((line) => /^hurdles\.config\.yaml:\d+:\d+ /.test(line)),
    ).toHaveLength(4);
    expect(stderr).toContain('Meinten Sie `goals.target`?');
    expect(stderr).toContain('Meinten Sie `five-hurdles`?');
  });

  test.each([
    { lang: 'de', says: 'Ergänzen Sie `format: config/1`.' },
    { lang: 'en', says: 'Add `format: config/1`.' },
  ])(
    'a config that does not say what it is is told what to write: $lang',
    async ({ lang, says }) => {
      const here = aFolder({ ...files, 'hurdles.config.yaml': 'checks: []\n' });
      const { exitCode, stderr } = await hurdles(['check', 'threes.json', '--lang', lang], {
        cwd: here.path,
      });
      expect(exitCode).toBe(2);
      expect(stderr).toContain(says);
    },
  );

  test('lint finds the same', async () => {
    const here = aFolder({
      'hurdles.config.yaml':
        'format: config/1\nchecks:\n  - { id: own, when: { goal.target: 1 } }\n',
    });
    const { exitCode, stdout } = await hurdles(['lint', 'hurdles.config.yaml'], { cwd: here.path });
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^hurdles\.config\.yaml:3:24 .*\[unknown-address\]/);
  });

  test('one for another questionnaire is not asked', async () => {
    const checks = '  - { id: own, questionnaire: five-hurdles-crafts, when: { stage: pilot } }\n';
    expect((await own(checks, 'threes.json')).exitCode).toBe(0);
  });
});

test.each(['de', 'en'])('help shows examples that work as they are written (%s)', async (lang) => {
  const { stdout } = await hurdles(['check', '--help', '--lang', lang]);
  const examples = stdout.split('\n').filter((line) => line.startsWith('  hurdles check '));
  expect(examples.length).toBeGreaterThan(3);
  const here = aFolder();
  cpSync(join(root, 'examples'), join(here.path, 'examples'), { recursive: true });
  for (const line of examples) {
    const outcome = await hurdles(line.trim().split(' ').slice(1), { cwd: here.path });
    expect(outcome.exitCode, line).toBe(line.includes('--baseline') ? 1 : 0);
  }
});
