import type { Candidate } from './candidates.ts';
import type { Chosen } from './trial.ts';

/** What a set of steps costs; less is better, from the first to the last. */
export type Price = {
  /** Millionths of a person-day, of the mean efforts. */
  readonly cost: number;
  /** Weeks along the longest chain of prerequisites. */
  readonly weeks: number;
  readonly steps: number;
  /** Their places in the plan: what it puts first is preferred. */
  readonly places: readonly number[];
};

/** The price of a set of steps. */
export function priceOf(candidates: readonly Candidate[], chosen: Chosen): Price {
  const taken = candidates.filter((_candidate, index) => chosen[index]);
  return {
    cost: taken.reduce((sum, { cost }) => sum + cost, 0),
    weeks: Math.max(0, ...taken.map(({ chain }) => chain)),
    steps: taken.length,
    places: chosen.flatMap((is, index) => (is ? [index] : [])),
  };
}

/** Below zero where the first is cheaper: by effort, then by weeks, then fewer steps, then by their places. */
export function comparePrices(a: Price, b: Price): number {
  const byNumbers = a.cost - b.cost || a.weeks - b.weeks || a.steps - b.steps;
  if (byNumbers !== 0) return byNumbers;
  const differing = a.places.findIndex((place, index) => place !== b.places[index]);
  return differing < 0 ? 0 : (a.places[differing] ?? 0) - (b.places[differing] ?? 0);
}
