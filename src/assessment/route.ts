import type { Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import { type Judgement, judge } from './judge.ts';
import { recommend } from './recommend.ts';
import { type Candidate, candidatesOf } from './route/candidates.ts';
import { cheapest, type Wanted } from './route/cheapest.ts';
import { everySet } from './route/every-set.ts';
import { onlyHelps } from './route/only-helps.ts';
import { type Chosen, TooManyTrials, type Trial, trialOf } from './route/trial.ts';
import { withoutSuperfluous } from './route/without-superfluous.ts';
import { comparePrices, priceOf } from './route/worth.ts';

/** Where a route is to lead: a level of the company, everything at its target, or a verdict lifted (a fine one: given). */
export type Goal =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'at-target' }
  | { readonly kind: 'verdict'; readonly verdict: number };

/** Steps in an order in which each can begin, and what comes of them. */
export type Route = {
  readonly steps: readonly Candidate[];
  readonly before: Judgement;
  /** The results after each step. */
  readonly results: readonly Judgement[];
  /** False: no steps of the plan reach the goal; then these are all that can be done. */
  readonly reached: boolean;
  /** Proven to be the best there is; false: an approximation. */
  readonly exact: boolean;
  /** How many results were worked out to find it. */
  readonly judgings: number;
};

/** How many results may be worked out before an approximation has to do: some two seconds. */
export const mostJudgings = 10_000;

/**
 * The cheapest steps that reach a goal: least mean effort in person-days, then fewest weeks along the longest chain of
 * prerequisites, then fewest steps, then by their ids. What was answered decides what is left to do, not what a step is
 * said to be (`done`, `dropped`).
 *
 * Exact if more steps never reach less, which is checked for these answers; else by going through every set, up to
 * thirteen candidates. Beyond that, and beyond the limit, superfluous steps are left out of all there are, the dearest
 * first: an approximation, and it says so.
 *
 * @param limit how many results may be worked out
 */
export function routeTo(engine: Engine, answers: Answers, goal: Goal, limit = mostJudgings): Route {
  const wanted = wantedFor(engine, goal);
  const search = searchFor(engine, answers);
  const { before, candidates, trial } = search(limit);
  if (isThere(before, goal, wanted)) return routeOf(search, [], true, true, trial);
  try {
    const found = onlyHelps(engine, answers, before, candidates)
      ? cheapest(candidates, trial, wanted)
      : cheapestOfAll(candidates, trial, wanted);
    const chosen = found ?? candidates.map(() => true);
    return routeOf(search, chosen, found !== null, true, trial);
  } catch (error) {
    if (!(error instanceof TooManyTrials)) throw error;
    const rough = search(Infinity);
    const all = candidates.map(() => true);
    const reached = wanted(rough.trial.perform(all).judgement);
    const chosen = reached ? withoutSuperfluous(candidates, rough.trial, all, wanted) : all;
    return routeOf(search, chosen, reached, false, rough.trial, trial.judgings());
  }
}

// A level is told, or is wanted, only where every hurdle can be rated.
function wantedFor(engine: Engine, goal: Goal): Wanted {
  switch (goal.kind) {
    case 'level':
      return ({ overall, hurdles }) =>
        overall.reason !== 'scope' &&
        overall.levels !== null &&
        overall.levels.low >= goal.level &&
        hurdles.every(({ reason }) => reason !== 'not-rateable');
    case 'at-target':
      return ({ atTarget }) => atTarget;
    case 'verdict': {
      const isFine = engine.verdicts[goal.verdict]?.verdict.kind === 'fine';
      return ({ verdicts }) => verdicts.some(({ verdict }) => verdict === goal.verdict) === isFine;
    }
    default:
      return goal satisfies never;
  }
}

// Some hurdles may not be rateable and the company's level be certain all the same.
function isThere(before: Judgement, goal: Goal, wanted: Wanted): boolean {
  if (wanted(before)) return true;
  return (
    goal.kind === 'level' && before.overall.level !== null && before.overall.level >= goal.level
  );
}

type Search = (limit: number) => {
  readonly before: Judgement;
  readonly candidates: readonly Candidate[];
  readonly trial: Trial;
};

function searchFor(engine: Engine, answers: Answers): Search {
  const before = judge(engine, answers);
  const candidates = candidatesOf(engine, before, recommend(engine, before));
  return (limit) => ({
    before,
    candidates,
    trial: trialOf(engine, answers, before, candidates, limit),
  });
}

function cheapestOfAll(
  candidates: readonly Candidate[],
  trial: Trial,
  wanted: Wanted,
): Chosen | null {
  let best: Chosen | null = null;
  for (const { chosen, outcome } of everySet(candidates, trial)) {
    if (!wanted(outcome.judgement)) continue;
    const isBetter =
      best === null || comparePrices(priceOf(candidates, chosen), priceOf(candidates, best)) < 0;
    if (isBetter) best = chosen;
  }
  return best;
}

function routeOf(
  search: Search,
  chosen: Chosen,
  reached: boolean,
  exact: boolean,
  trial: Trial,
  judgings = 0,
): Route {
  const total = judgings + trial.judgings();
  const { before, candidates, trial: telling } = search(Infinity);
  const { order } = telling.perform(candidates.map((_candidate, index) => chosen[index] ?? false));
  const results = order.map((_step, count) => {
    const done = order.slice(0, count + 1);
    return telling.suppose(candidates.map((_candidate, index) => done.includes(index)));
  });
  return {
    steps: order.map((index) => candidates[index] as Candidate),
    before,
    results,
    reached,
    exact,
    judgings: total,
  };
}
