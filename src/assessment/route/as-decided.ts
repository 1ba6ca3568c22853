import type { Answers } from '../../questionnaire/answers.ts';
import { type Candidate, costOf } from './candidates.ts';

/** More than all steps of a questionnaire take together. */
const dear = costOf(1_000_000);

/**
 * The steps that a route may take once it counts what was decided: what is said to be done takes nothing, as only its
 * question is still to be answered again, and comes first; what was dropped is left out, with all that waits for it and
 * that nobody works on all the same.
 *
 * @param dropped `dear`: what was dropped may be taken, but each such step counts as more than all others together
 */
export function asDecided(
  candidates: readonly Candidate[],
  decided: Answers['steps'],
  dropped: 'out' | 'dear',
): readonly Candidate[] {
  const statusOf = ({ id }: Candidate) => decided[id]?.status;
  const out = new Set(candidates.filter((one) => dropped === 'out' && statusOf(one) === 'dropped'));
  const needed = (one: Candidate) =>
    statusOf(one) === 'done' ? [] : one.needs.flatMap((index) => candidates[index] ?? []);
  const isHeldUp = (one: Candidate) =>
    statusOf(one) !== 'doing' && needed(one).some((other) => out.has(other));
  for (;;) {
    const held = candidates.filter((one) => !out.has(one) && isHeldUp(one));
    if (held.length === 0) break;
    for (const one of held) out.add(one);
  }

  const left = candidates
    .filter((one) => !out.has(one))
    .sort((a, b) => Number(statusOf(b) === 'done') - Number(statusOf(a) === 'done'));
  const chainOf = (one: Candidate): number =>
    statusOf(one) === 'done'
      ? 0
      : one.weeks + Math.max(0, ...needed(one).filter(isLeft).map(chainOf));
  return left.map((one) => ({
    ...one,
    ...(statusOf(one) === 'done' ? nothingToDo : {}),
    cost: statusOf(one) === 'done' ? 0 : one.cost + (statusOf(one) === 'dropped' ? dear : 0),
    needs: needed(one)
      .filter(isLeft)
      .map((other) => left.indexOf(other)),
    chain: chainOf(one),
  }));

  function isLeft(one: Candidate): boolean {
    return !out.has(one);
  }
}

const nothingToDo = {
  isDone: true,
  effort: { min: 0, max: 0 },
  weeks: 0,
  deferredBy: [],
} as const;
