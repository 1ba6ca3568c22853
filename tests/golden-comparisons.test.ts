import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldenComparisons } from '../scripts/golden-comparisons.ts';
import type { Comparison } from '../src/assessment/comparison-format.ts';
import { root } from './support/run.ts';

const comparisons = await goldenComparisons();

test.each(Object.entries(comparisons))(
  '%s reads as it did (`npm run golden` writes it anew)',
  (path, text) => {
    const kept = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    expect(text).toBe(kept);
  },
);

test('no comparison is left over', () => {
  const kept = readdirSync(join(root, 'examples/comparisons')).map(
    (name) => `examples/comparisons/${name}`,
  );
  expect(kept.sort()).toEqual(Object.keys(comparisons).sort());
});

test('the three stories hold what they are there to show', () => {
  const [pair, trend, uses] = ['versandhandel', 'malerbetrieb', 'versandhandel-vorhaben'].map(
    (stem) => JSON.parse(comparisons[`examples/comparisons/${stem}.json`] ?? '') as Comparison,
  );
  const { verdicts, overall, answers, steps } = pair?.change ?? {};
  for (const list of [verdicts?.lifted, verdicts?.added, verdicts?.standing, answers, steps]) {
    expect(list).not.toEqual([]);
  }
  expect(overall?.targetBecause).not.toEqual([]);
  expect(trend?.states.map((state) => state.overall.level)).toEqual([0, 1, 2]);
  expect(trend?.between.flatMap(({ overdue }) => overdue)).not.toEqual([]);
  expect(uses?.uses?.differing.length).toBeGreaterThan(1);
});
