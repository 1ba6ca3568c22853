import { expect, test } from 'vitest';
import { otherAnswers } from '../../src/assessment/other-answers.ts';
import { QuestionFormat, type ScoredQuestion } from '../../src/questionnaire/question-format.ts';

const asked = { id: 'some.question', title: { en: 'T' }, text: { en: 'T?' } };
const read = (rest: object) => QuestionFormat.parse({ ...asked, ...rest }) as ScoredQuestion;
const label = (id: string, points = 1) => ({ id, label: { en: id }, points });

const level = read({ options: [{ en: 'None' }, { en: 'Some' }, { en: 'All' }] });
const choice = read({ kind: 'choice', options: [label('a'), label('b'), label('c')] });
const several = read({
  kind: 'several',
  options: [label('a'), { ...label('none', 0), exclusive: true }, label('b')],
});
const bands = (bounds: readonly number[], displayed?: number) =>
  read({
    kind: 'number',
    ...(displayed === undefined ? {} : { displayed }),
    bands: bounds.map((from, points) => ({ from, points })),
  });

test.each([
  { of: 'a level', question: level, given: 1, others: [0, 2] },
  { of: 'a level nobody knows', question: level, given: null, others: [0, 1, 2] },
  { of: 'a choice', question: choice, given: 'b', others: ['a', 'c'] },
  {
    of: 'a list: one less, what stands alone, one more',
    question: several,
    given: ['a'],
    others: [[], ['none'], ['a', 'b']],
  },
  {
    of: 'what stands alone: it gives way',
    question: several,
    given: ['none'],
    others: [['a'], [], ['b']],
  },
  { of: 'an empty list', question: several, given: [], others: [['a'], ['none'], ['b']] },
  {
    of: 'a list nobody knows: none, each alone, all',
    question: several,
    given: null,
    others: [[], ['a'], ['none'], ['b'], ['a', 'b']],
  },
  {
    of: 'a number: none that the question does not take',
    question: read({
      kind: 'number',
      min: 0,
      max: 9,
      bands: [-100, 5, 8].map((from, points) => ({ from, points })),
    }),
    given: null,
    others: [0, 5, 8],
  },
  {
    of: 'a number: the nearest in each other band',
    question: bands([0, 5, 10]),
    given: 7,
    others: [4, 10],
  },
  {
    of: 'a number, as finely as it is written',
    question: bands([0, 5, 10]),
    given: 12.25,
    others: [4.99, 9.99],
  },
  {
    of: 'a number, as finely as the bounds are',
    question: bands([0, 0.5]),
    given: 3,
    others: [0.4],
  },
  {
    of: 'a number below all bounds, which is in the first band',
    question: bands([0, 5]),
    given: -3,
    others: [5],
  },
  { of: 'bands written in any order', question: bands([10, 0, 5]), given: 7, others: [4, 10] },
  {
    of: 'a number shown rounded: one whose rounding lies in the band',
    question: bands([0, 0.72], 1),
    given: 0,
    others: [0.8],
  },
  {
    of: 'a number shown rounded, downwards',
    question: bands([0, 0.72], 1),
    given: 0.9,
    others: [0.7],
  },
  {
    of: 'a band too narrow for any number so shown',
    question: bands([0, 0.11, 0.19], 1),
    given: 0,
    others: [0.2],
  },
  { of: 'a number nobody knows', question: bands([0, 5, 10]), given: null, others: [0, 5, 10] },
])('the other answers to $of are $others', ({ question, given, others }) => {
  expect(otherAnswers(question, given)).toEqual(others);
});
