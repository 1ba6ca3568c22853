import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { AnswerValue } from '../../src/questionnaire/answers.ts';
import { type Bare, bare, said } from '../support/bare-questionnaire.ts';
import type { Data } from '../support/random-questionnaires.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const text = { en: 'Text' };

function judged(
  questions: Readonly<Record<string, Bare>>,
  answers: Readonly<Record<string, AnswerValue>>,
  rest: Data = {},
) {
  const questionnaire = bare({ a: questions }, rest);
  const { hurdles, overall } = assess(questionnaire, said(questionnaire, answers), tool);
  return { hurdle: hurdles[0], overall };
}

const worth = (...points: readonly number[]) => ({
  kind: 'choice',
  options: points.map((one, index) => ({ id: `o${index}`, label: text, points: one })),
});
const gate = { id: 'gate', when: { 'a.p': { is: 'o0' } }, why: text };
const core = { core: true };

test.each([
  {
    why: 'a core question weighs 2: (2 × 2 + 1 + 1) / 4',
    questions: { p: core, q: {}, r: {} },
    answers: { 'a.p': 2, 'a.q': 1, 'a.r': 1 },
    expected: { value: 1.5, level: 1, plus: true, score: 37.5 },
  },
  {
    why: 'a weight of its own goes before that: (3 × 1 + 2) / 4',
    questions: { p: { ...core, weight: 3 }, q: {} },
    answers: { 'a.p': 1, 'a.q': 2 },
    expected: { value: 1.25, level: 1, plus: false },
  },
  {
    why: 'at most one above the weakest core question: (2 × 0 + 4 + 4) / 4 would be 2',
    questions: { p: core, q: {}, r: {} },
    answers: { 'a.p': 0, 'a.q': 4, 'a.r': 4 },
    expected: {
      unlimited: 2,
      value: 1,
      level: 1,
      limits: [{ core: 'a.p', atMost: 1, effective: true }],
    },
  },
  {
    why: 'a level begins at its lower bound: 0.7 + 0.1 + 0.2 is 1, whatever binary numbers make of it',
    questions: { p: worth(0.7, 4), q: worth(0.1, 4), r: worth(0.2, 4) },
    answers: { 'a.p': 'o0', 'a.q': 'o0', 'a.r': 'o0' },
    rest: { method: { hurdle: { aggregate: 'sum' } } },
    expected: { value: 1, level: 1 },
  },
  {
    why: 'a limit below the lowest value there can be is as good as that one',
    questions: { p: worth(1, 3), q: worth(1, 3) },
    answers: { 'a.p': 'o0', 'a.q': 'o1' },
    rest: { gates: [{ ...gate, limits: [{ hurdle: 'a', atMost: 0 }] }] },
    expected: {
      unlimited: 2,
      value: 1,
      score: 0,
      limits: [{ gate: 'gate', atMost: 0, effective: true }],
    },
  },
  {
    why: 'an answer a gate lets count less is never worth less than the worst there is',
    questions: { p: worth(1, 3), q: worth(1, 3) },
    answers: { 'a.p': 'o0', 'a.q': 'o1' },
    rest: { gates: [{ ...gate, limits: [{ question: 'a.q', atMost: -5 }] }] },
    expected: { value: 1, score: 0 },
  },
  {
    why: 'where every answer is worth the same, none says anything: no score, not a bad one',
    questions: { p: worth(2, 2) },
    answers: { 'a.p': 'o0' },
    expected: { value: 2, level: 2, score: null, scoreHigh: null },
  },
])('a hurdle is judged so: $why', ({ questions, answers, rest, expected }) => {
  expect(
    judged(questions, answers as Readonly<Record<string, AnswerValue>>, rest).hurdle,
  ).toMatchObject(expected);
});

const ten = Object.fromEntries([...'abcdefghij'].map((name) => [name, {}]));
const answered = (count: number) =>
  Object.fromEntries([...'abcdefghij'].slice(0, count).map((name) => [`a.${name}`, 2]));

test.each([
  { why: '3 of 10 open are not more than 30 %', count: 7, level: 1, reason: null, coverage: 0.7 },
  { why: '4 of 10 open are', count: 6, level: null, reason: 'not-rateable', coverage: 0.6 },
])(
  'a hurdle has a level as long as enough is known: $why',
  ({ count, level, reason, coverage }) => {
    const { hurdle, overall } = judged(ten, answered(count));
    expect(hurdle).toMatchObject({ level, reason, coverage, levelHigh: 2 });
    expect(overall).toMatchObject({ level, reason });
    expect(hurdle?.value).toBeCloseTo((count * 2) / 10, 8);
    expect(hurdle?.valueHigh).toBeCloseTo((count * 2 + (10 - count) * 4) / 10, 8);
  },
);

test('a company may be rated though a hurdle may not, where its level is certain all the same', () => {
  const questionnaire = bare({ a: { p: {} }, b: { q: {}, r: {} } });
  const { overall, hurdles } = assess(
    questionnaire,
    said(questionnaire, { 'a.p': 0, 'b.q': 2 }),
    tool,
  );
  expect(hurdles[1]?.reason).toBe('not-rateable');
  expect(overall).toMatchObject({ level: 0, levelHigh: 0, reason: null });
});

test('a hurdle of which nobody knows anything is not rateable, though the method leaves open answers out', () => {
  const leftOut = { method: { unknown: 'exclude', unanswered: 'exclude' } };
  const nothing = judged({ p: {} }, {}, leftOut);
  expect(nothing.hurdle).toMatchObject({ level: null, value: null, reason: 'not-rateable' });
  expect(nothing.overall).toMatchObject({ level: null, score: null, reason: 'not-rateable' });

  const questionnaire = bare({ a: { p: {} }, b: { q: {} } }, leftOut);
  const { overall } = assess(questionnaire, said(questionnaire, { 'b.q': 4 }), tool);
  expect(overall).toMatchObject({ level: null, reason: 'not-rateable', score: 100 });
});

test('an answer that stands alone can be the one that reaches a target', () => {
  const options = [
    { id: 'little', label: text, points: 1 },
    { id: 'everything', label: text, points: 4, exclusive: true },
  ];
  const { hurdle } = judged({ p: { kind: 'several', options, target: 3 } }, { 'a.p': ['little'] });
  expect(hurdle).toMatchObject({ value: 1, target: 4, atTarget: false });
});
