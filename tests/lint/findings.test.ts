import { expect, test } from 'vitest';
import { findIn, head } from '../../scripts/lint-examples.ts';
import { type FindingCode, findingCodes } from '../../src/lint/finding.ts';

/** Something that is nearly a mistake and none; it adds to docs/lint.base.yaml as the examples of the page do. */
type Innocent = { readonly code: FindingCode; readonly why: string; readonly text: string };

const text = '{ de: "Text", en: "Text" }';
const scale = (...from: readonly number[]) =>
  `scales: { steps: [${from.map((bound) => `{ from: ${bound}, name: ${text} }`).join(', ')}] }`;
const question = (id: string, rest: string) =>
  `hurdles: [{ id: tests, questions: [{ id: ${id}, roles: [team], title: ${text}, text: ${text}, ${rest} }] }]`;
const levels = `options: [${text}, ${text}, ${text}]`;
const option = (id: string, points: number, rest = '') =>
  `{ id: ${id}, label: ${text}, points: ${points}${rest} }`;
const contradiction = (when: string) =>
  `contradictions: [{ id: odd, when: ${when}, ask: ${text} }]`;
const gate = (id: string, when: string, limit: string) =>
  `gates: [{ id: ${id}, when: ${when}, limits: [${limit}], why: ${text} }]`;
const owner = (rest: string) =>
  `hurdles: [{ id: goals, questions: [{ id: goals.owner, ${rest} }] }]`;

const innocents: readonly Innocent[] = [
  {
    code: 'never-holds',
    why: 'the same answer at the other stage, where the question is asked',
    text: contradiction('{ stage: running, tests.cases: 2 }'),
  },
  {
    code: 'never-holds',
    why: 'what holds only where nobody knows is no contradiction in itself',
    text: contradiction('{ tests.cases: { unknown: true }, stage: running }'),
  },
  {
    code: 'never-holds',
    why: 'a `not` holds where the question is not asked',
    text: contradiction('{ stage: planning, not: { tests.cases: { atLeast: 1 } } }'),
  },
  {
    code: 'never-holds',
    why: 'of nine things that can be planned, three and not a fourth',
    text: `profile:
  - id: wishes
    kind: several
    text: ${text}
    options: [${[...'abcdefghi'].map((id) => `{ id: wish-${id}, label: ${text} }`).join(', ')}]
contradictions:
  - id: odd
    when:
      all: [${[...'abc'].map((id) => `{ wishes: { includes: wish-${id} } }`).join(', ')}]
      not: { any: [${[...'defghi'].map((id) => `{ wishes: { includes: wish-${id} } }`).join(', ')}] }
    ask: ${text}`,
  },
  {
    code: 'always-holds',
    why: 'one more than the lowest level',
    text: contradiction('{ goals.owner: { atLeast: 1 } }'),
  },
  {
    code: 'always-holds',
    why: 'alternatives that together cover all answers, beside something else',
    text: contradiction(
      '{ stage: running, any: [{ goals.owner: 0 }, { goals.owner: { unknown: true } }] }',
    ),
  },
  {
    code: 'idle-limit',
    why: 'one below what the hurdle can be worth',
    text: gate('no-owner', '{ goals.owner: 0 }', '{ hurdle: tests, atMost: 1 }'),
  },
  {
    code: 'idle-limit',
    why: 'a limit that follows another answer bites where that one is low',
    text: gate(
      'no-owner',
      '{ stage: running }',
      '{ question: goals.owner, atMost: { answerOf: tests.cases } }',
    ),
  },
  {
    code: 'idle-limit',
    why: 'a gate that goes by the profile alone',
    text: gate('in-use', '{ stage: { atLeast: running } }', '{ hurdle: goals, atMost: 1 }'),
  },
  {
    code: 'not-lifted',
    why: 'all that lifts it is done first',
    text: `verdicts: [{ id: not-expand, kind: stop, when: { stage: running, any: [{ tests.cases: 0 }, { goals.owner: 0 }] }, liftedWhen: { tests.cases: { atLeast: 1 }, goals.owner: { atLeast: 1 } }, first: [tests.cases, goals.owner], text: ${text} }]`,
  },
  {
    code: 'not-lifted',
    why: 'what it asks for is above the target, which the verdict then raises',
    text: `hurdles: [{ id: goals, questions: [{ id: goals.owner, target: 1 }] }]
verdicts: [{ id: not-expand, kind: stop, when: { goals.owner: { atMost: 1 } }, liftedWhen: { goals.owner: 2 }, first: [goals.owner], text: ${text} }]`,
  },
  {
    code: 'not-lifted',
    why: 'what is asked only then has no answer yet, and gets a good one',
    text: `${question('tests.review', `when: { tests.cases: { atLeast: 1 } }, target: 1, ${levels}`)}
verdicts: [{ id: not-expand, kind: stop, when: { stage: running, $belowTarget.tests: { above: 0 } }, liftedWhen: { tests.cases: { atLeast: 1 }, tests.review: { atLeast: 1 } }, first: [tests.cases, tests.review], text: ${text} }]`,
  },
  {
    code: 'idle-recommendation',
    why: 'without a target, but another recommendation requires it',
    text: `hurdles:
  - { id: goals, questions: [{ id: goals.owner, target: ~ }] }
  - { id: tests, questions: [{ id: tests.cases, recommendation: { requires: [goals.owner] } }] }`,
  },
  {
    code: 'idle-recommendation',
    why: 'without a target, but a verdict asks for what is not known',
    text: `hurdles: [{ id: tests, questions: [{ id: tests.cases, core: true, target: ~ }] }]
verdicts: [{ id: not-clear, kind: clarify, when: { $unknown.any: { above: 0.3 } }, text: ${text} }]`,
  },
  {
    code: 'prerequisite-never-due',
    why: 'asked together at one stage',
    text: owner('target: { planning: 1, running: 1 }, recommendation: { requires: [tests.cases] }'),
  },
  {
    code: 'prerequisite-above-target',
    why: 'at one stage its target is high enough',
    text: `hurdles: [{ id: goals, questions: [{ id: goals.problem, target: { planning: 1, running: 2 } }] }]`,
  },
  {
    code: 'prerequisite-above-target',
    why: 'no answer to it is worth more',
    text: `hurdles:
  - id: tests
    questions:
      - id: tests.log
        kind: choice
        roles: [team]
        target: 1
        title: ${text}
        text: ${text}
        options: [${option('missing', 0)}, ${option('kept', 1)}]
        recommendation: { title: ${text}, steps: [${text}], owner: team, effort: { min: 1, max: 1 }, weeks: 1, impact: 1 }
      - { id: tests.cases, recommendation: { requires: [tests.log] } }`,
  },
  { code: 'levels-out-of-order', why: 'steps of any size', text: scale(0, 0.1, 2) },
  {
    code: 'levels-out-of-order',
    why: 'the points of ordered answers may fall, and two may be equal',
    text: question(
      'tests.gaps',
      `kind: choice, ordered: true, options: [${option('none-left', 2)}, ${option('some-left', 1)}, ${option('many-left', 1)}]`,
    ),
  },
  { code: 'level-unreachable', why: 'the best answers just reach it', text: scale(0, 1, 2) },
  {
    code: 'level-unreachable',
    why: 'it is reached where a question that is worth less does not apply',
    text: question(
      'tests.habit',
      `kind: choice, options: [${option('seldom', 0)}, ${option('often', 1)}]`,
    ),
  },
  {
    code: 'level-unreachable',
    why: 'two questions reach it in sum',
    text: `hurdles: [{ id: goals, aggregate: sum }]\n${scale(0, 1, 4)}`,
  },
  {
    code: 'level-unreachable',
    why: 'it is reached as displayed',
    text: `method: { hurdle: { displayed: 0 } }\n${scale(0, 1, 2)}`,
  },
  { code: 'hole-below', why: 'it begins below all results', text: scale(-1, 1, 2) },
  {
    code: 'idle-weight',
    why: 'a weighted mean reads it',
    text: owner('weight: 3'),
  },
  {
    code: 'idle-weight',
    why: 'questions beside levels are a weighted mean among themselves',
    text: `hurdles: [{ id: goals, aggregate: level-gate, questions: [{ id: goals.owner, weight: 3 }] }]`,
  },
  {
    code: 'idle-points',
    why: 'two of three answers may be worth the same',
    text: question(
      'tests.tool',
      `kind: choice, options: [${option('by-hand', 1)}, ${option('partly', 1)}, ${option('automatic', 2)}]`,
    ),
  },
  {
    code: 'target-out-of-reach',
    why: 'the target is what the best answer is worth',
    text: question(
      'tests.tool',
      `kind: choice, target: 2, options: [${option('by-hand', 1)}, ${option('automatic', 2)}]`,
    ),
  },
  {
    code: 'idle-option',
    why: 'a rule asks for it',
    text: `profile: [{ id: plans, options: [{ id: hiring, label: ${text} }] }]
${contradiction('{ plans: { includes: hiring }, goals.owner: 0 }')}`,
  },
  {
    code: 'idle-option',
    why: 'it gives points, or excludes the others',
    text: question(
      'tests.kinds',
      `kind: several, options: [${option('manual', 1)}, ${option('automatic', 1)}, ${option('neither', 0, ', exclusive: true')}]`,
    ),
  },
  {
    code: 'idle-option',
    why: 'a text names what was ticked',
    text: `profile: [{ id: plans, options: [{ id: hiring, label: ${text} }] }]
notes: [{ at: start, text: { de: "Geplant: {plans}", en: "Planned: {plans}" } }]`,
  },
  {
    code: 'idle-option',
    why: 'a worksheet says what was ticked',
    text: `profile: [{ id: plans, options: [{ id: hiring, label: ${text} }] }]
worksheets: [{ id: problem-sheet, from: plans }]`,
  },
  {
    code: 'unused',
    why: 'a role that may answer because a question is for all',
    text: `roles: [{ id: council, title: ${text} }]
${question('tests.review', levels).replace('roles: [team], ', '')}`,
  },
  {
    code: 'unused',
    why: 'a role that a rule asks for',
    text: `roles: [{ id: council, title: ${text} }]
${contradiction('{ $role: council, goals.owner: 0 }')}`,
  },
  {
    code: 'unanswerable',
    why: 'by the profile, which everybody is asked',
    text: question('tests.review', `when: { stage: running }, ${levels}`),
  },
  {
    code: 'similar-ids',
    why: 'a series',
    text: `${gate('step-1', '{ goals.owner: 0 }', '{ hurdle: tests, atMost: 1 }').slice(0, -1)}, { id: step-2, when: { goals.owner: { atMost: 1 } }, limits: [{ hurdle: goals, atMost: 1 }], why: ${text} }]`,
  },
  {
    code: 'similar-ids',
    why: 'short words that differ',
    text: `profile: [{ id: speed, kind: choice, text: ${text}, options: [{ id: low, label: ${text} }, { id: now, label: ${text} }, { id: part-a, label: ${text} }, { id: part-b, label: ${text} }] }]`,
  },
  {
    code: 'turned-word',
    why: 'a `no` in quotation marks',
    text: 'title: { de: "Nein", en: "No" }',
  },
  {
    code: 'turned-word',
    why: 'a word that only begins so, and a number',
    text: 'title: { de: Nein, en: Not yet }\nmethod: { plusFrom: 0.5 }',
  },
  {
    code: 'typeset-quotes',
    why: 'a quotation with straight marks around it',
    text: 'title: { de: "„Nein“", en: \'“No”\' }',
  },
  {
    code: 'typeset-quotes',
    why: 'two quotations, and one within a text',
    text: 'title: { de: „Ja“ und „Nein“, en: Say “No” }',
  },
  {
    code: 'long-text',
    why: 'the last line of the screen is full',
    text: question('tests.long', `options: [${Array.from({ length: 17 }, () => text).join(', ')}]`),
  },
  {
    code: 'not-monotone',
    why: 'a gate that asks for a bad answer, said the other way round',
    text: gate(
      'no-owner',
      '{ not: { goals.owner: { atLeast: 1 } } }',
      '{ hurdle: tests, atMost: 1 }',
    ),
  },
  {
    code: 'not-monotone',
    why: 'a contradiction and the wording of a text change no result',
    text: contradiction('{ goals.owner: { atLeast: 2 }, goals.problem: 0 }'),
  },
];

test.each(innocents)('no $code: $why', ({ code, text }) => {
  const found = findIn(`${head}${text}\n`);
  // A note is no reproach, except where it is the question.
  expect(found.filter((one) => one.severity !== 'note' || one.code === code)).toEqual([]);
});

test('every kind of finding has an innocent neighbour', () => {
  const codes = new Set(innocents.map(({ code }) => code));
  expect(findingCodes.filter((code) => !codes.has(code))).toEqual([]);
});
