import { describe, expect, test } from 'vitest';
import { compareEditions } from '../../src/questionnaire/compare-editions.ts';
import {
  parseQuestionnaire,
  questionnaireIn,
} from '../../src/questionnaire/parse-questionnaire.ts';
import { withoutOwnKeys } from '../../src/shared/check-shape.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire, aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { nextFiveHurdlesText } from '../support/next-five-hurdles.ts';
import { type Change, marked } from '../support/planted.ts';

const old = aQuestionnaire();

/** What holding an edition, made by changes, against the small questionnaire finds; ▸ marks places. */
function compared(...changes: readonly Change[]) {
  const { text, places } = marked(aQuestionnaireText(...changes));
  return { problems: problemsOf(text), places };
}

function problemsOf(text: string, against = old) {
  const read = readYaml(text, 'new.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const file = { ...read.file, data: withoutOwnKeys(read.file.data) };
  const parsed = questionnaireIn(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return compareEditions(file, parsed.value, against);
}

const version = (to: string): Change => ['version: 1.2.0', `version: ${to}`];

/** A migration to an edition, at the end of the file. */
const migration = (to: string, ...changes: readonly string[]): Change => [
  '\ncases:',
  `\nmigrations:\n  - to: ${to}\n    changes: [${changes.join(', ')}]\ncases:`,
];

const newQuestion = `
      - id: goals.owner
        title: { de: "Wer", en: "Who" }
        text: { de: "Wer kümmert sich?", en: "Who cares for it?" }
        target: 1
        options: [{ de: "Niemand", en: "Nobody" }, { de: "Jemand", en: "Somebody" }]
        recommendation:
          title: { de: "Benennen", en: "Name one" }
          steps: [{ de: "Fragen", en: "Ask" }]
          owner: boss
          effort: { min: 1, max: 1 }
          weeks: 1
          impact: 1`;
const atGoals = 'scale: steps\n    questions:\n      - id: goals.problem';
const withNewQuestion: Change = [
  atGoals,
  `scale: steps\n    questions:${newQuestion}\n      - id: goals.problem`,
];

test('the same edition asks for nothing', () => {
  expect(compared().problems).toEqual([]);
});

describe('neither what stands beside the rules nor how they are written is a new edition', () => {
  test.each<{ what: string; changes: readonly Change[] }>([
    {
      what: 'a case',
      changes: [['profile: { stage: pilot, plans', 'profile: { stage: running, plans']],
    },
    { what: 'a comment', changes: [['id: small', 'id: small # not large']] },
    { what: 'a migration', changes: [migration('1.1.0')] },
  ])('$what', ({ changes }) => {
    expect(compared(...changes).problems).toEqual([]);
  });
});

const wording: readonly { what: string; id: string; changes: readonly Change[] }[] = [
  {
    what: 'a question in other words',
    id: 'goals.problem',
    changes: [['"Welches Problem?"', '"Was stört?"']],
  },
  { what: 'a level in other words', id: 'goals.problem', changes: [['"Gesagt"', '"Besprochen"']] },
  { what: 'an option in other words', id: 'sector', changes: [['"Handwerk"', '"Gewerbe"']] },
  {
    what: 'a help',
    id: 'sector',
    changes: [['id: sector\n', 'id: sector\n    help: { de: "A", en: "B" }\n']],
  },
  {
    what: 'an example',
    id: 'goals.way',
    changes: [
      [
        'id: goals.way\n',
        'id: goals.way\n        examples: [{ when: { stage: pilot }, text: { de: "A", en: "B" } }]\n',
      ],
    ],
  },
  {
    what: 'a step that says more',
    id: 'goals.problem',
    changes: [
      [
        '- { de: "Ein Blatt nehmen", en: "Take a sheet" }',
        '- { de: "Ein Blatt nehmen", en: "Take a sheet" }\n            - { de: "Los", en: "Go" }',
      ],
    ],
  },
  { what: 'a figure', id: 'facts', changes: [['year: 2024', 'year: 2025']] },
  { what: 'a hint', id: 'hints', changes: [['asOf: 2026-01-31', 'asOf: 2026-06-30']] },
  {
    what: 'a worksheet with another field',
    id: 'sheet',
    changes: [
      ['- { de: "Problem", en: "Problem" }\n\nfacts', '- { de: "Frage", en: "Question" }\n\nfacts'],
    ],
  },
  {
    what: 'a worksheet that is filled otherwise',
    id: 'sheet',
    changes: [
      [
        '- { de: "Problem", en: "Problem" }\n\nfacts',
        '- { de: "Problem", en: "Problem", from: [goal, $note.goals.problem] }\n\nfacts',
      ],
    ],
  },
  {
    what: 'a gate that says otherwise why',
    id: 'no-problem',
    changes: [['"Ohne Problem kein Ziel"', '"Kein Problem, kein Ziel"']],
  },
  {
    what: 'a level of the scale by another name',
    id: 'steps',
    changes: [['"Mitte"', '"Mittendrin"']],
  },
  { what: 'another licence', id: 'licence', changes: [['\nscales:', '\nlicence: MIT\nscales:']] },
  {
    what: 'questions, options and gates in another order',
    id: 'small',
    changes: [
      [
        '- { id: crafts, label: { de: "Handwerk", en: "Crafts" } }\n      - { id: retail, label: { de: "Handel", en: "Retail" } }',
        '- { id: retail, label: { de: "Handel", en: "Retail" } }\n      - { id: crafts, label: { de: "Handwerk", en: "Crafts" } }',
      ],
    ],
  },
  {
    what: 'a default that is spelt out',
    id: 'small',
    changes: [['ordered: true\n    required', 'optional: false\n    ordered: true\n    required']],
  },
  {
    what: 'a condition whose parts stand in another order',
    id: 'small',
    changes: [
      [
        '        - { $unknown.any: { above: 0.3 } }\n        - { $level: { below: 1 } }',
        '        - { $level: { below: 1 } }\n        - { $unknown.any: { above: 0.3 } }',
      ],
    ],
  },
];

const addition: typeof wording = [
  { what: 'a question', id: 'goals.owner', changes: [withNewQuestion] },
  {
    what: 'a question that rules about it mention, too',
    id: 'goals.owner',
    changes: [
      withNewQuestion,
      ['for: [tests.cases]', 'for: [tests.cases, goals.owner]'],
      ['first: [goals.problem]', 'first: [goals.owner, goals.problem]'],
      [
        '- { hurdle: goals, atMost: 1 }',
        '- { hurdle: goals, atMost: 1 }\n      - { question: goals.owner, atMost: 0 }',
      ],
      ['requires: [goals.problem]', 'requires: [goals.owner, goals.problem]'],
    ],
  },
  {
    what: 'a profile question',
    id: 'place',
    changes: [
      [
        '  - id: sector\n',
        '  - { id: place, kind: text, text: { de: "Wo?", en: "Where?" } }\n  - id: sector\n',
      ],
    ],
  },
  {
    what: 'an option',
    id: 'sector',
    changes: [
      [
        '- { id: retail,',
        '- { id: farming, label: { de: "Land", en: "Farm" } }\n      - { id: retail,',
      ],
    ],
  },
  {
    what: 'an option that has its targets',
    id: 'stage',
    changes: [
      [
        '- { id: running,',
        '- { id: trial, label: { de: "Probe", en: "Trial" } }\n      - { id: running,',
      ],
      [
        'target: { none: 1, pilot: 2, running: 2 }',
        'target: { none: 1, pilot: 2, trial: 2, running: 2 }',
      ],
      [
        'target: { none: null, pilot: 1, running: 2 }',
        'target: { none: null, pilot: 1, trial: 1, running: 2 }',
      ],
    ],
  },
  {
    what: 'a level above',
    id: 'goals.problem',
    changes: [
      [
        '- { de: "Geschrieben", en: "Written" }',
        '- { de: "Geschrieben", en: "Written" }\n          - { de: "Geprüft", en: "Checked" }',
      ],
    ],
  },
  {
    what: 'a gate',
    id: 'no-way',
    changes: [
      [
        'gates:\n',
        'gates:\n  - { id: no-way, when: { goals.way: bought }, limits: [{ hurdle: goals, atMost: 1 }], why: { de: "A", en: "B" } }\n',
      ],
    ],
  },
  {
    what: 'a verdict',
    id: 'wait',
    changes: [
      [
        'verdicts:\n',
        'verdicts:\n  - { id: wait, kind: clarify, when: { sector: retail }, text: { de: "A", en: "B" } }\n',
      ],
    ],
  },
  {
    what: 'a contradiction',
    id: 'odd',
    changes: [
      [
        'contradictions:\n',
        'contradictions:\n  - { id: odd, when: { sector: retail }, ask: { de: "A", en: "B" } }\n',
      ],
    ],
  },
  {
    what: 'a recommendation',
    id: 'goals.way',
    changes: [
      [
        'id: goals.way\n',
        'id: goals.way\n        recommendation: { title: { de: "A", en: "B" }, steps: [{ de: "A", en: "B" }], owner: boss, effort: { min: 1, max: 1 }, weeks: 1, impact: 1 }\n',
      ],
    ],
  },
  {
    what: 'a role',
    id: 'guest',
    changes: [
      ['- { id: team,', '- { id: guest, title: { de: "Gast", en: "Guest" } }\n  - { id: team,'],
    ],
  },
];

const clarify = `  - id: clarify
    kind: clarify
    when:
      any:
        - { $unknown.any: { above: 0.3 } }
        - { $level: { below: 1 } }
    text: { de: "Erst klären", en: "Clarify first" }
`;

const meaning: typeof wording = [
  {
    what: 'points',
    id: 'goals.way',
    changes: [['en: "Built" }, points: 2', 'en: "Built" }, points: 1']],
  },
  {
    what: 'a target',
    id: 'goals.problem',
    changes: [
      ['target: { none: 1, pilot: 2, running: 2 }', 'target: { none: 0, pilot: 2, running: 2 }'],
    ],
  },
  { what: 'a core question', id: 'goals.problem', changes: [['        core: true\n', '']] },
  { what: 'a weight', id: 'goals', changes: [['id: goals\n', 'id: goals\n    weight: 2\n']] },
  {
    what: 'how a group is added up',
    id: 'checks',
    changes: [['id: checks\n', 'id: checks\n        aggregate: min\n']],
  },
  {
    what: 'when a question is asked',
    id: 'tests.cases',
    changes: [['{ stage: { atLeast: pilot }, goals', '{ stage: { atLeast: running }, goals']],
  },
  {
    what: 'when a question is asked, where it was always',
    id: 'goals.way',
    changes: [['id: goals.way\n', 'id: goals.way\n        when: { sector: retail }\n']],
  },
  { what: 'a target modifier', id: 'tests.cases', changes: [['change: -1', 'change: 1']] },
  {
    what: 'a modifier that is about one more question',
    id: 'goals.way',
    changes: [['for: [tests.cases]', 'for: [tests.cases, goals.way]']],
  },
  { what: 'the bounds of targets', id: 'targets', changes: [['atMost: 2 }\n', 'atMost: 3 }\n']] },
  {
    what: 'a condition of a gate',
    id: 'no-problem',
    changes: [['when: { goals.problem: { atMost: 0 } }', 'when: { goals.problem: { atMost: 1 } }']],
  },
  {
    what: 'a limit of a gate',
    id: 'no-problem',
    changes: [['- { hurdle: goals, atMost: 1 }', '- { hurdle: goals, atMost: 0 }']],
  },
  {
    what: 'one more limit on what was there',
    id: 'no-problem',
    changes: [
      [
        '- { hurdle: goals, atMost: 1 }',
        '- { hurdle: goals, atMost: 1 }\n      - { hurdle: tests, atMost: 1 }',
      ],
    ],
  },
  {
    what: 'what lifts a verdict',
    id: 'not-buy',
    changes: [
      [
        'liftedWhen: { goals.problem: { atLeast: 2 } }',
        'liftedWhen: { goals.problem: { atLeast: 1 } }',
      ],
    ],
  },
  {
    what: 'which verdict is the most urgent',
    id: 'verdicts',
    changes: [
      [clarify, ''],
      ['verdicts:\n', `verdicts:\n${clarify}`],
    ],
  },
  {
    what: 'the effort of a recommendation',
    id: 'goals.problem',
    changes: [['{ min: 0.5, max: 1 }', '{ min: 0.5, max: 2 }']],
  },
  {
    what: 'one more prerequisite that was there',
    id: 'tests.cases',
    changes: [['requires: [goals.problem]', 'requires: []']],
  },
  {
    what: 'the arithmetic',
    id: 'method',
    changes: [['\nscales:', '\nmethod: { unknown: lowest }\nscales:']],
  },
  { what: 'a level of the scale', id: 'steps', changes: [['from: 2,', 'from: 1.5,']] },
  {
    what: 'who can answer',
    id: 'goals.problem',
    changes: [['roles: [boss, team]', 'roles: [boss]']],
  },
  {
    what: 'a contradiction that is gone',
    id: 'tested-without-problem',
    changes: [
      [
        'contradictions:\n  - id: tested-without-problem\n    when: { tests.cases: { atLeast: 2 }, not: { goals.problem: { atLeast: 1 } } }\n    ask: { de: "Was testen Sie bei {sector}?", en: "What do you test in {sector}?" }\n',
        '',
      ],
    ],
  },
  {
    what: 'the order of what is ordered',
    id: 'stage',
    changes: [
      [
        '- { id: none, label: { de: "Noch nichts", en: "Nothing yet" } }\n      - { id: pilot, label: { de: "Pilot", en: "Pilot" } }',
        '- { id: pilot, label: { de: "Pilot", en: "Pilot" } }\n      - { id: none, label: { de: "Noch nichts", en: "Nothing yet" } }',
      ],
    ],
  },
];

describe.each([
  { because: 'wording', needed: '1.2.1', low: '1.2.0', rows: wording },
  { because: 'addition', needed: '1.3.0', low: '1.2.9', rows: addition },
  { because: 'meaning', needed: '2.0.0', low: '1.9.9', rows: meaning },
])('$because makes at least version $needed', ({ because, needed, low, rows }) => {
  test.each(rows)('$what', ({ id, changes }) => {
    const { problems } = compared(version(low), ...changes);
    expect(problems.map(({ code, at, facts }) => [code, at.line, facts])).toEqual([
      ['version-too-low', 4, { found: low, needed, because, id }],
    ]);
    expect(compared(version(needed), ...changes).problems).toEqual([]);
  });
});

const textQuestion = `      - id: goals.words
        kind: text
        title: { de: "Wortlaut", en: "Wording" }
        text: { de: "Wie lautet das Ziel?", en: "What is the goal?" }
`;
const withoutOneLevel: Change = [
  '          - { de: "Gesagt", en: "Said" }\n          - { de: "Geschrieben", en: "Written" }',
  '          - { de: "Gesagt", en: "Said" }',
];
const withoutLevelTwo: readonly Change[] = [
  withoutOneLevel,
  ['target: { none: 1, pilot: 2, running: 2 }', 'target: 1'],
  [
    'liftedWhen: { goals.problem: { atLeast: 2 } }',
    'liftedWhen: { goals.problem: { atLeast: 1 } }',
  ],
];

describe('what older answers say must become something', () => {
  test.each<{
    why: string;
    gone: readonly Change[];
    facts: object;
    changes: readonly string[];
    needed: string;
  }>([
    {
      why: 'a question is gone: told at its hurdle',
      gone: [
        ['  - id: goals\n', '  - ▸id: goals\n'],
        [textQuestion, ''],
      ],
      facts: { what: 'question', id: 'goals.words', of: null, nearest: null },
      changes: ['{ remove: goals.words }'],
      needed: '2.0.0',
    },
    {
      why: 'a question has another name: it is guessed',
      gone: [
        ['  - id: goals\n', '  - ▸id: goals\n'],
        ['id: goals.words', 'id: goals.wording'],
      ],
      facts: { what: 'question', id: 'goals.words', of: null, nearest: 'goals.wording' },
      changes: ['{ rename: goals.words, to: goals.wording }'],
      needed: '1.3.0',
    },
    {
      why: 'a profile question is gone: told at the profile',
      gone: [
        ['profile:\n  - id: stage', 'profile:\n  ▸- id: stage'],
        [
          '  - id: staff\n    kind: number\n    text: { de: "Wie viele Beschäftigte?", en: "How many people?" }\n',
          '',
        ],
      ],
      facts: { what: 'profile', id: 'staff', of: null, nearest: null },
      changes: ['{ remove: staff }'],
      needed: '2.0.0',
    },
    {
      why: 'an option has another name: told at the options of its question',
      gone: [['- { id: bought, label', '▸- { id: boughts, label']],
      facts: { what: 'option', id: 'bought', of: 'goals.way', nearest: 'boughts' },
      changes: ['{ of: goals.way, rename: bought, to: boughts }'],
      needed: '1.3.0',
    },
    {
      why: 'an option is gone',
      gone: [
        ['      - { id: purchase, label', '      ▸- { id: nix, label'],
        ['purchase }, goals.problem', 'expansion }, goals.problem'],
        ['plans: [purchase]', 'plans: [expansion]'],
      ],
      facts: { what: 'option', id: 'purchase', of: 'plans', nearest: null },
      changes: ['{ of: plans, remove: purchase }'],
      needed: '2.0.0',
    },
    {
      why: 'a question has fewer levels',
      gone: [
        ...withoutLevelTwo,
        [
          '        options:\n          - { de: "Keines"',
          '        options:\n          ▸- { de: "Keines"',
        ],
      ],
      facts: { what: 'option', id: '2', of: 'goals.problem', nearest: null },
      changes: ['{ of: goals.problem, merge: [1, 2], into: 1 }'],
      needed: '2.0.0',
    },
  ])('$why', ({ gone, facts, changes, needed }) => {
    const { problems, places } = compared(version('2.0.0'), ...gone);
    expect(problems).toEqual([
      {
        code: 'missing-migration',
        severity: 'error',
        at: { file: 'new.yaml', ...places[0] },
        facts,
      },
    ]);
    expect(compared(version('2.0.0'), ...gone, migration('2.0.0', ...changes)).problems).toEqual(
      [],
    );
    const before = needed === '2.0.0' ? '1.3.0' : '1.2.9';
    const low = compared(version(before), ...gone, migration('1.2.5', ...changes)).problems;
    expect(low.map(({ code, facts: told }) => [code, told])).toEqual([
      ['version-too-low', expect.objectContaining({ found: before, needed })],
    ]);
  });

  test('a migration that was there already helps nothing', () => {
    const { problems } = compared(
      version('2.0.0'),
      [textQuestion, ''],
      migration('1.2.0', '{ remove: goals.words }'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['missing-migration']);
  });

  test('a question and its options may be renamed one after the other', () => {
    const { problems } = compared(
      version('1.4.0'),
      ['id: goals.way\n', 'id: goals.path\n'],
      ['- { id: bought, label', '- { id: boughts, label'],
      [
        '\ncases:',
        '\nmigrations:\n  - to: 1.3.0\n    changes: [{ rename: goals.way, to: goals.road }]\n' +
          '  - to: 1.4.0\n    changes: [{ of: goals.road, rename: bought, to: boughts }, { rename: goals.road, to: goals.path }]\ncases:',
      ],
    );
    expect(problems).toEqual([]);
  });

  test('a level with another number counts otherwise', () => {
    const { problems } = compared(
      version('1.3.0'),
      [
        '- { de: "Gesagt", en: "Said" }',
        '- { de: "Geahnt", en: "Felt" }\n          - { de: "Gesagt", en: "Said" }',
      ],
      migration(
        '1.3.0',
        '{ of: goals.problem, rename: 2, to: 3 }',
        '{ of: goals.problem, rename: 1, to: 2 }',
      ),
    );
    expect(problems.map(({ code, facts }) => [code, facts])).toEqual([
      [
        'version-too-low',
        { found: '1.3.0', needed: '2.0.0', because: 'meaning', id: 'goals.problem' },
      ],
    ]);
  });
});

test('another questionnaire is no older edition', () => {
  const { problems } = compared(['id: small', 'id: ▸large']);
  expect(problems).toEqual([
    {
      code: 'other-questionnaire',
      severity: 'error',
      at: { file: 'new.yaml', line: 3, column: 5 },
      facts: { found: 'large', expected: 'small', against: true },
    },
  ]);
});

describe('what only has other names means the same', () => {
  test('two questions and an option of our own questionnaire', () => {
    expect(problemsOf(nextFiveHurdlesText, fiveHurdles)).toEqual([]);
  });

  test('but it is no new wording only', () => {
    const text = nextFiveHurdlesText.replaceAll('1.1.0', '1.0.1');
    expect(problemsOf(text, fiveHurdles).map(({ facts }) => facts)).toEqual([
      { found: '1.0.1', needed: '1.1.0', because: 'addition', id: expect.any(String) },
    ]);
  });

  test('the profile question that targets hang on, and its options', () => {
    const text = aQuestionnaireText(
      version('1.3.0'),
      migration('1.3.0', '{ rename: step, to: phase }', '{ of: phase, rename: trial, to: pilot }'),
    );
    const before = aQuestionnaireText()
      .replaceAll(/\bstage\b/g, 'step')
      .replaceAll(/\bpilot\b/g, 'trial');
    const parsed = parseQuestionnaire(before, 'old.yaml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(problemsOf(text.replaceAll(/\bstage\b/g, 'phase'), parsed.value)).toEqual([]);
  });
});
