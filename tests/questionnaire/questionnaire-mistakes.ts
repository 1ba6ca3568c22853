import { expect } from 'vitest';
import { aQuestionnaireText as small } from '../support/a-questionnaire.ts';
import type { Mistake } from './mistakes.ts';

// A question for a number in place of the one for a way.
const counted = (range: string, band: string): [string, string] => [
  `kind: choice
        title: { de: "Weg", en: "Way" }
        text: { de: "Welcher Weg?", en: "Which way?" }
        target: 1
        options:
          - { id: bought, label: { de: "Gekauft", en: "Bought" }, points: 0 }
          - { id: built, label: { de: "Gebaut", en: "Built" }, points: 2 }`,
  `kind: number
        title: { de: "Weg", en: "Way" }
        text: { de: "Welcher Weg?", en: "Which way?" }
        ${range}
        bands: [{ from: 0, points: 1 }, ${band}]`,
];

const inSheet = '- { de: "Problem", en: "Problem" }\n\nfacts';

/** The problems of a questionnaire, each planted alone; ▸ stands where it is to be told. */
export const questionnaireMistakes: readonly Mistake[] = [
  // The file as a whole.
  {
    why: 'a file is larger than anyone writes by hand',
    code: 'too-large',
    text: small(['# A small', `#${' '.repeat(2_000_000)}`]),
    facts: { characters: expect.any(Number), limit: 2_000_000 },
  },
  {
    why: 'it nests deeper than anyone means',
    code: 'too-deep',
    text: small(['version: 1.2.0', `version: ${'['.repeat(63)}▸[${']'.repeat(64)}`]),
    facts: { limit: 64 },
  },
  {
    why: 'a target lies above the highest level',
    code: 'out-of-range',
    text: small([
      'target: { none: 1, pilot: 2, running: 2 }',
      'target: { none: 1, pilot: 2, running: ▸9 }',
    ]),
    facts: { found: '9', bound: '0–2', of: 'target' },
  },
  {
    why: 'a number is at least what it is not at most',
    code: 'out-of-range',
    text: small([
      'id: staff\n    kind: number',
      'id: staff\n    kind: number\n    min: ▸9\n    max: 8',
    ]),
    facts: { found: '9', bound: '≤ 8' },
  },
  {
    why: 'a band begins above the greatest number',
    code: 'unreachable-band',
    text: small(counted('max: 100', '{ from: ▸101, points: 2 }')),
    facts: { from: 101, lowest: null, highest: 100 },
  },
  {
    why: 'a band ends below the least number',
    code: 'unreachable-band',
    text: small(
      counted('min: 10', '{ from: 10, points: 2 }').map((part) =>
        part.replace('from: 0', 'from: ▸0'),
      ) as [string, string],
    ),
    facts: { from: 0, lowest: 10, highest: null },
  },
  {
    why: 'an effort is least what it is not most',
    code: 'malformed',
    text: small(['effort: { min: 1, max: 2 }', 'effort: ▸{ min: 3, max: 2 }']),
    facts: { found: '{…}', form: 'effort' },
  },
  {
    why: 'a condition asks for nothing and would always hold',
    code: 'malformed',
    text: small(['{ when: { sector: crafts }, change', '{ when: ▸{}, change']),
    facts: { found: '{…}', form: 'condition' },
  },
  {
    why: 'targets are picked by a question with several answers',
    code: 'wrong-type',
    text: small(
      ['by: stage', 'by: ▸plans'],
      ['target: { none: 1, pilot: 2, running: 2 }', 'target: 2'],
      ['target: { none: null, pilot: 1, running: 2 }', 'target: 1'],
    ),
    facts: { expected: 'choice', found: 'several' },
  },
  { why: 'nothing stands in it', code: 'empty-file', text: '# Nothing yet.\n', facts: {} },
  {
    why: 'a bracket is never closed',
    code: 'yaml-syntax',
    text: '{ format: questionnaire/1, languages: [de, en]▸',
    facts: { reason: 'MISSING_CHAR', message: expect.any(String) },
  },
  {
    why: 'a second document follows, which nobody would read',
    code: 'yaml-syntax',
    text: `${small()}▸---\nformat: questionnaire/1\n`,
    facts: { reason: 'MULTIPLE_DOCS', message: expect.any(String) },
  },
  {
    why: 'a key stands twice',
    code: 'duplicate-key',
    text: small(['version: 1.2.0', 'version: 1.2.0\n▸id: smaller']),
    facts: {},
  },
  {
    why: 'a text is anchored, to be used again elsewhere',
    code: 'alias-refused',
    text: small(['version: 1.2.0', 'version: &v ▸1.2.0']),
    facts: {},
  },
  {
    why: 'a tag asks for a type of its own',
    code: 'unknown-tag',
    text: small(['version: 1.2.0', 'version: ▸!version 1.2.0']),
    facts: { tag: '!version' },
  },
  {
    why: 'a tag asks for a type of YAML 1.1',
    code: 'unknown-tag',
    text: small(['asOf: 2026-01-31', 'asOf: ▸!!timestamp 2026-01-31']),
    facts: { tag: '!!timestamp' },
  },
  {
    why: 'it is a file of answers',
    code: 'wrong-format',
    text: small(['format: questionnaire/1', 'format: ▸answers/1']),
    facts: { found: 'answers/1', expected: 'questionnaire/1' },
  },
  {
    why: 'it does not say what it is',
    code: 'wrong-format',
    text: small(['format: questionnaire/1\nid', '▸id']),
    facts: { found: '', expected: 'questionnaire/1' },
  },

  // The shape.
  {
    why: 'a key is missing at the top',
    code: 'missing-key',
    text: small(['format:', '▸format:'], ['version: 1.2.0\n', '']),
    facts: { key: 'version' },
  },
  {
    why: 'a key is missing deep inside',
    code: 'missing-key',
    text: small(['effort: { min: 0.5, max: 1 }', 'effort: ▸{ min: 0.5 }']),
    facts: { key: 'max' },
  },
  {
    why: 'a profile question does not say its kind',
    code: 'missing-key',
    text: small(['- id: staff\n    kind: number\n', '- ▸id: staff\n']),
    facts: { key: 'kind', allowed: ['choice', 'several', 'number', 'text'] },
  },
  {
    why: 'a target is silent about one stage',
    code: 'missing-key',
    text: small(['target: { none: 1, pilot: 2, running: 2 }', 'target: ▸{ none: 1, pilot: 2 }']),
    facts: { key: 'running' },
  },
  {
    why: 'targets differ by stage, but nothing says which question that is',
    code: 'missing-key',
    text: small(['targets:\n  by: stage\n  modifiers', 'targets:\n  ▸modifiers']),
    facts: { key: 'by' },
  },
  {
    why: 'targets differ by stage, and nothing is said of targets at all',
    code: 'missing-key',
    text: small(
      ['format: questionnaire/1', '▸format: questionnaire/1'],
      [
        'targets:\n  by: stage\n  modifiers:\n    - { when: { sector: crafts }, change: -1, for: [tests.cases] }\n  bounds: { atLeast: 1, atMost: 2 }\n',
        '',
      ],
    ),
    facts: { key: 'targets' },
  },
  {
    why: 'a key is misspelt',
    code: 'unknown-key',
    text: small(['required: true', '▸requird: true']),
    facts: { key: 'requird', nearest: 'required' },
  },
  {
    why: 'a key resembles none that exist',
    code: 'unknown-key',
    text: small(['review: 26w', '▸again: 26w']),
    facts: { key: 'again', nearest: null, allowed: ['lifted', 'review'] },
  },
  {
    why: 'a comparison is misspelt',
    code: 'unknown-key',
    text: small(['stage: { atLeast: pilot }', 'stage: { ▸atleast: pilot }']),
    facts: { key: 'atleast', nearest: 'atLeast' },
  },
  {
    why: 'a decimal comma ends a number in a bracket',
    code: 'decimal-comma',
    text: small(['effort: { min: 1,', 'effort: { min: 0,▸5,']),
    facts: { found: '0,…', meant: '0.…' },
  },
  {
    why: 'a decimal comma makes a text of a number',
    code: 'decimal-comma',
    text: small(['weeks: 1', 'weeks: ▸1,5']),
    facts: { found: '1,5', meant: '1.5' },
  },
  {
    why: 'an unquoted comma cuts a text',
    code: 'cut-text',
    text: small(['de: "Wie viele Beschäftigte?"', 'de: Wie viele, ▸alle gezählt']),
    facts: { key: 'alle gezählt' },
  },
  {
    why: 'an unquoted comma cuts the sentence of a level',
    code: 'cut-text',
    text: small(['en: "Said"', 'en: Said, ▸not written']),
    facts: { key: 'not written' },
  },
  {
    why: 'an unquoted comma cuts a text that has no languages',
    code: 'cut-text',
    text: small(['scales:', 'sources:\n  - { title: First, ▸second }\nscales:']),
    facts: { key: 'second' },
  },
  {
    why: 'a number is a word',
    code: 'wrong-type',
    text: small(['weeks: 1', 'weeks: ▸soon']),
    facts: { expected: 'number', found: 'soon' },
  },
  {
    why: 'a version reads as a number',
    code: 'malformed',
    text: small(['version: 1.2.0', 'version: ▸1.2']),
    facts: { form: 'version', found: '1.2' },
  },
  {
    why: 'a text does not say its language',
    code: 'wrong-type',
    text: small(['text: { de: "Was ist geplant?", en: "What is planned?" }', 'text: ▸Planned?']),
    facts: { expected: 'object', found: 'Planned?', write: '{ de: "…", en: "…" }' },
  },
  {
    why: 'yes is said in another language',
    code: 'wrong-type',
    text: small(['ordered: true', 'ordered: ▸ja']),
    facts: { expected: 'boolean', found: 'ja', write: 'true' },
  },
  {
    why: 'a number stands in quotes',
    code: 'wrong-type',
    text: small(['weeks: 2', 'weeks: ▸"2"']),
    facts: { expected: 'number', found: '"2"', write: '2' },
  },
  {
    why: 'a limit is neither a number nor an answer',
    code: 'wrong-type',
    text: small(['atMost: { answerOf: goals.problem }', 'atMost: ▸true']),
    facts: { expected: 'number / object', found: 'true' },
  },
  {
    why: 'a comparison with several values has one',
    code: 'wrong-type',
    text: small(['sector: crafts', 'sector: { in: ▸crafts }']),
    facts: { expected: 'array', found: 'crafts' },
  },
  {
    why: 'a condition compares with nothing',
    code: 'wrong-type',
    text: small(['sector: crafts', 'sector: ▸~']),
    facts: { expected: 'string / number / boolean', found: 'null' },
  },
  {
    why: 'a verdict is of a kind that does not exist',
    code: 'not-one-of',
    text: small(['kind: stop', 'kind: ▸stopp']),
    facts: {
      value: 'stopp',
      allowed: ['stop', 'simpler', 'clarify', 'fine'],
      nearest: 'stop',
    },
  },
  {
    why: 'a question is of a kind that does not exist',
    code: 'not-one-of',
    text: small(['kind: several\n            title', 'kind: ▸severall\n            title']),
    facts: {
      value: 'severall',
      allowed: ['level', 'choice', 'several', 'number', 'text'],
      nearest: 'several',
    },
  },
  {
    why: 'a profile question is of a kind that does not exist',
    code: 'not-one-of',
    text: small(['kind: number', 'kind: ▸numbre']),
    facts: {
      value: 'numbre',
      allowed: ['choice', 'several', 'number', 'text'],
      nearest: 'number',
    },
  },
  {
    why: 'a number is too large',
    code: 'out-of-range',
    text: small(['impact: 5', 'impact: ▸7']),
    facts: { found: '7', bound: '≤ 5' },
  },
  {
    why: 'a number must be above its bound and only reaches it',
    code: 'out-of-range',
    text: small(['weeks: 2', 'weeks: ▸0']),
    facts: { found: '0', bound: '> 0' },
  },
  {
    why: 'a list that needs an entry is empty',
    code: 'out-of-range',
    text: small(['for: [tests.cases]', 'for: ▸[]']),
    facts: { found: '0', bound: '≥ 1' },
  },
  {
    why: 'a version has no patch number',
    code: 'malformed',
    text: small(['version: 1.2.0', 'version: ▸"1.2"']),
    facts: { found: '1.2', form: 'version' },
  },
  {
    why: 'an id begins with a capital',
    code: 'malformed',
    text: small(['- id: staff', '- id: ▸Staff']),
    facts: { found: 'Staff', form: 'id' },
  },
  {
    why: 'a question id does not name its hurdle',
    code: 'malformed',
    text: small(['id: goals.words', 'id: ▸words']),
    facts: { found: 'words', form: 'question-id' },
  },
  {
    why: 'a duration has a unit nobody knows',
    code: 'malformed',
    text: small(['review: 26w', 'review: ▸26 weeks']),
    facts: { found: '26 weeks', form: 'duration' },
  },
  {
    why: 'a day is not in the calendar',
    code: 'malformed',
    text: small(['asOf: 2026-01-31', 'asOf: ▸2026-02-30']),
    facts: { found: '2026-02-30', form: 'date' },
  },
  {
    why: 'a scale has a name that is no id',
    code: 'malformed',
    text: small([
      'scales:\n',
      'scales:\n  ▸Two Steps: [{ from: 0, name: { de: A, en: A } }, { from: 1, name: { de: B, en: B } }]\n',
    ]),
    facts: { found: 'Two Steps', form: 'id' },
  },

  // Names and what they point at.
  {
    why: 'two profile questions have one id',
    code: 'duplicate-id',
    text: small(['- id: goal\n', '- id: ▸staff\n']),
    facts: { id: 'staff', first: { line: 41 } },
  },
  {
    why: 'two questions have one id',
    code: 'duplicate-id',
    text: small(['id: goals.words', 'id: ▸goals.way']),
    facts: { id: 'goals.way', first: { line: 79 } },
  },
  {
    why: 'a group has the id of a hurdle',
    code: 'duplicate-id',
    text: small(['id: checks', 'id: ▸goals']),
    facts: { id: 'goals', first: { line: 56 } },
  },
  {
    why: 'two options of a question have one id',
    code: 'duplicate-id',
    text: small(['id: built', 'id: ▸bought']),
    facts: { id: 'bought', first: { line: 85 } },
  },
  {
    why: 'two roles have one id',
    code: 'duplicate-id',
    text: small(
      ['roles:\n', 'roles:\n  - { id: team, title: { de: "T", en: "T" } }\n'],
      ['{ id: team, title: { de: "Team"', '{ id: ▸team, title: { de: "Team"'],
    ),
    facts: { id: 'team', first: { line: 15 } },
  },
  {
    why: 'an option bears a name that other readers of YAML turn into false',
    code: 'reserved-id',
    text: small(['id: retail', 'id: ▸no']),
    facts: { id: 'no' },
  },
  {
    why: 'its id, by which files are named, is a device for Windows',
    code: 'device-name',
    text: small(['id: small\n', 'id: ▸nul\n']),
    facts: { name: 'nul' },
  },
  {
    why: 'a gate limits a hurdle that does not exist',
    code: 'unknown-id',
    text: small(['hurdle: goals', 'hurdle: ▸goal']),
    facts: { what: 'hurdle', id: 'goal', nearest: 'goals' },
  },
  {
    why: 'a fact is about a hurdle that does not exist',
    code: 'unknown-id',
    text: small(['hurdles: [goals]', 'hurdles: [goals, ▸people]']),
    facts: { what: 'hurdle', id: 'people', nearest: null },
  },
  {
    why: 'a verdict begins with a question that does not exist',
    code: 'unknown-id',
    text: small(['first: [goals.problem]', 'first: [▸goals.problm]']),
    facts: { what: 'question', id: 'goals.problm', nearest: 'goals.problem' },
  },
  {
    why: 'a verdict defers a question that does not exist',
    code: 'unknown-id',
    text: small(['defers: [tests.cases]', 'defers: [▸tests.case]']),
    facts: { what: 'question', id: 'tests.case', nearest: 'tests.cases' },
  },
  {
    why: 'a limit follows the answer to a question that does not exist',
    code: 'unknown-id',
    text: small(['answerOf: goals.problem', 'answerOf: ▸goals.problems']),
    facts: { what: 'question', id: 'goals.problems', nearest: 'goals.problem' },
  },
  {
    why: 'a modifier is for a question that does not exist',
    code: 'unknown-id',
    text: small(['for: [tests.cases]', 'for: [▸tests.case]']),
    facts: { what: 'question', id: 'tests.case', nearest: 'tests.cases' },
  },
  {
    why: 'a modifier with a condition about questions is for one that does not exist',
    code: 'unknown-id',
    text: small([
      'when: { sector: crafts }, change: -1, for: [tests.cases]',
      'when: { goals.way: built }, change: -1, for: [tests.cases, ▸tests.case]',
    ]),
    facts: { what: 'question', id: 'tests.case', nearest: 'tests.cases' },
  },
  {
    why: 'a recommendation requires a question that does not exist',
    code: 'unknown-id',
    text: small(['requires: [goals.problem]', 'requires: [▸goals.problems]']),
    facts: { what: 'question', id: 'goals.problems', nearest: 'goals.problem' },
  },
  {
    why: 'targets go by a profile question that does not exist',
    code: 'unknown-id',
    text: small(['by: stage', 'by: ▸stages']),
    facts: { what: 'profile', id: 'stages', nearest: 'stage' },
  },
  {
    why: 'a hurdle is measured on a scale that does not exist',
    code: 'unknown-id',
    text: small(['scale: steps\n    questions:\n', 'scale: ▸step\n    questions:\n']),
    facts: { what: 'scale', id: 'step', nearest: 'steps' },
  },
  {
    why: 'a question is for a role that does not exist',
    code: 'unknown-id',
    text: small(['roles: [boss, team]', 'roles: [boss, ▸teams]']),
    facts: { what: 'role', id: 'teams', nearest: 'team' },
  },
  {
    why: 'a recommendation is owned by a role that does not exist',
    code: 'unknown-id',
    text: small(['owner: team', 'owner: ▸tem']),
    facts: { what: 'role', id: 'tem', nearest: 'team' },
  },
  {
    why: 'a role is written as no id can be',
    code: 'unknown-id',
    text: small(['owner: team', 'owner: ▸Team']),
    facts: { what: 'role', id: 'Team', nearest: 'team' },
  },
  {
    why: 'a recommendation fills in a worksheet that does not exist',
    code: 'unknown-id',
    text: small(['worksheet: sheet', 'worksheet: ▸sheets']),
    facts: { what: 'worksheet', id: 'sheets', nearest: 'sheet' },
  },
  {
    why: 'a worksheet is filled from a question that does not exist',
    code: 'unknown-source',
    text: small([inSheet, inSheet.replace(' }', ', from: ▸goals.problm }')]),
    facts: { address: 'goals.problm', nearest: 'goals.problem' },
  },
  {
    why: 'a worksheet is filled from a note beside a question that does not exist',
    code: 'unknown-source',
    text: small([inSheet, inSheet.replace(' }', ', from: [goal, ▸$note.goals.problm] }')]),
    facts: { address: '$note.goals.problm', nearest: '$note.goals.problem' },
  },
  {
    why: 'a worksheet is filled from something steps do not have',
    code: 'unknown-source',
    text: small([inSheet, inSheet.replace(' }', ', from: ▸$step.whom }')]),
    facts: { address: '$step.whom', nearest: '$step.who' },
  },
  {
    why: 'what stands above the fields of a worksheet comes from nowhere',
    code: 'unknown-source',
    text: small(['    fields:\n', '    from: ▸gaol\n    fields:\n']),
    facts: { address: 'gaol', nearest: 'goal' },
  },
  {
    why: 'a field of a form has cells, as only a column has',
    code: 'other-layout',
    text: small([inSheet, inSheet.replace(' }', ', ▸cells: [{ de: A, en: A }] }')]),
    facts: { key: 'cells', layout: 'table' },
  },
  {
    why: 'a form has empty rows, as only a table has',
    code: 'other-layout',
    text: small(['    fields:\n', '    ▸blankRows: 3\n    fields:\n']),
    facts: { key: 'blankRows', layout: 'table' },
  },
  {
    why: 'a column of a table has lines, as only a field of a form has',
    code: 'other-layout',
    text: small(
      ['    fields:\n', '    layout: table\n    fields:\n'],
      [inSheet, inSheet.replace(' }', ', ▸lines: 3 }')],
    ),
    facts: { key: 'lines', layout: 'form' },
  },
  {
    why: 'a hint on a worksheet lacks a language',
    code: 'missing-language',
    text: small([inSheet, inSheet.replace(' }', ', hint: ▸{ de: "Kurz" } }')]),
    facts: { language: 'en' },
  },
  {
    why: 'what is printed in a table speaks a language that was not announced',
    code: 'unknown-language',
    text: small(
      ['    fields:\n', '    layout: table\n    fields:\n'],
      [inSheet, inSheet.replace(' }', ', cells: [{ de: A, en: A, ▸fr: A }] }')],
    ),
    facts: { language: 'fr', languages: ['de', 'en'] },
  },
  {
    why: 'a case expects a gate that does not exist',
    code: 'unknown-id',
    text: small(['gates: [no-problem]', 'gates: [▸no-problems]']),
    facts: { what: 'gate', id: 'no-problems', nearest: 'no-problem' },
  },
  {
    why: 'a case expects a verdict that does not exist',
    code: 'unknown-id',
    text: small([' verdicts: [not-buy]', ' verdicts: [▸not-by]']),
    facts: { what: 'verdict', id: 'not-by', nearest: 'not-buy' },
  },
  {
    why: 'a case gives a profile answer that nobody asks for',
    code: 'unknown-id',
    text: small(['profile: { stage: pilot', 'profile: { ▸stag: pilot']),
    facts: { what: 'profile', id: 'stag', nearest: 'stage' },
  },
  {
    why: 'a case answers a question that does not exist',
    code: 'unknown-id',
    text: small(['answers: { goals.problem: 0', 'answers: { ▸goals.problm: 0']),
    facts: { what: 'question', id: 'goals.problm', nearest: 'goals.problem' },
  },
  {
    why: 'a case expects a hurdle that does not exist',
    code: 'unknown-id',
    text: small(['hurdles: { goals: 0', 'hurdles: { ▸goal: 0']),
    facts: { what: 'hurdle', id: 'goal', nearest: 'goals' },
  },
  {
    why: 'a condition asks for an option that does not exist',
    code: 'unknown-option',
    text: small(['stage: { atLeast: pilot }', 'stage: { atLeast: ▸pilots }']),
    facts: {
      of: 'stage',
      option: 'pilots',
      allowed: ['none', 'pilot', 'running'],
      nearest: 'pilot',
    },
  },
  {
    why: 'the only one of a list of options does not exist',
    code: 'unknown-option',
    text: small(['sector: crafts', 'sector: [▸craft]']),
    facts: { of: 'sector', option: 'craft', allowed: ['crafts', 'retail'], nearest: 'crafts' },
  },
  {
    why: 'one of several options does not exist',
    code: 'unknown-option',
    text: small(['sector: crafts', 'sector: { in: [crafts, ▸retial] }']),
    facts: { of: 'sector', option: 'retial', allowed: ['crafts', 'retail'], nearest: 'retail' },
  },
  {
    why: 'a list of answers never includes an option that does not exist',
    code: 'unknown-option',
    text: small(['{ includes: purchase }', '{ includes: ▸purchas }']),
    facts: {
      of: 'plans',
      option: 'purchas',
      allowed: ['purchase', 'expansion', 'nothing'],
      nearest: 'purchase',
    },
  },
  {
    why: 'a condition asks for a level above the highest, which resembles none',
    code: 'unknown-option',
    text: small([
      'liftedWhen: { goals.problem: { atLeast: 2 }',
      'liftedWhen: { goals.problem: { atLeast: ▸5 }',
    ]),
    facts: { of: 'goals.problem', option: '5', allowed: ['0', '1', '2'], nearest: null },
  },
  {
    why: 'a target names a stage that does not exist',
    code: 'unknown-option',
    text: small(['running: 2 }\n        options', 'running: 2, ▸runing: 2 }\n        options']),
    facts: {
      of: 'stage',
      option: 'runing',
      allowed: ['none', 'pilot', 'running'],
      nearest: 'running',
    },
  },
  {
    why: 'a text lacks a language',
    code: 'missing-language',
    text: small(['{ de: "Handwerk", en: "Crafts" }', '▸{ de: "Handwerk" }']),
    facts: { language: 'en' },
  },
  {
    why: 'the sentence of a level lacks a language',
    code: 'missing-language',
    text: small(['{ de: "Genug", en: "Enough" }', '▸{ en: "Enough" }']),
    facts: { language: 'de' },
  },
  {
    why: 'a variant of a text lacks a language',
    code: 'missing-language',
    text: small([
      'en: "Which goal?" }',
      'en: "Which goal?", variants: [{ when: { sector: crafts }, text: ▸{ de: "Wofür?" } }] }',
    ]),
    facts: { language: 'en' },
  },
  {
    why: 'a text speaks a language that was not announced',
    code: 'unknown-language',
    text: small(['en: "Retail" }', 'en: "Retail", ▸fr: "Commerce" }']),
    facts: { language: 'fr', languages: ['de', 'en'] },
  },
  {
    why: 'a text asks for a profile answer that nobody gives',
    code: 'unknown-placeholder',
    text: small(['"What do you test in {sector}?"', '▸"What do you test in {sektor}?"']),
    facts: { placeholder: 'sektor', nearest: 'sector' },
  },

  // Meaning.
  {
    why: 'a condition asks for a profile question that does not exist',
    code: 'unknown-address',
    text: small(['when: { sector: crafts }', 'when: { ▸sectr: crafts }']),
    facts: { address: 'sectr', nearest: 'sector' },
  },
  {
    why: 'a condition asks for a question that does not exist',
    code: 'unknown-address',
    text: small(['{ goals.problem: { atMost: 0 } }', '{ ▸goals.problm: { atMost: 0 } }']),
    facts: { address: 'goals.problm', nearest: 'goals.problem' },
  },
  {
    why: 'a condition asks for a result that does not exist',
    code: 'unknown-address',
    text: small(['$unknown.any', '▸$unknwon.any']),
    facts: { address: '$unknwon.any', nearest: '$unknown.any' },
  },
  {
    why: 'a condition asks for the result of a hurdle that does not exist',
    code: 'unknown-address',
    text: small(['$level:', '▸$level.goal:']),
    facts: { address: '$level.goal', nearest: '$level.goals' },
  },
  {
    why: 'whether a question is asked hangs on a result',
    code: 'address-not-allowed',
    text: small([
      'goals.problem: { atLeast: 1 } }\n            options',
      '▸$level: { atLeast: 1 } }\n            options',
    ]),
    facts: { address: '$level', where: 'when' },
  },
  {
    why: 'a gate hangs on a result',
    code: 'address-not-allowed',
    text: small(['{ goals.problem: { atMost: 0 } }', '{ ▸$score.goals: { atMost: 0 } }']),
    facts: { address: '$score.goals', where: 'gate' },
  },
  {
    why: 'a target hangs on a result',
    code: 'address-not-allowed',
    text: small(['when: { sector: crafts }', 'when: { not: { ▸$score: { above: 50 } } }']),
    facts: { address: '$score', where: 'modifier' },
  },
  {
    why: 'the wording of a text hangs on an answer',
    code: 'address-not-allowed',
    text: small([
      'en: "Which goal?" }',
      'en: "Which goal?", variants: [{ when: { ▸goals.way: built }, text: { de: "A", en: "B" } }] }',
    ]),
    facts: { address: 'goals.way', where: 'wording' },
  },
  {
    why: 'whether a question is asked hangs on a later one',
    code: 'looks-forward',
    text: small([
      'goals.problem: { atLeast: 1 } }\n            options',
      '▸tests.kinds: { includes: manual } }\n            options',
    ]),
    facts: { address: 'tests.kinds' },
  },
  {
    why: 'whether a question is asked hangs on its own answer',
    code: 'looks-forward',
    text: small([
      'goals.problem: { atLeast: 1 } }\n            options',
      '▸tests.cases: { atLeast: 1 } }\n            options',
    ]),
    facts: { address: 'tests.cases' },
  },
  {
    why: 'a target hangs on a later question',
    code: 'looks-forward',
    text: small(['when: { sector: crafts }', 'when: { ▸tests.kinds: { includes: manual } }']),
    facts: { address: 'tests.kinds' },
  },
  {
    why: 'options without an order are compared by it',
    code: 'impossible-comparison',
    text: small(['sector: crafts', 'sector: { atLeast: ▸crafts }']),
    facts: { address: 'sector', comparison: 'atLeast' },
  },
  {
    why: 'a number is compared with a word',
    code: 'impossible-comparison',
    text: small(['sector: crafts', 'staff: { atLeast: ▸many }']),
    facts: { address: 'staff', comparison: 'atLeast' },
  },
  {
    why: 'a level is compared with a word',
    code: 'unknown-option',
    text: small([
      'liftedWhen: { goals.problem: { atLeast: 2 }',
      'liftedWhen: { goals.problem: ▸high',
    ]),
    facts: { of: 'goals.problem', option: 'high', allowed: ['0', '1', '2'], nearest: null },
  },
  {
    why: 'a condition names a hurdle and means its level',
    code: 'unknown-address',
    text: small(['$level: { below: 1 }', '▸goals: { below: 1 }']),
    facts: { address: 'goals', nearest: '$level.goals' },
  },
  {
    why: 'the question that picks the targets is of a kind that there is not',
    code: 'not-one-of',
    text: small(['- id: stage\n    kind: choice', '- id: stage\n    kind: ▸auswahl']),
    facts: { value: 'auswahl', allowed: ['choice', 'several', 'number', 'text'], nearest: null },
  },
  {
    why: 'several answers are said to be one',
    code: 'impossible-comparison',
    text: small(['plans: { includes: purchase }', 'plans: ▸purchase']),
    facts: { address: 'plans', comparison: 'is' },
  },
  {
    why: 'a text is compared word for word',
    code: 'impossible-comparison',
    text: small(['sector: crafts', 'goal: { isNot: ▸growth }']),
    facts: { address: 'goal', comparison: 'isNot' },
  },
  {
    why: 'a choice is searched for a number',
    code: 'impossible-comparison',
    text: small(['sector: crafts', 'sector: { hasNumber: ▸true }']),
    facts: { address: 'sector', comparison: 'hasNumber' },
  },
  {
    why: 'a result is said to be answered',
    code: 'impossible-comparison',
    text: small(['$level: { below: 1 }', '$level: { answered: ▸true }']),
    facts: { address: '$level', comparison: 'answered' },
  },
  {
    why: 'a recommendation requires itself',
    code: 'prerequisite-cycle',
    text: small(['requires: [goals.problem]', 'requires: [▸tests.cases]']),
    facts: { ids: ['tests.cases'] },
  },
  {
    why: 'two recommendations require each other',
    code: 'prerequisite-cycle',
    text: small(['worksheet: sheet', 'worksheet: sheet\n          requires: ▸[tests.cases]']),
    facts: { ids: ['goals.problem', 'tests.cases'] },
  },
  {
    why: 'a hurdle only asks for words',
    code: 'nothing-scored',
    text: small([
      'gates:\n',
      '  - ▸id: talk\n    title: { de: "Rede", en: "Talk" }\n    scale: steps\n    questions:\n      - { id: talk.words, kind: text, title: { de: "A", en: "A" }, text: { de: "B", en: "B" } }\ngates:\n',
    ]),
    facts: { hurdle: 'talk' },
  },
  {
    why: 'a recommendation requires a question that advises nothing',
    code: 'no-recommendation',
    text: small(['requires: [goals.problem]', 'requires: [▸goals.way]']),
    facts: { id: 'goals.way' },
  },

  // Migrations.
  {
    why: 'a migration leads to an edition that is yet to come',
    code: 'out-of-range',
    text: migrating('  - to: ▸1.3.0'),
    facts: { found: '1.3.0', bound: '≤ 1.2.0', of: 'version' },
  },
  {
    why: 'a newer migration stands before an older one',
    code: 'out-of-range',
    text: migrating('  - to: 1.1.0\n  - to: ▸1.0.3'),
    facts: { found: '1.0.3', bound: '> 1.1.0' },
  },
  {
    why: 'a migration leads to what is no version',
    code: 'malformed',
    text: migrating('  - to: ▸"1.1"'),
    facts: { found: '1.1', form: 'version' },
  },
  {
    why: 'a change does not say what becomes of what it renames',
    code: 'missing-key',
    text: migratingBy('▸{ rename: goals.goal }'),
    facts: { key: 'to' },
  },
  {
    why: 'a merged option is said to be taken by its height',
    code: 'unknown-key',
    text: migratingBy('{ of: sector, merge: [craft, trade], into: crafts, ▸take: lowest }'),
    facts: { key: 'take', nearest: null },
  },
  {
    why: 'a question is split into itself only',
    code: 'out-of-range',
    text: migratingBy('{ split: goals.all, into: ▸[goals.way] }'),
    facts: { found: '1', bound: '≥ 2' },
  },
  {
    why: 'a question is renamed to one that is not there',
    code: 'unknown-id',
    text: migratingBy('{ rename: goals.goal, to: ▸goals.problm }'),
    facts: { what: 'question', id: 'goals.problm', nearest: 'goals.problem' },
  },
  {
    why: 'a profile question is renamed to a question',
    code: 'unknown-id',
    text: migratingBy('{ rename: goal-words, to: ▸goals.words }'),
    facts: { what: 'profile', id: 'goals.words', nearest: null },
  },
  {
    why: 'one of several that a profile question is split into is not there',
    code: 'unknown-id',
    text: migratingBy('{ split: branch, into: [sector, ▸stagge] }'),
    facts: { what: 'profile', id: 'stagge', nearest: 'stage' },
  },
  {
    why: 'a question is merged with a profile question',
    code: 'malformed',
    text: migratingBy('{ merge: [goals.one, ▸other], into: goals.way }'),
    facts: { found: 'other', form: 'question-id' },
  },
  {
    why: 'options change of a question that is not there',
    code: 'unknown-id',
    text: migratingBy('{ of: ▸sectr, rename: shop, to: retail }'),
    facts: { what: 'profile', id: 'sectr', nearest: 'sector' },
  },
  {
    why: 'options change of a question that has none',
    code: 'no-options',
    text: migratingBy('{ of: ▸goals.words, remove: shop }'),
    facts: { id: 'goals.words' },
  },
  {
    why: 'an option is renamed to one that is not there',
    code: 'unknown-option',
    text: migratingBy('{ of: sector, rename: shop, to: ▸retial }'),
    facts: { of: 'sector', option: 'retial', allowed: ['crafts', 'retail'], nearest: 'retail' },
  },
  {
    why: 'a level is renamed to one that is too high',
    code: 'unknown-option',
    text: migratingBy('{ of: goals.problem, rename: 4, to: ▸3 }'),
    facts: { of: 'goals.problem', option: '3', allowed: ['0', '1', '2'], nearest: null },
  },
  {
    why: 'a question is said to be gone that is asked all the same',
    code: 'still-there',
    text: migratingBy('{ remove: ▸goals.way }'),
    facts: { id: 'goals.way', of: null },
  },
  {
    why: 'an option is said to be called otherwise that is there all the same',
    code: 'still-there',
    text: migratingBy('{ of: sector, rename: ▸crafts, to: retail }'),
    facts: { id: 'crafts', of: 'sector' },
  },
  {
    why: 'a change begins with what a change before it led to',
    code: 'changed-before',
    text: migratingBy(
      '{ of: goals.problem, rename: 0, to: 1 }',
      '{ of: goals.problem, rename: ▸1, to: 2 }',
    ),
    facts: { id: '1' },
  },
  {
    why: 'two questions become one without being merged',
    code: 'duplicate-id',
    text: migratingBy(
      '{ rename: goals.one, to: goals.way }',
      '{ rename: goals.two, to: ▸goals.way }',
    ),
    facts: { id: 'goals.way' },
  },
  {
    why: 'a question changes twice',
    code: 'duplicate-id',
    text: migratingBy('{ rename: goals.one, to: goals.way }', '{ remove: ▸goals.one }'),
    facts: { id: 'goals.one' },
  },
];

function migrating(migrations: string): string {
  return small(['\ncases:', `\nmigrations:\n${migrations}\ncases:`]);
}

function migratingBy(...changes: readonly string[]): string {
  return migrating(
    `  - to: 1.1.0\n    changes:\n${changes.map((one) => `      - ${one}`).join('\n')}`,
  );
}
