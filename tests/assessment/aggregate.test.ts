import { expect, test } from 'vitest';
import { aggregate } from '../../src/assessment/aggregate.ts';

const part = (value: number | null, weight: number, highest = 4) => ({
  value,
  weight,
  lowest: value === null ? null : 0,
  highest: value === null ? null : highest,
});
const parts = [part(0, 2), part(3, 1), part(3, 1)];

test.each([
  { name: 'weighted-mean', value: 1.5, why: '(2 × 0 + 3 + 3) / 4' },
  { name: 'mean', value: 2, why: '(0 + 3 + 3) / 3, whatever they weigh' },
  { name: 'sum', value: 6, why: '0 + 3 + 3' },
  { name: 'min', value: 0, why: 'the weakest decides' },
  { name: 'max', value: 3, why: 'the strongest decides' },
] as const)('the $name of 0 (weighing 2), 3 and 3 is $value: $why', ({ name, value }) => {
  expect(aggregate(name, parts)).toBe(value);
});

test.each([
  { why: 'nothing of the first level is there', parts: [part(0, 1), part(4, 1)], value: 0 },
  { why: 'of the first level three quarters are', parts: [part(3, 1), part(4, 1)], value: 0.75 },
  {
    why: 'the first is full, of the second a half is',
    parts: [part(4, 1), part(2, 1), part(4, 1)],
    value: 1.5,
  },
  { why: 'all are full, each on its own scale', parts: [part(4, 1), part(1, 1, 1)], value: 2 },
  {
    why: 'nothing due stands in nobody’s way',
    parts: [part(4, 1), part(null, 1), part(1, 1)],
    value: 2.25,
  },
])('through a level gate $value levels are reached when $why', ({ parts: levels, value }) => {
  expect(aggregate('level-gate', levels)).toBe(value);
});

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'for the %s a part without a value is left out, not counted as zero',
  (name) => {
    const without = aggregate(name, [part(4, 1)]);
    const withOne = aggregate(name, [part(4, 1), part(null, 9)]);
    expect(without).toBe(4);
    expect(withOne).toBe(without);
  },
);

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'the %s of nothing is null, never 0',
  (name) => {
    expect(aggregate(name, [])).toBeNull();
    expect(aggregate(name, [part(null, 1)])).toBeNull();
  },
);
