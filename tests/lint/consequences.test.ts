import { expect, test } from 'vitest';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { fiveHurdlesText } from '../support/five-hurdles.ts';
import { type Change, changed } from '../support/planted.ts';

// With an error a part of the questionnaire cannot be tried out; what only follows from that is no second mistake.
const errors: readonly { why: string; gives: readonly string[]; changes: readonly Change[] }[] = [
  {
    why: 'a target that is none leaves a question without one, but its recommendation is not idle for that',
    gives: ['wrong-type'],
    changes: [
      [
        'target: { none: 2, trying: 1, pilot: 3, operation: 3, several: 3 }\n        title: { de: "Verantwortung',
        'target: soon\n        title: { de: "Verantwortung',
      ],
    ],
  },
  {
    why: 'nor does a verdict that asks for it remain unlifted',
    gives: ['wrong-type'],
    changes: [
      ['target: { none: 3, trying: 2, pilot: 3, operation: 3, several: 3 }', 'target: soon'],
    ],
  },
  {
    why: 'an option that is asked for by a wrong name is not idle',
    gives: ['unknown-option'],
    changes: [['plans: { includes: integration }', 'plans: { includes: integrations }']],
  },
  {
    why: 'a worksheet that a broken recommendation names is not unused',
    gives: ['unknown-key'],
    changes: [
      [
        'title: { de: "KI-Spielregeln auf einer Seite"',
        'tilte: { de: "KI-Spielregeln auf einer Seite"',
      ],
    ],
  },
  {
    why: 'a question that cannot be read changes nothing for the rules that ask about it',
    gives: ['wrong-type'],
    changes: [
      [
        '- id: tools.rules\n        kind: level',
        '- id: tools.rules\n        core: perhaps\n        kind: level',
      ],
    ],
  },
];

test.each(errors)('$why', ({ gives, changes }) => {
  const read = readYaml(changed(fiveHurdlesText, changes), 'wrong.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(lintQuestionnaire(read.file).map(({ code }) => code)).toEqual(gives);
});
