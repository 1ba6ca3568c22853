import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { AnswerValue } from '../../src/questionnaire/answers.ts';
import { bare, said } from '../support/bare-questionnaire.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const text = { en: 'Text' };
const profile = [
  {
    id: 'stage',
    kind: 'choice',
    ordered: true,
    text,
    options: ['none', 'pilot', 'running'].map((id) => ({ id, label: text })),
  },
  {
    id: 'outward',
    kind: 'choice',
    text,
    options: ['inside', 'customers'].map((id) => ({ id, label: text })),
  },
];
const always = { stage: { in: ['none', 'pilot', 'running'] } };
const ifOutward = { outward: { isNot: 'inside' } };
type Stages = { readonly none: number | null; readonly pilot: number; readonly running: number };

function targetWith(
  modifiers: readonly object[],
  said_: Readonly<Record<string, AnswerValue>>,
  { target = { none: null, pilot: 2, running: 3 } as Stages | number, bounds = {} } = {},
) {
  const questionnaire = bare(
    { a: { b: { target: target as number } } },
    {
      profile,
      targets: {
        by: 'stage',
        modifiers: modifiers.map((modifier) => ({ when: always, ...modifier, for: ['a.b'] })),
        bounds,
      },
    },
  );
  const { hurdles } = assess(questionnaire, said(questionnaire, {}, said_), tool);
  return hurdles[0]?.questions[0];
}

const pilot = { stage: 'pilot', outward: 'customers' };

test.each([
  { why: 'the stage alone', modifiers: [], target: 2 },
  { why: 'an addition', modifiers: [{ change: 1 }], target: 3 },
  { why: 'additions add up', modifiers: [{ change: 1 }, { change: -2 }], target: 1 },
  { why: 'at least', modifiers: [{ atLeast: 3 }], target: 3 },
  { why: 'at least what is reached anyhow', modifiers: [{ atLeast: 1 }], target: 2 },
  { why: 'at most', modifiers: [{ atMost: 1 }], target: 1 },
  { why: 'additions come before at least', modifiers: [{ atLeast: 3 }, { change: -1 }], target: 3 },
  { why: 'additions come before at most', modifiers: [{ atMost: 2 }, { change: 2 }], target: 2 },
  { why: 'at least comes before at most', modifiers: [{ atMost: 2 }, { atLeast: 3 }], target: 2 },
  { why: 'the strictest at least counts', modifiers: [{ atLeast: 3 }, { atLeast: 4 }], target: 4 },
  {
    why: 'the bounds come last, above at most',
    modifiers: [{ atMost: 0 }],
    bounds: { atLeast: 1 },
    target: 1,
  },
  {
    why: 'the bounds come last, below at least',
    modifiers: [{ atLeast: 4 }],
    bounds: { atMost: 3 },
    target: 3,
  },
  { why: 'no target is above what the question can give', modifiers: [{ change: 9 }], target: 4 },
  {
    why: 'a modifier whose condition is false',
    modifiers: [{ when: { outward: 'inside' }, change: 1 }],
    target: 2,
  },
  {
    why: 'a modifier whose condition is true',
    modifiers: [{ when: ifOutward, change: 1 }],
    target: 3,
  },
])('the target is $target: $why', ({ modifiers, target, bounds }) => {
  expect(targetWith(modifiers, pilot, bounds ? { bounds } : {})).toMatchObject({ target });
});

test('a modifier whose condition is undecided does not apply', () => {
  expect(targetWith([{ when: ifOutward, change: 1 }], { stage: 'pilot' })).toMatchObject({
    target: 2,
  });
});

test.each([{ change: 2 }, { atLeast: 3 }])(
  'null stays null, whatever modifies it: %o',
  (modifier) => {
    expect(targetWith([modifier], { stage: 'none' }, { bounds: { atLeast: 1 } })).toMatchObject({
      state: 'not-due',
      notDue: 'target',
      target: null,
    });
  },
);

test('one number is the target at every stage', () => {
  for (const stage of ['none', 'pilot', 'running']) {
    expect(targetWith([], { stage }, { target: 3 })).toMatchObject({ target: 3 });
  }
});

test('while the stage is open, the lowest target of all stages counts, and the question is due', () => {
  expect(targetWith([], {})).toMatchObject({ state: 'unanswered', target: 2 });
});
