import type { Candidate } from './candidates.ts';
import type { Chosen, Outcome, Trial } from './trial.ts';
import { TooManyTrials } from './trial.ts';

const mostCandidates = 13;

/**
 * Every set of steps that can be done, with what comes of it: for questionnaires where more steps can reach less.
 *
 * @throws TooManyTrials where there are more than can be gone through
 */
export function* everySet(
  candidates: readonly Candidate[],
  trial: Trial,
): Generator<{ readonly chosen: Chosen; readonly outcome: Outcome }> {
  if (candidates.length > mostCandidates) throw new TooManyTrials();
  for (let set = 0; set < 2 ** candidates.length; set += 1) {
    const chosen = candidates.map((_candidate, index) => ((set >> index) & 1) === 1);
    const isClosed = candidates.every(
      ({ needs }, index) => !chosen[index] || needs.every((needed) => chosen[needed]),
    );
    if (!isClosed) continue;
    const outcome = trial.perform(chosen);
    if (outcome.order.length === chosen.filter(Boolean).length) yield { chosen, outcome };
  }
}
