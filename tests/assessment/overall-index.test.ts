import { expect, test } from 'vitest';
import { overallIndex } from '../../src/assessment/overall-index.ts';

const hurdle = (value: number, lowest = 0, highest = 4, weight = 1) => ({
  value,
  lowest,
  highest,
  weight,
});
const onFour = (...values: readonly number[]) => values.map((value) => hurdle(value));

test.each([
  { why: 'all stand at 2', hurdles: onFour(2, 2, 2, 2, 2), index: 50 },
  {
    why: 'one hole costs more than four strengths give',
    hurdles: onFour(4, 4, 4, 4, 0),
    index: 44.444444444,
  },
  { why: 'nothing is there yet', hurdles: onFour(0, 0, 0), index: 0 },
  { why: 'all is reached', hurdles: onFour(4, 4, 4, 4, 4), index: 100 },
  { why: 'a lone hurdle is its own index', hurdles: onFour(3), index: 75 },
  { why: 'points need not begin at 0', hurdles: [hurdle(3, 1, 5), hurdle(2)], index: 50 },
  {
    why: 'spans differ: all reached is still 100',
    hurdles: [hurdle(1, 0, 1), hurdle(4)],
    index: 100,
  },
  // 4 / (1/1 + 3/5) = 2.5 of 1..5
  { why: 'a heavy strength', hurdles: [hurdle(0), hurdle(4, 0, 4, 3)], index: 37.5 },
])('the index is $index where $why', ({ hurdles, index }) => {
  expect(overallIndex('harmonic-mean', hurdles)).toBeCloseTo(index, 8);
});

test.each([
  { why: 'strengths pay for a hole', hurdles: onFour(4, 4, 4, 4, 0), index: 80 },
  { why: 'weights count', hurdles: [hurdle(0), hurdle(4, 0, 4, 3)], index: 75 },
  { why: 'each is a share of its own span', hurdles: [hurdle(1, 0, 1), hurdle(2)], index: 75 },
])('as a plain mean it is $index, where $why', ({ hurdles, index }) => {
  expect(overallIndex('mean', hurdles)).toBeCloseTo(index, 8);
});

test.each(['harmonic-mean', 'mean'] as const)('of no hurdle the %s is null, never 0', (name) => {
  expect(overallIndex(name, [])).toBeNull();
});
