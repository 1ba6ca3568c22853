import { expect, test } from 'vitest';
import { toggled } from '../../src/interview/toggled.ts';

const alone = [3];

test.each([
  { why: 'one more is added', picked: [0], touched: 1, after: [0, 1] },
  { why: 'what was picked is let go', picked: [0, 1], touched: 0, after: [1] },
  { why: '"none of these" takes the place of the others', picked: [0, 1], touched: 3, after: [3] },
  { why: 'another one takes the place of "none of these"', picked: [3], touched: 1, after: [1] },
  { why: '"none of these" is let go', picked: [3], touched: 3, after: [] },
  // A file written by hand can hold what cannot be picked.
  { why: 'what never went together is put right', picked: [0, 3], touched: 1, after: [0, 1] },
])('$why', ({ picked, touched, after }) => {
  expect(toggled(picked, touched, alone)).toEqual(after);
});
