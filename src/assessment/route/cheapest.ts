import type { Judgement } from '../judge.ts';
import type { Candidate } from './candidates.ts';
import { type Cut, leastCover } from './least-cover.ts';
import { priceOf } from './price.ts';
import type { Chosen, Trial } from './trial.ts';

/** Whether a result is what is wanted. */
export type Wanted = (judgement: Judgement) => boolean;

/**
 * The cheapest steps that bring about what is wanted: by effort, then by weeks, then fewer, then what the plan puts first.
 *
 * Exact where more steps never reach less. Every set that does not suffice, made as large as it can be, says that one
 * of the others must be taken (a cut); the cheapest set that takes one of every cut either suffices, and then none is
 * cheaper, or is the next that does not. (Implicit hitting sets: Reiter 1987; Moreno-Centeno and Karp 2013.)
 *
 * @param cuts  what is known of what must be taken; what is found is added
 * @param budget what it may cost at most
 * @returns null where not even all steps suffice, or none within the budget do
 * @throws TooManyTrials
 */
export function cheapest(
  candidates: readonly Candidate[],
  trial: Trial,
  wanted: Wanted,
  cuts: Cut[] = [],
  budget = Infinity,
): Chosen | null {
  const suffices = (chosen: Chosen) => wanted(trial.perform(chosen).judgement);
  const within = (allowed: Chosen): Chosen | null => {
    if (!suffices(allowed)) return null;
    for (;;) {
      const set = leastCover(candidates, cuts, allowed, trial.tick);
      if (set === null) return null;
      const chosen = candidates.map((_candidate, index) => set.includes(index));
      if (priceOf(candidates, chosen).cost > budget) return null;
      if (suffices(chosen)) return chosen;
      cuts.push(...cutsBeside(candidates, chosen, suffices));
    }
  };

  let best = within(candidates.map(() => true));
  if (best === null) return null;
  // The same effort in fewer weeks: without the steps at the end of the longest chains.
  for (;;) {
    const { cost, weeks } = priceOf(candidates, best);
    if (weeks === 0) return best;
    const shorter = within(candidates.map(({ chain }) => chain < weeks));
    if (shorter === null || priceOf(candidates, shorter).cost > cost) return best;
    best = shorter;
  }
}

// Cuts that have no step in common, as many as there are: each is what is missing to a set that just does not suffice.
function cutsBeside(
  candidates: readonly Candidate[],
  chosen: Chosen,
  suffices: (chosen: Chosen) => boolean,
): readonly Cut[] {
  const cheapFirst = candidates
    .map((_candidate, index) => index)
    .sort((a, b) => (candidates[a]?.cost ?? 0) - (candidates[b]?.cost ?? 0));
  const cuts: Cut[] = [];
  let start = [...chosen];
  while (!suffices(start)) {
    const grown = [...start];
    for (const index of cheapFirst) {
      if (grown[index]) continue;
      grown[index] = true;
      if (suffices(grown)) grown[index] = false;
    }
    const cut = candidates.flatMap((_candidate, index) => (grown[index] ? [] : [index]));
    cuts.push(cut);
    start = start.map((is, index) => is || cut.includes(index));
  }
  return cuts;
}
