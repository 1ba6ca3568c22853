import { afterAll, describe, expect, test } from 'vitest';
import { search } from '../support/search.ts';
import { mischiefs } from './attempt.ts';
import { classes } from './classes.ts';
import { searchThrough } from './fuzz.ts';
import { finds as once } from './once.ts';
import { startRunner, usualBounds } from './runner.ts';

const runner = startRunner();
afterAll(() => runner.end());

// `npm run fuzz` goes on from here.
const { numRuns: runs, seed } = search(3);

test.each(Object.entries(classes))(
  'nothing that is sent does mischief: %s',
  async (_name, inputs) => {
    const { tried, found } = await searchThrough(inputs, runner, { seed, runs });
    expect(found).toBeNull();
    expect(tried).toBe(runs);
  },
);

test.each(once)('what once did, does it no more: $what', async ({ attempt }) => {
  expect(await runner.tryOut(attempt())).toEqual([]);
});

describe('the fuzzer finds a bug that is planted', () => {
  // Where to look for it: a class that meets it within some tries.
  const within = {
    'a stack trace': 'answers',
    'a hang': 'bytes',
    'too much memory': 'bytes',
    'a refusal without a place': 'bytes',
    'a wrong exit code': 'bytes',
    'a changed prototype': 'configs',
    'output outside the folder': 'kept',
    'text that steers': 'typed',
    'a lost answer': 'kept',
    'a half-written file': 'written',
  } as const satisfies Record<(typeof mischiefs)[number], string>;

  test.each(mischiefs)('%s', async (mischief) => {
    const bounds = {
      deadline: mischief === 'a hang' ? 3_000 : usualBounds.deadline,
      memory: 600_000_000,
    };
    const planted = startRunner(bounds, mischief);
    try {
      const inputs = classes[within[mischief]];
      if (!inputs) throw new Error(`There is no class ${within[mischief]}`);
      const { found } = await searchThrough(inputs, planted, { seed, runs: 100, shrinks: 0 });
      expect(found?.finds.map((one) => one.mischief)).toContain(mischief);
    } finally {
      planted.end();
    }
  });
});
