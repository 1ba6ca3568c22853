import { expect, test } from 'vitest';
import { minutesLeft } from '../../src/interview/pace.ts';

test.each([
  { why: 'nobody has answered yet: the usual pace', pace: [], open: 42, minutes: 14 },
  { why: 'nothing is open', pace: [20, 20], open: 0, minutes: 0 },
  { why: 'a single question takes a minute, told in whole ones', pace: [], open: 1, minutes: 1 },
  { why: 'somebody takes a minute each', pace: Array(10).fill(60), open: 13, minutes: 11 },
  { why: 'a long telephone call counts as two minutes', pace: [3600], open: 4, minutes: 3 },
  {
    why: 'only the last ten count',
    pace: [...Array(50).fill(120), ...Array(10).fill(10)],
    open: 39,
    minutes: 8,
  },
])('$minutes minutes where $why', ({ pace, open, minutes }) => {
  expect(minutesLeft(pace, open)).toBe(minutes);
});
