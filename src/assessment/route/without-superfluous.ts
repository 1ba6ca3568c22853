import type { Candidate } from './candidates.ts';
import type { Wanted } from './cheapest.ts';
import { closureOf } from './least-cover.ts';
import { type Chosen, type Trial, unlessSpent } from './trial.ts';

/**
 * Steps without those that can be left out, the dearest first, as long as the trial goes on; what is left is not always
 * the cheapest there is.
 */
export function withoutSuperfluous(
  candidates: readonly Candidate[],
  trial: Trial,
  chosen: Chosen,
  wanted: Wanted,
): Chosen {
  const dearFirst = candidates
    .map((_candidate, index) => index)
    .sort((a, b) => (candidates[b]?.cost ?? 0) - (candidates[a]?.cost ?? 0) || b - a);
  let left = chosen;
  for (const index of dearFirst) {
    if (!left[index]) continue;
    const fewer = left.map((is, other) => is && !closureOf(candidates, other).includes(index));
    const outcome = unlessSpent(() => trial.perform(fewer));
    if (outcome === null) break;
    const done = new Set(outcome.order);
    if (wanted(outcome.judgement)) left = fewer.map((_is, other) => done.has(other));
  }
  return left;
}
