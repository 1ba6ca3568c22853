import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { type Bare, bare, said } from '../support/bare-questionnaire.ts';
import type { Data } from '../support/random-questionnaires.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const text = { en: 'Text' };

type Hurdles = Readonly<Record<string, Readonly<Record<string, Bare>>>>;

// Every question is answered 0 that `answers` does not name; null = no answer.
function planOf(
  hurdles: Hurdles,
  answers: Readonly<Record<string, number | null>> = {},
  rest: Data = {},
) {
  const questionnaire = bare(hurdles, rest);
  const given = Object.fromEntries(
    questionnaire.questions
      .map(({ question: { id } }): [string, number | null] => {
        const answer = answers[id];
        return [id, answer === undefined ? 0 : answer];
      })
      .filter((entry): entry is [string, number] => entry[1] !== null),
  );
  return assess(questionnaire, said(questionnaire, given), tool);
}

function idsOf({ recommendations }: ReturnType<typeof planOf>): readonly string[] {
  return recommendations.map(({ id, placed }) => (placed ? `${id} (${placed})` : id));
}

const gate = { id: 'gate', when: { 'a.p': { atMost: 1 } }, why: text };

// priority = impact × gap × context / √effort: the gap as a share of the span 4, the effort as the mean of its ends.
test.each([
  {
    why: 'impact 5, gap 2 of 4, effort 2, in the weakest hurdle: 5 × 0.5 × 1.25 / √2',
    hurdles: { a: { p: { impact: 5, target: 3, effort: { min: 1, max: 3 } } }, b: { q: {} } },
    answers: { 'a.p': 1, 'b.q': 2 },
    priority: 2.209708691,
  },
  {
    why: 'the same where another hurdle is weaker: 5 × 0.5 / √2',
    hurdles: { a: { p: { impact: 5, target: 3, effort: { min: 1, max: 3 } } }, b: { q: {} } },
    answers: { 'a.p': 1, 'b.q': 0 },
    priority: 1.767766953,
  },
  {
    why: 'of two hurdles at one level the lower mean is the weakest: here a at 1 and b at 1.5',
    hurdles: { a: { p: { impact: 4, target: 3 } }, b: { q: { target: 2 }, r: { target: 2 } } },
    answers: { 'a.p': 1, 'b.q': 1, 'b.r': 2 },
    priority: 2.5, // 4 × 0.5 × 1.25
  },
  {
    why: 'it feeds a gate that limits now: 4 × 0.5 × 1.5 × 1.25',
    hurdles: { a: { p: { impact: 4, target: 3 }, q: {} } },
    answers: { 'a.p': 1, 'a.q': 4 },
    gates: [{ ...gate, limits: [{ hurdle: 'a', atMost: 1 }] }],
    priority: 3.75,
  },
  {
    why: 'it feeds a gate that lowers another question: the same',
    hurdles: { a: { p: { impact: 4, target: 3 }, q: {} } },
    answers: { 'a.p': 1, 'a.q': 4 },
    gates: [{ ...gate, limits: [{ question: 'a.q', atMost: { answerOf: 'a.p' } }] }],
    priority: 3.75,
  },
  {
    why: 'it feeds a gate that holds but limits nothing: 4 × 0.5 × 1.25',
    hurdles: { a: { p: { impact: 4, target: 3 }, q: {} } },
    answers: { 'a.p': 1, 'a.q': 1 },
    gates: [{ ...gate, limits: [{ hurdle: 'a', atMost: 3 }] }],
    priority: 2.5,
  },
  {
    why: 'the gap is that of the answer given, not of what a gate lets it count: 4 × 0.25 × 1.25',
    hurdles: { a: { p: { impact: 4, target: 3 }, q: {} } },
    answers: { 'a.p': 2, 'a.q': 0 },
    gates: [{ ...gate, when: { 'a.q': 0 }, limits: [{ question: 'a.p', atMost: 0 }] }],
    priority: 1.25,
  },
])('the priority is $priority: $why', ({ hurdles, answers, gates = [], priority }) => {
  const { recommendations } = planOf(hurdles as Hurdles, answers, { gates });
  expect(recommendations.find(({ id }) => id === 'a.p')?.priority).toBeCloseTo(priority, 8);
});

test.each([
  {
    why: 'the higher priority',
    hurdles: { a: { p: { impact: 2 }, q: { impact: 3 } } },
    plan: ['a.q', 'a.p'],
  },
  {
    why: 'at the same priority the higher impact',
    hurdles: { a: { p: { impact: 2, target: 4 }, q: { impact: 4, target: 2 } } },
    plan: ['a.q', 'a.p'],
  },
  {
    why: 'at the same impact too, the smaller effort',
    hurdles: {
      a: { p: { impact: 4, target: 4, effort: { min: 4, max: 4 } }, q: { impact: 4, target: 2 } },
    },
    plan: ['a.q', 'a.p'],
  },
  { why: 'at the same effort too, the id', hurdles: { a: { q: {}, p: {} } }, plan: ['a.p', 'a.q'] },
])('first comes $why', ({ hurdles, plan }) => {
  expect(idsOf(planOf(hurdles as Hurdles))).toEqual(plan);
});

const crowded = {
  a: { p: { impact: 5 }, q: { impact: 5 }, r: { impact: 5 } },
  b: { s: { impact: 1, requires: [] as string[] } },
};
const verdict = (first: readonly string[], asked = first) => ({
  id: 'stop-here',
  kind: 'stop',
  text,
  when: { any: asked.map((id) => ({ [id]: { atMost: 1 } })) },
  liftedWhen: Object.fromEntries(asked.map((id) => [id, { atLeast: 2 }])),
  first,
});

test.each([
  {
    why: 'a third of one hurdle waits',
    hurdles: crowded,
    plan: ['a.p', 'a.q', 'b.s', 'a.r'],
  },
  {
    why: 'unless there is no other hurdle to take a step in',
    hurdles: { a: crowded.a },
    plan: ['a.p', 'a.q', 'a.r'],
  },
  {
    why: 'unless all others are at their target',
    hurdles: crowded,
    answers: { 'b.s': 2 },
    plan: ['a.p', 'a.q', 'a.r'],
  },
  {
    why: 'unless a verdict placed it',
    hurdles: crowded,
    verdicts: [verdict(['a.r', 'a.p', 'a.q'])],
    plan: ['a.r (verdict:stop-here)', 'a.p (verdict:stop-here)', 'a.q (verdict:stop-here)', 'b.s'],
  },
  {
    why: 'unless another step needs it',
    hurdles: { ...crowded, b: { s: { impact: 1, requires: ['a.r'] } } },
    plan: ['a.p', 'a.q', 'a.r (prerequisite:b.s)', 'b.s'],
  },
  {
    why: 'and the fourth may be of any hurdle',
    hurdles: { ...crowded, b: { s: { impact: 1 }, t: { impact: 1 } } },
    plan: ['a.p', 'a.q', 'b.s', 'a.r', 'b.t'],
  },
])('of the first three: $why', ({ hurdles, answers, verdicts = [], plan }) => {
  expect(idsOf(planOf(hurdles as Hurdles, answers, { verdicts }))).toEqual(plan);
});

const slow = (weeks: number) => ({
  a: { p: { impact: 2, weeks } },
  b: { q: { impact: 5, requires: ['a.p'] }, r: { impact: 1 }, s: { impact: 1 }, t: { impact: 1 } },
});

test.each([
  {
    why: 'what can start within a fortnight comes at once',
    hurdles: slow(2),
    plan: ['a.p (prerequisite:b.q)', 'b.q', 'b.r', 'b.s', 'b.t'],
  },
  {
    why: 'what would have to wait longer comes after the first three',
    hurdles: slow(3),
    plan: ['a.p', 'b.r', 'b.s', 'b.q', 'b.t'],
  },
  {
    why: 'unless nothing else is left to begin with',
    hurdles: { a: slow(3).a, b: { q: slow(3).b.q } },
    plan: ['a.p', 'b.q'],
  },
  {
    why: 'what is good enough to build on waits while something else is not',
    hurdles: { a: { p: { impact: 5, target: 3 }, q: { impact: 1 } }, b: { r: { impact: 1 } } },
    answers: { 'a.p': 2 },
    plan: ['b.r', 'a.q', 'a.p'], // b is the weakest hurdle
  },
  {
    why: 'and comes all the same when nothing else is left',
    hurdles: { a: { p: { impact: 5, target: 3 } } },
    answers: { 'a.p': 2 },
    plan: ['a.p'],
  },
])('to begin with: $why', ({ hurdles, answers, plan }) => {
  expect(idsOf(planOf(hurdles as Hurdles, answers))).toEqual(plan);
});

test('where too much is open, what to find out first are the core questions that stand on no other', () => {
  const clarify = { ...verdict([]), kind: 'clarify', when: { '$unknown.any': { above: 0.3 } } };
  const { liftedWhen: _none, ...asking } = clarify;
  const plan = planOf(
    {
      a: { p: { core: true, requires: ['b.q'] }, r: {} },
      b: { q: { core: true }, s: { impact: 1 } },
    },
    { 'a.p': null, 'a.r': null, 'b.q': null },
    { verdicts: [asking] },
  );
  expect(plan.recommendations.map(({ id, kind, placed }) => [id, kind, placed])).toEqual([
    ['b.q', 'find-out', 'verdict:stop-here'],
    ['b.s', 'improve', null],
  ]);
});

test('steps are placed after what they need, depth first', () => {
  const { recommendations } = planOf({
    a: {
      p: { impact: 5, requires: ['a.q', 'b.s'] },
      q: { impact: 1, requires: ['a.r'] },
      r: { impact: 1 },
    },
    b: { s: { impact: 1 } },
  });
  expect(recommendations.map(({ id, placed }) => [id, placed])).toEqual([
    ['a.r', 'prerequisite:a.q'],
    ['a.q', 'prerequisite:a.p'],
    ['b.s', 'prerequisite:a.p'],
    ['a.p', null],
  ]);
});

test.each([
  { why: 'at 2, though its own target is 3', target: 3, answer: 2, met: true },
  { why: 'at its target, where that is 1', target: 1, answer: 1, met: true },
  { why: 'not at 1, where 2 would be enough', target: 3, answer: 1, met: false },
  { why: 'not while nobody knows', target: 3, answer: null, met: false },
])('a prerequisite is met $why', ({ target, answer, met }) => {
  const plan = planOf(
    { a: { p: { target } }, b: { q: { impact: 5, requires: ['a.p'] } } },
    { 'a.p': answer },
  );
  const found = plan.recommendations.find(({ id }) => id === 'a.p');
  expect(found?.placed ?? null).toBe(met ? null : 'prerequisite:b.q');
  expect(plan.recommendations.some(({ id }) => id === 'b.q')).toBe(true);
});

test('a prerequisite that is not due is met', () => {
  const plan = planOf({
    a: { z: { target: 1 }, p: { when: { 'a.z': { atLeast: 2 } } } },
    b: { q: { requires: ['a.p'] } },
  });
  expect(idsOf(plan)).toEqual(expect.arrayContaining(['b.q']));
  expect(idsOf(plan).join()).not.toContain('a.p');
});

test('of a verdict only those questions come first whose part of what lifts it is not met', () => {
  const plan = planOf(
    { a: { p: { target: 3 }, q: {} }, b: { r: { impact: 5 } } },
    { 'a.p': 2, 'a.q': 1 },
    { verdicts: [verdict(['a.p', 'a.q'])] },
  );
  expect(plan.verdicts[0]).toMatchObject({ certain: true, first: ['a.q'] });
  expect(idsOf(plan)[0]).toBe('a.q (verdict:stop-here)');
  expect(idsOf(plan)).toContain('a.p');
});

test('a certain verdict raises the targets of what lifts it', () => {
  const plan = planOf({ a: { p: { target: 1 } } }, { 'a.p': 1 }, { verdicts: [verdict(['a.p'])] });
  expect(plan.hurdles[0]?.questions[0]).toMatchObject({ target: 2, gap: 1 });
  expect(idsOf(plan)).toEqual(['a.p (verdict:stop-here)']);
});

test('what a verdict defers waits, and so does what needs it', () => {
  const plan = planOf(
    {
      a: { p: {}, q: {} },
      b: { r: { requires: ['a.q'] }, s: { requires: ['b.r'] } },
    },
    {},
    { verdicts: [{ ...verdict(['a.p']), defers: ['a.q'] }] },
  );
  expect(idsOf(plan)).toEqual(['a.p (verdict:stop-here)']);
  expect(plan.deferred).toEqual([
    { id: 'a.q', because: 'verdict', by: ['stop-here'] },
    { id: 'b.r', because: 'blocked', by: ['a.q'] },
    { id: 'b.s', because: 'blocked', by: ['a.q'] },
  ]);
});

test.each([
  { why: 'below its target', target: 1 },
  { why: 'without a target, and a step only because of the verdict', target: null },
])('a verdict does not get what it defers by way of its own first step: $why', ({ target }) => {
  const plan = planOf(
    { a: { p: { target, requires: ['a.q'] }, q: {} } },
    {},
    { verdicts: [{ ...verdict(['a.p']), defers: ['a.q'] }] },
  );
  expect(idsOf(plan)).toEqual([]);
  expect(plan.deferred).toEqual([
    { id: 'a.q', because: 'verdict', by: ['stop-here'] },
    { id: 'a.p', because: 'blocked', by: ['a.q'] },
  ]);
});

test('a warning is not silenced by everything being at its target', () => {
  const clarify = { id: 'too-low', kind: 'clarify', when: { $level: { below: 4 } }, text };
  const fine = { id: 'all-well', kind: 'fine', when: { $belowTarget: { is: 0 } }, text };
  const verdictsAt = (level: number) =>
    planOf({ a: { p: {} } }, { 'a.p': level }, { verdicts: [clarify, fine] }).verdicts.map(
      ({ id }) => id,
    );
  expect(verdictsAt(2)).toEqual(['too-low']);
  expect(verdictsAt(4)).toEqual(['all-well']);
});

test.each([
  { why: 'has no target', rest: {} },
  { why: 'is left out by the method', rest: { method: { unanswered: 'exclude' } }, target: 2 },
])(
  'not everything is at its target while a question is open, even one that $why',
  ({ rest, target = null }) => {
    const fine = { id: 'all-well', kind: 'fine', when: { $belowTarget: { is: 0 } }, text };
    const hurdles = { a: { p: {}, q: { target } } };
    const open = planOf(hurdles, { 'a.p': 2, 'a.q': null }, { ...rest, verdicts: [fine] });
    const known = planOf(hurdles, { 'a.p': 2, 'a.q': 2 }, { ...rest, verdicts: [fine] });
    expect([open.overall.atTarget, open.verdicts]).toEqual([false, []]);
    expect([known.overall.atTarget, known.verdicts.length]).toEqual([true, 1]);
  },
);

test('a verdict that is only provisional defers nothing and raises nothing', () => {
  const plan = planOf(
    { a: { p: { target: 1 }, q: {} } },
    { 'a.p': null },
    { verdicts: [{ ...verdict(['a.p']), defers: ['a.q'] }] },
  );
  expect(plan.verdicts).toMatchObject([{ certain: false }]);
  expect(plan.deferred).toEqual([]);
  expect(plan.hurdles[0]?.questions[0]).toMatchObject({ target: 1 });
  expect(plan.recommendations.map(({ id, kind }) => [id, kind])).toEqual([
    ['a.p', 'find-out'],
    ['a.q', 'improve'],
  ]);
});
