import { expect, test } from 'vitest';
import { hasOwnNone } from '../../src/questionnaire/own-none.ts';

const option = (exclusive: boolean, points?: number) => ({
  exclusive,
  ...(points === undefined ? {} : { points }),
});

test.each([
  { why: 'one can only be chosen alone', options: [option(false), option(true)], own: true },
  { why: 'all go together', options: [option(false), option(false)], own: false },
  {
    why: 'the one alone is worth nothing, the others something',
    options: [option(false, 1), option(true, 0)],
    own: true,
  },
  {
    why: 'the others are debits, and the one alone is worth nothing',
    options: [option(false, -1), option(true, 0)],
    own: true,
  },
  {
    why: 'the one alone is worth most and says "all of these"',
    options: [option(false, 1), option(true, 3)],
    own: false,
  },
])('a question has a "none of these" of its own: $own, for $why', ({ options, own }) => {
  expect(hasOwnNone({ options })).toBe(own);
});
