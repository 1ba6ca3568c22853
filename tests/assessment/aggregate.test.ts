import { expect, test } from 'vitest';
import { aggregate } from '../../src/assessment/aggregate.ts';

const parts = [
  { value: 0, weight: 2 },
  { value: 3, weight: 1 },
  { value: 3, weight: 1 },
];

test.each([
  { name: 'weighted-mean', value: 1.5, why: '(2 × 0 + 3 + 3) / 4' },
  { name: 'mean', value: 2, why: '(0 + 3 + 3) / 3, whatever they weigh' },
  { name: 'sum', value: 6, why: '0 + 3 + 3' },
  { name: 'min', value: 0, why: 'the weakest decides' },
  { name: 'max', value: 3, why: 'the strongest decides' },
] as const)('the $name of 0 (weighing 2), 3 and 3 is $value: $why', ({ name, value }) => {
  expect(aggregate(name, parts)).toBe(value);
});

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'for the %s a part without a value is left out, not counted as zero',
  (name) => {
    const without = aggregate(name, [{ value: 4, weight: 1 }]);
    const withOne = aggregate(name, [
      { value: 4, weight: 1 },
      { value: null, weight: 9 },
    ]);
    expect(without).toBe(4);
    expect(withOne).toBe(without);
  },
);

test.each(['weighted-mean', 'mean', 'sum', 'min', 'max'] as const)(
  'the %s of nothing is null, never 0',
  (name) => {
    expect(aggregate(name, [])).toBeNull();
    expect(aggregate(name, [{ value: null, weight: 1 }])).toBeNull();
  },
);
