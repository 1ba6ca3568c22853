import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdlesText } from '../support/five-hurdles.ts';
import { marked } from '../support/planted.ts';
import { aFolder, hurdles } from '../support/run.ts';

test('our own rules are all reached by cases, and every case comes out as expected', async () => {
  for (const wanted of ['five-hurdles', 'questionnaires/five-hurdles.yaml']) {
    const { exitCode, stdout, stderr } = await hurdles(['test', wanted, '--strict']);
    expect(stdout).toMatch(/^\d+ Fälle, alles wie erwartet\.\n$/);
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(18);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  }
});

test('our own cases lint without a finding', async () => {
  const { exitCode, stdout } = await hurdles(['lint', 'questionnaires/five-hurdles.cases.yaml']);
  expect(stdout).toBe('');
  expect(exitCode).toBe(0);
});

// The case in the file comes out as expected; every rule can be reached, and it reaches some of them.
const small = aQuestionnaireText(
  [
    'answers: { goals.problem: 0 }',
    'answers: { goals.problem: 0, goals.way: built, tests.kinds: [manual] }',
  ],
  ['verdicts: [not-buy], notVerdicts: [clarify]', 'verdicts: [not-buy, clarify]'],
  ['not: { goals.problem: { atLeast: 1 } }', 'not: { goals.problem: { atLeast: 2 } }'],
);
const withoutCases = small.slice(0, small.indexOf('\ncases:\n') + 1);

const casesOf = (questionnaire: string, cases: string) =>
  `format: cases/1\nquestionnaire: ${questionnaire}\ncases:\n${cases}`;

const wrong = casesOf(
  'small',
  `  - id: wrong-everywhere
    given:
      profile: { stage: pilot, sector: retail, plans: [purchase] }
      answers: { goals.problem: 0, goals.way: built, tests.kinds: [automatic] }
    expect:
      level: 2
      hurdles: { goals: 2, tests: 2 }
      gates: [no-problem]
      contradictions: [tested-without-problem]
      verdicts: [not-buy]
      notVerdicts: [not-buy]
      firstSteps: [tests.cases]
      notSteps: [goals.problem]
  - id: nobody-answered
    given: { profile: { stage: pilot } }
    expect: { level: 0, verdicts: [clarify] }
`,
);

const toldInGerman = `✗ wrong-everywhere
  Stufe: erwartet 2, ist 0
  Hürde goals: erwartet 2, ist 0
  Der Widerspruch tested-without-problem sollte auffallen, fällt aber nicht auf. Es fallen auf: –
  Das Urteil not-buy sollte nicht gelten, gilt aber.
    Weil: plans: purchase
    Weil: goals.problem: 0
  erste Schritte: erwartet tests.cases, ist goals.problem
    Weil: goals.problem: 0
  goals.problem sollte nicht unter den Schritten für jetzt sein, ist es aber.
    Weil: goals.problem: 0
✗ nobody-answered
  Stufe: erwartet 0, ist –
Widersprüche, die kein Fall erreicht: tested-without-problem
Empfehlungen, die kein Fall erreicht: tests.cases
2 von 3 Fällen sind anders als erwartet.
`;

const toldInEnglish = `✗ wrong-everywhere
  level: expected 2, got 0
  hurdle goals: expected 2, got 0
  The contradiction tested-without-problem should show, but does not. What shows: –
  The verdict not-buy should not stand, but does.
    Because: plans: purchase
    Because: goals.problem: 0
  first steps: expected tests.cases, got goals.problem
    Because: goals.problem: 0
  goals.problem should not be among the steps for now, but is.
    Because: goals.problem: 0
✗ nobody-answered
  level: expected 0, got –
Contradictions no case reaches: tested-without-problem
Recommendations no case reaches: tests.cases
2 of 3 cases differ from what was expected.
`;

test.each([
  { lang: 'de', told: toldInGerman },
  { lang: 'en', told: toldInEnglish },
])(
  'a case that fails is told with what was expected, what came and why ($lang)',
  async ({ lang, told }) => {
    const folder = aFolder({ 'small.yaml': small, 'small.cases.yaml': wrong });
    const { exitCode, stdout, stderr } = await hurdles(['test', 'small.yaml', '--lang', lang], {
      cwd: folder.path,
    });
    expect(stdout).toBe(told);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  },
);

test.each([
  {
    why: 'a core question holds the hurdle down',
    answer: 'testing.cases: 0',
    expected: 'hurdles: { testing: 3 }',
    told: '  hurdle testing: expected 3, got 1\n    Because: testing.cases',
  },
  {
    why: 'a gate holds the hurdle down',
    answer: 'tools.rules: 1',
    expected: 'hurdles: { tools: 2 }',
    told: '  hurdle tools: expected 2, got 1\n    Because: data: protected\n    Because: tools.rules: 1\n',
  },
  {
    why: 'nothing is to do was expected, and there is something to do',
    answer: 'goals.problem: 2',
    expected: 'firstSteps: []',
    told: '  first steps: expected –, got goals.problem\n    Because: goals.problem: 2\n',
  },
  {
    why: 'another gate closes than the one expected',
    answer: 'tools.inventory: 1',
    expected: 'gates: [no-target]',
    told: '  The gate no-target should hold, but does not. What holds: no-inventory\n',
  },
  {
    why: 'another verdict stands than the one expected',
    answer: 'tools.rules: 0',
    expected: 'verdicts: [not-expand]',
    told: '  The verdict not-expand should stand, but does not. What stands: stop-confidential-data\n',
  },
])('the answer behind a failure is named when $why', async ({ answer, expected, told }) => {
  const profile =
    '{ size: small, stage: operation, outward: inside, data: protected, cases: many, tool-count: few, plans: [] }';
  const folder = aFolder({
    'five-hurdles.yaml': fiveHurdlesText,
    'five-hurdles.cases.yaml': casesOf(
      'five-hurdles',
      `  - { id: a, given: { profile: ${profile}, base: 3, answers: { ${answer} } }, expect: { ${expected} } }\n`,
    ),
  });
  const { exitCode, stdout } = await hurdles(['test', 'five-hurdles.yaml', '--lang', 'en'], {
    cwd: folder.path,
  });
  expect(stdout).toContain(`✗ a\n${told}`);
  expect(exitCode).toBe(1);
});

test.each([
  { options: [], exitCode: 0 },
  { options: ['--strict'], exitCode: 1 },
])(
  'a rule that no case reaches is named; the exit code with $options is $exitCode',
  async ({ options, exitCode }) => {
    const folder = aFolder({ 'small.yaml': small });
    const outcome = await hurdles(['test', 'small.yaml', '--lang', 'en', ...options], {
      cwd: folder.path,
    });
    expect(outcome.stdout).toBe(`Contradictions no case reaches: tested-without-problem
Recommendations no case reaches: tests.cases
1 case, all as expected.
`);
    expect(outcome.exitCode).toBe(exitCode);
  },
);

test('cases in the file and beside it are run together', async () => {
  const folder = aFolder({
    'small.yaml': small,
    'small.cases.yaml': casesOf(
      'small',
      `  - id: tested
    given:
      profile: { stage: running, sector: retail }
      answers: { goals.problem: 1, tests.cases: 2 }
    expect: { contradictions: [tested-without-problem] }
  - id: hardly-tested
    given: { profile: { stage: running }, answers: { goals.problem: 2, tests.cases: 0 } }
    expect: { firstSteps: [tests.cases] }
`,
    ),
  });
  const argv = ['test', 'small.yaml', '--strict', '--lang', 'en'];
  const { exitCode, stdout } = await hurdles(argv, { cwd: folder.path });
  expect(stdout).toBe('3 cases, all as expected.\n');
  expect(exitCode).toBe(0);
  // Each file alone leaves rules unreached, so both were looked at.
  folder.write('small.yaml', withoutCases);
  const alone = await hurdles(argv, { cwd: folder.path });
  expect(alone.stdout).toMatch(/^Gates no case reaches: no-problem\n/);
  expect(alone.exitCode).toBe(1);
});

test('a questionnaire without cases is not tested, and that is no success', async () => {
  const folder = aFolder({ 'small.yaml': withoutCases });
  const german = await hurdles(['test', 'small.yaml'], { cwd: folder.path });
  expect(german.stdout).toMatch(/Deckel, die kein Fall erreicht: no-problem\n/);
  expect(german.stdout).toMatch(/\nEs gibt keine Fälle\.\n$/);
  expect(german.exitCode).toBe(1);
  const english = await hurdles(['test', 'small.yaml', '--lang', 'en'], { cwd: folder.path });
  expect(english.stdout).toMatch(/\nThere are no cases\.\n$/);
  expect(english.exitCode).toBe(1);
});

test('of an extension only what it adds or changes must be reached', async () => {
  const folder = aFolder({
    'small.yaml': small,
    'mine.yaml': `format: questionnaire/1
extends: small.yaml
id: mine
version: 1.0.0
gates:
  - { id: no-problem, why: { de: "Anders", en: "Otherwise" } }
cases:
  - id: nothing
    given: { profile: { stage: none } }
    expect: {}
`,
  });
  const argv = ['test', 'mine.yaml', '--strict', '--lang', 'en'];
  const changed = await hurdles(argv, { cwd: folder.path });
  // The gate is changed; the verdict, the contradictions and the recommendations are as they were.
  expect(changed.stdout).toMatch(
    /^Gates no case reaches: no-problem\nNot counted: \d+ rules or recommendations taken over unchanged\.\n1 case/,
  );
  expect(changed.exitCode).toBe(1);
  folder.write('mine.yaml', folder.read('mine.yaml').replace(/gates:\n.*\n/, ''));
  const unchanged = await hurdles(argv, { cwd: folder.path });
  expect(unchanged.stdout).not.toContain('no case reaches');
  expect(unchanged.exitCode).toBe(0);
});

test('--json says the same to a program', async () => {
  const folder = aFolder({ 'small.yaml': small, 'small.cases.yaml': wrong });
  const { exitCode, stdout, stderr } = await hurdles(['test', 'small.yaml', '--json'], {
    cwd: folder.path,
  });
  const result = JSON.parse(stdout) as {
    outcomes: { id: string; failures: { what: string }[] }[];
  };
  expect(result).toMatchObject({
    outcomes: [
      { id: 'purchase-without-problem', failures: [] },
      { id: 'wrong-everywhere' },
      {
        id: 'nobody-answered',
        failures: [{ what: 'level', id: null, expected: '0', got: '–', because: [] }],
      },
    ],
    unreached: {
      gates: [],
      verdicts: [],
      contradictions: ['tested-without-problem'],
      recommendations: ['tests.cases'],
    },
  });
  expect(result.outcomes[1]?.failures.map(({ what }) => what)).toEqual([
    'level',
    'hurdles',
    'contradictions',
    'notVerdicts',
    'firstSteps',
    'notSteps',
  ]);
  expect(result.outcomes[1]?.failures[3]).toEqual({
    what: 'notVerdicts',
    id: 'not-buy',
    expected: '–',
    got: 'not-buy',
    because: [
      { id: 'plans', answer: ['purchase'] },
      { id: 'goals.problem', answer: 0 },
    ],
  });
  expect(stderr).toBe('');
  expect(exitCode).toBe(1);
});

const { text: broken, places } = marked(`format: cases/1
questionnaire: ▸smal
cases:
  - id: purchase
    given:
      profile: { stage: ▸soon }
      base: ▸targt
      answers: { ▸goal.way: built }
    expect: { gates: [▸no-problems], ▸verdict: [not-buy] }
`);

test('every mistake in a file of cases is told with its place and the nearest name', async () => {
  const folder = aFolder({ 'small.yaml': small, 'small.cases.yaml': broken });
  const { exitCode, stdout, stderr } = await hurdles(['test', 'small.yaml', '--lang', 'en'], {
    cwd: folder.path,
  });
  const told = stderr.split('\n').filter((line) => line.startsWith('small.cases.yaml:'));
  expect(told).toEqual(
    [
      /questionnaire `smal`, not to `small`/,
      /`stage` has no answer `soon`/,
      /`targt` is not possible here/,
      /no question `goal\.way`/,
      /no gate `no-problems`/,
      /no key `verdict` here/,
    ].map((says) => expect.stringMatching(says)),
  );
  expect(told.map((line) => line.split('  ')[0])).toEqual(
    places.map(({ line, column }) => `small.cases.yaml:${line}:${column}`),
  );
  for (const name of ['target', 'goals.way', 'no-problem', 'verdicts']) {
    expect(stderr).toContain(`Did you mean \`${name}\`?`);
  }
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);

  const german = await hurdles(['test', 'small.yaml'], { cwd: folder.path });
  expect(german.stderr).toContain('Meinten Sie `goals.way`?');
  expect(german.exitCode).toBe(2);

  const lint = await hurdles(['lint', 'small.cases.yaml', '--lang', 'en'], { cwd: folder.path });
  expect(lint.stdout.replace(/ {2}\[[a-z-]+\]$/gm, '')).toBe(stderr);
  expect(lint.exitCode).toBe(2);
});

test('a questionnaire named in the configuration has its cases beside it, too', async () => {
  const folder = aFolder({
    'hurdles.config.yaml': 'format: config/1\nquestionnaires: { small: own/small.yaml }\n',
  });
  mkdirSync(join(folder.path, 'own'));
  folder.write('own/small.yaml', withoutCases);
  folder.write('own/small.cases.yaml', broken);
  for (const wanted of ['small', 'own/small.yaml']) {
    const { exitCode, stderr } = await hurdles(['test', wanted], { cwd: folder.path });
    expect(stderr).toMatch(/^own\/small\.cases\.yaml:2:16 {2}/);
    expect(exitCode).toBe(2);
  }
});

test.each([
  { argv: ['test'], says: /QUESTIONNAIRE/ },
  { argv: ['test', 'five-hurdels'], says: /Meinten Sie „five-hurdles“\?/ },
  { argv: ['test', 'missing.yaml'], says: /Datei missing\.yaml gibt es nicht/ },
  { argv: ['test', 'examples/malerbetrieb.yaml'], says: /^examples\/malerbetrieb\.yaml:\d+:\d+/ },
])('a wrong call is answered in a sentence: hurdles $argv', async ({ argv, says }) => {
  const { exitCode, stdout, stderr } = await hurdles(argv);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
});

test.each(['de', 'en'])('the help has an example that works (%s)', async (lang) => {
  const { exitCode, stdout } = await hurdles(['test', '--help', '--lang', lang]);
  expect(exitCode).toBe(0);
  const examples = stdout.split('\n').filter((line) => line.startsWith('  hurdles '));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    expect((await hurdles(example.trim().split(' ').slice(1))).exitCode, example).toBe(0);
  }
});
