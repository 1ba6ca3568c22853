import type { Engine } from '../engine.ts';
import { withTargetsReached } from '../hypothesis.ts';
import { type Judgement, judgeSheet } from '../judge.ts';
import type { Candidate } from './candidates.ts';

/** Which candidates are chosen, by their places. */
export type Chosen = readonly boolean[];

/** What comes of some steps: those that can be done, in an order in which each can begin, and the result then. */
export type Outcome = { readonly order: readonly number[]; readonly judgement: Judgement };

/** Tries sets of steps out. */
export type Trial = {
  /** Does what can be done of the chosen steps: what needs a step that is not chosen, or waits for a verdict, is not. */
  readonly perform: (chosen: Chosen) => Outcome;
  /** The result with all the chosen reached, whether they can be done or not. */
  readonly suppose: (chosen: Chosen) => Judgement;
  /** Counts one choice gone through; throws where there are too many. */
  readonly tick: () => void;
  /** How many results were worked out so far. */
  readonly judgings: () => number;
};

/** More results would have to be worked out, or more choices gone through, than are allowed. */
export class TooManyTrials extends Error {}

/** Choices are gone through much faster than results are worked out. */
const ticksPerJudging = 20;

/** What a trial gives, or null where that would be one result too many. */
export function unlessSpent<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof TooManyTrials) return null;
    throw error;
  }
}

/**
 * Makes the trial of some candidates.
 *
 * @param limit how many results may be worked out; more throw `TooManyTrials`, and so do twenty times as many choices
 */
export function trialOf(
  engine: Engine,
  now: Judgement,
  candidates: readonly Candidate[],
  limit: number,
): Trial {
  const known = new Map<string, Judgement>();
  const suppose = (chosen: Chosen): Judgement => {
    const key = chosen.map((is) => (is ? '1' : '0')).join('');
    const found = known.get(key);
    if (found) return found;
    if (known.size >= limit) throw new TooManyTrials();
    const reached = candidates
      .filter((_candidate, index) => chosen[index])
      .map(({ question, reaches }) => ({ question, target: reaches }));
    const judgement = judgeSheet(
      engine,
      withTargetsReached(engine, now.stand, now.stand.sheet, reached),
      { near: now },
    );
    known.set(key, judgement);
    return judgement;
  };

  const perform = (chosen: Chosen): Outcome => {
    const done = candidates.map(() => false);
    const order: number[] = [];
    const isReady = ({ needs }: Candidate, index: number) =>
      chosen[index] && !done[index] && needs.every((needed) => done[needed]);
    for (;;) {
      let next = candidates.findIndex(
        (candidate, index) => isReady(candidate, index) && candidate.deferredBy.length === 0,
      );
      if (next < 0 && candidates.some(isReady)) {
        const standing = suppose(done).verdicts;
        const isPutOff = ({ deferredBy }: Candidate) =>
          standing.some(({ verdict, certain }) => certain && deferredBy.includes(verdict));
        next = candidates.findIndex(
          (candidate, index) => isReady(candidate, index) && !isPutOff(candidate),
        );
      }
      if (next < 0) break;
      done[next] = true;
      order.push(next);
    }
    return { order, judgement: suppose(done) };
  };
  let ticks = 0;
  const tick = () => {
    ticks += 1;
    if (ticks > limit * ticksPerJudging) throw new TooManyTrials();
  };
  return { perform, suppose, tick, judgings: () => known.size };
}
