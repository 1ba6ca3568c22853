import { expect, test } from 'vitest';
import { aggregate } from '../../src/assessment/aggregate.ts';
import type { Aggregate } from '../../src/questionnaire/method-format.ts';

const part = (value: number | null, weight: number, highest = 4) => ({
  points: value === null ? null : { low: value, high: value, lowest: 0, highest },
  weight,
});
type Part = ReturnType<typeof part>;

const combined = (name: Aggregate, some: readonly Part[]) => {
  const points = some.map((one) => one.points);
  const weights = some.map(({ weight }) => weight);
  return aggregate(name, points, weights)?.low ?? null;
};

const parts = [part(0, 2), part(3, 1), part(3, 1)];

test.each([
  { name: 'weighted-mean', value: 1.5, why: '(2 × 0 + 3 + 3) / 4' },
  { name: 'mean', value: 2, why: '(0 + 3 + 3) / 3, whatever they weigh' },
  { name: 'sum', value: 6, why: '0 + 3 + 3' },
  { name: 'min', value: 0, why: 'the weakest decides' },
  { name: 'max', value: 3, why: 'the strongest decides' },
] as const)('the $name of 0 (weighing 2), 3 and 3 is $value: $why', ({ name, value }) => {
  expect(combined(name, parts)).toBe(value);
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
  expect(combined('level-gate', levels)).toBe(value);
});

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'for the %s a part without a value is left out, not counted as zero',
  (name) => {
    const without = combined(name, [part(4, 1)]);
    const withOne = combined(name, [part(4, 1), part(null, 9)]);
    expect(without).toBe(4);
    expect(withOne).toBe(without);
  },
);

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'the %s of nothing is null, never 0',
  (name) => {
    expect(combined(name, [])).toBeNull();
    expect(combined(name, [part(null, 1)])).toBeNull();
  },
);

test('what is possible is combined like what is certain', () => {
  const open = { low: 0, high: 4, lowest: 0, highest: 4 };
  const known = { low: 2, high: 2, lowest: 0, highest: 4 };
  expect(aggregate('mean', [open, known], [1, 1])).toMatchObject({ low: 1, high: 3 });
});
