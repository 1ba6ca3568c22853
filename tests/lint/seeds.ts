import type { ProblemCode } from '../../src/shared/problem.ts';
import type { Change } from '../support/planted.ts';

/**
 * One mistake to be planted in our own questionnaire, and the one finding that it must give.
 *
 * `changes` say what stands otherwise; ▸ in them marks the place where it is to be told.
 */
export type Seed = {
  readonly why: string;
  readonly code: ProblemCode;
  readonly changes: readonly Change[];
};

/** A choice with two options, as a question of its own. */
const aQuestion = (id: string, target: string, points: readonly [number, number], mark = '') => `
      - ${mark}id: ${id}
        kind: choice
        roles: [mgmt]
        title: { de: "Weg", en: "Way" }
        text: { de: "Welcher Weg?", en: "Which way?" }${target}
        options:
          - { id: bought, label: { de: "Gekauft", en: "Bought" }, points: ${points[0]} }
          - { id: built, label: { de: "Gebaut", en: "Built" }, points: ${points[1]} }
`;

const endOf = (hurdle: string, text: string): Change => [`\n${hurdle}`, `${text}\n${hurdle}`];

/** What a reader stumbles over, and what only trying out finds; each can be made alone, and all together. */
export const seeds: readonly Seed[] = [
  // Errors: with them the questionnaire cannot be used.
  {
    why: 'a weight of zero leaves a question out of everything',
    code: 'out-of-range',
    changes: [['- id: involvement.training\n', '- id: involvement.training\n        weight: ▸0\n']],
  },
  {
    why: 'a target lies above the highest level',
    code: 'out-of-range',
    changes: [
      [
        'title: { de: "Überblick über alle KI-Werkzeuge"',
        'x-seed: 1\n        title: { de: "Überblick über alle KI-Werkzeuge"',
      ],
      [
        'target: { none: 2, trying: 2, pilot: 2, operation: 3, several: 3 }\n        x-seed',
        'target: { none: 2, trying: 2, pilot: 2, operation: 3, several: ▸5 }\n        x-seed',
      ],
    ],
  },
  {
    why: 'an unquoted comma cuts a text',
    code: 'cut-text',
    changes: [['de: "Nein, soweit bekannt",', 'de: Nein, ▸soweit bekannt,']],
  },
  {
    why: 'a recommendation requires a question that does not exist',
    code: 'unknown-id',
    changes: [['requires: [tools.rules]', 'requires: [▸tools.rule]']],
  },
  {
    why: 'a text lacks a language',
    code: 'missing-language',
    changes: [['- { de: "Rechenregel", en: "Formula" }', '- ▸{ de: "Rechenregel" }']],
  },
  {
    why: 'an option bears a word that other programs turn',
    code: 'reserved-id',
    changes: [['- { id: not-known, label', '- { id: ▸no, label']],
  },
  {
    why: 'a contradiction asks about a question that does not exist',
    code: 'unknown-address',
    changes: [
      ['{ involvement.adaptation: { atLeast: 3 },', '{ ▸involvement.adaption: { atLeast: 3 },'],
    ],
  },
  {
    why: 'a verdict asks for an option that does not exist',
    code: 'unknown-option',
    changes: [['tool-count: { atLeast: many }', 'tool-count: { atLeast: ▸much }']],
  },
  {
    why: 'two figures bear one id',
    code: 'duplicate-id',
    changes: [['- id: ai-rules\n', '- id: ▸root-causes\n']],
  },
  {
    why: 'a key is misspelt',
    code: 'unknown-key',
    changes: [['    liftedWhen: { goals.benefit:', '    ▸liftedwhen: { goals.benefit:']],
  },
  {
    why: 'a text asks for a profile answer that nobody gives',
    code: 'unknown-placeholder',
    changes: [
      ['- { de: "Bis wann", en: "By when" }', '- { de: ▸"Bis wann für {usage}", en: "By when" }'],
    ],
  },

  // Findings: it reads well and cannot be meant.
  {
    why: 'a contradiction asks about a question that is not asked at that stage',
    code: 'never-holds',
    changes: [
      [
        'when: { stage: none, private-use: known }',
        '▸when: { stage: none, testing.cases: { atLeast: 1 } }',
      ],
    ],
  },
  {
    why: 'one of several alternatives contradicts what stands beside it',
    code: 'never-holds',
    changes: [
      [
        '        - { measurement.baseline: 0 }\n',
        '        - { measurement.baseline: 0 }\n        - { ▸stage: trying, tools.process: 0 }\n',
      ],
    ],
  },
  {
    why: 'every level is at least 0',
    code: 'always-holds',
    changes: [['testing.weekly: { atLeast: 3 }', 'testing.weekly: { ▸atLeast: 0 }']],
  },
  {
    why: 'a limit is as high as the hurdle can get',
    code: 'idle-limit',
    changes: [['{ hurdle: involvement, atMost: 2 }', '{ hurdle: involvement, atMost: ▸4 }']],
  },
  {
    why: 'what is to be done first is only half of what lifts the verdict',
    code: 'not-lifted',
    changes: [['    first: [goals.problem, goals.target]', '    ▸first: [goals.problem]']],
  },
  {
    why: 'a question with advice lost its target',
    code: 'idle-recommendation',
    changes: [
      ['        target: { none: null, trying: null, pilot: null, operation: 2, several: 3 }\n', ''],
      [
        '        recommendation:\n          title:\n            de: "Jedes Quartal',
        '        ▸recommendation:\n          title:\n            de: "Jedes Quartal',
      ],
    ],
  },
  {
    why: 'the target of a question slipped to a stage where what it requires is not asked',
    code: 'prerequisite-never-due',
    changes: [
      [
        '        target: { none: null, trying: null, pilot: 1, operation: 2, several: 3 }\n        title:\n          de: "Anbindung an CRM',
        '        target: { none: 1, trying: null, pilot: null, operation: null, several: null }\n        title:\n          de: "Anbindung an CRM',
      ],
      ['requires: [tools.process, goals.data]', 'requires: [▸tools.process, goals.data]'],
    ],
  },
  {
    why: 'what another question requires is never aimed at so high',
    code: 'prerequisite-above-target',
    changes: [
      [
        'target: { none: 2, trying: null, pilot: 2, operation: 3, several: 3 }',
        'target: { none: 1, trying: null, pilot: 1, operation: 1, several: 1 }',
      ],
      ['requires: [involvement.mandate]', 'requires: [▸involvement.mandate]'],
    ],
  },
  {
    why: 'the result can be lower than the lowest level begins',
    code: 'hole-below',
    changes: [['    - from: 0\n', '    - from: ▸0.5\n']],
  },
  {
    why: 'two levels begin at the same number',
    code: 'levels-out-of-order',
    changes: [['    - from: 3\n', '    - from: ▸2\n']],
  },
  {
    why: 'a level begins above the best result',
    code: 'level-unreachable',
    changes: [['    - from: 4\n', '    - from: ▸4.5\n']],
  },
  {
    why: 'a question has a weight where all count the same',
    code: 'idle-weight',
    changes: [
      ['  - id: tools\n', '  - id: tools\n    aggregate: mean\n'],
      ['      - id: tools.selection\n', '      - id: tools.selection\n        ▸weight: 3\n'],
    ],
  },
  {
    why: 'every answer is worth the same',
    code: 'idle-points',
    changes: [endOf('  # 3. Tool chaos ---', aQuestion('measurement.way', '', [1, 1], '▸'))],
  },
  {
    why: 'no answer is worth as much as the target',
    code: 'target-out-of-reach',
    changes: [
      endOf(
        '  # 2. No systematic measurement ---',
        aQuestion('goals.way', '\n        target: ▸3', [0, 2]),
      ),
    ],
  },
  {
    why: 'two gates are easily mistaken for each other',
    code: 'similar-ids',
    changes: [['  - id: no-target\n', '  - id: ▸no-problems\n']],
  },
  {
    why: 'a word without quotation marks is no text to other programs',
    code: 'turned-word',
    changes: [['- { de: "Nr.", en: "No." }', '- { de: "Nr.", en: ▸No }']],
  },
  {
    why: 'a text stands in the quotation marks of a word processor',
    code: 'typeset-quotes',
    changes: [['- { de: "Nein.", en: "No." }', '- { de: ▸„Nein.“, en: "No." }']],
  },
  {
    why: 'a question and its answers do not fit on a screen',
    code: 'long-text',
    changes: [
      [
        '        text:\n          de: "Wie genau ist das Ziel dieses KI-Einsatzes festgelegt?"',
        `        ▸text:\n          de: "${'Wie genau ist das Ziel dieses KI-Einsatzes festgelegt? '.repeat(16)}"`,
      ],
    ],
  },
  {
    why: 'who could answer is not asked what it hangs on',
    code: 'unanswerable',
    changes: [
      [
        '      - id: goals.owner\n',
        '      - id: goals.owner\n        ▸when: { goals.data: { atLeast: 1 } }\n',
      ],
    ],
  },
  {
    why: 'a gate bites for good answers instead of bad ones',
    code: 'not-monotone',
    changes: [
      ['when: { tools.inventory: { atMost: 1 } }', 'when: { tools.inventory: { ▸atLeast: 1 } }'],
    ],
  },
  {
    why: 'nobody bears a role',
    code: 'unused',
    changes: [
      [
        '  - { id: dept, title',
        '  - { id: ▸council, title: { de: "Betriebsrat", en: "Works council" } }\n  - { id: dept, title',
      ],
    ],
  },
  {
    why: 'no question leads to a worksheet',
    code: 'unused',
    changes: [
      [
        '  - id: ground-rules\n    title',
        '  - id: ▸house-rules\n    title: { de: "Hausordnung", en: "House rules" }\n    fields: [{ de: "Regel", en: "Rule" }]\n  - id: ground-rules\n    title',
      ],
    ],
  },
  {
    why: 'no rule asks for what can be ticked',
    code: 'idle-option',
    changes: [
      [
        '      - id: integration\n        label',
        '      - { id: ▸hiring, label: { de: "Einstellung", en: "Hiring" } }\n      - id: integration\n        label',
      ],
    ],
  },
];
