import type { Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { cheapest, type Wanted } from './route/cheapest.ts';
import { everySet } from './route/every-set.ts';
import { comparePrices, priceOf } from './route/price.ts';
import { mostJudgings, type Route, searchRoute } from './route/search.ts';
import type { Chosen } from './route/trial.ts';
import { withoutSuperfluous } from './route/without-superfluous.ts';

/** Where a route is to lead: a level of the company, everything at its target, or a verdict lifted (a fine one: given). */
export type Goal =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'at-target' }
  | { readonly kind: 'verdict'; readonly verdict: number };

/**
 * The cheapest steps that reach a goal: least mean effort in person-days, then fewest weeks along the longest chain of
 * prerequisites, then fewest steps, then what the plan puts first. A step that is said to be done takes nothing more, a
 * dropped one is not taken.
 *
 * Exact if more steps never reach less, which is checked for these answers; else by going through every set, up to
 * thirteen candidates. Beyond that, and beyond the limit, superfluous steps are left out of all there are, the dearest
 * first: an approximation, and it says so.
 *
 * @param limit how many results may be worked out by an exact way
 */
export function routeTo(engine: Engine, answers: Answers, goal: Goal, limit = mostJudgings): Route {
  const wanted = wantedFor(engine, goal);
  const unlessThere =
    (find: (...given: Parameters<typeof cheapest>) => Chosen | null) =>
    (...[candidates, trial, before]: SearchGiven) =>
      isThere(before, goal, wanted) ? candidates.map(() => false) : find(candidates, trial, wanted);
  return searchRoute(engine, answers, limit, {
    bySteps: unlessThere(cheapest),
    byAll: unlessThere((candidates, trial) => {
      let best: Chosen | null = null;
      for (const { chosen, outcome } of everySet(candidates, trial)) {
        if (!wanted(outcome.judgement)) continue;
        const price = priceOf(candidates, chosen);
        if (best === null || comparePrices(price, priceOf(candidates, best)) < 0) best = chosen;
      }
      return best;
    }),
    roughly: (candidates, trial) => {
      const all = candidates.map(() => true);
      return wanted(trial.perform(all).judgement)
        ? withoutSuperfluous(candidates, trial, all, wanted)
        : null;
    },
  });
}

type SearchGiven = Parameters<Parameters<typeof searchRoute>[3]['bySteps']>;

// A level is wanted only where every hurdle can be rated: else it might be told no more once one of them is better.
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
  const { level } = before.overall;
  return goal.kind === 'level' && level !== null && level >= goal.level;
}
