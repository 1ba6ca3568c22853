import type { Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { bestScore } from './route/best-score.ts';
import { type Candidate, costOf } from './route/candidates.ts';
import { cheapest, type Wanted } from './route/cheapest.ts';
import { everySet } from './route/every-set.ts';
import { type Cut, closureOf } from './route/least-cover.ts';
import { comparePrices, priceOf } from './route/price.ts';
import { mostJudgings, type Route, searchRoute } from './route/search.ts';
import { type Chosen, type Trial, unlessSpent } from './route/trial.ts';
import { withoutSuperfluous } from './route/without-superfluous.ts';

/**
 * The most that so many person-days reach, by the mean of every effort: first the verdicts of kind `stop` lifted, the
 * most urgent first; then the highest level of the company (its certain end); then the highest score; and of what
 * reaches that, what takes the least effort. Exact or not as there; the approximation adds step by step what helps most.
 *
 * @param limit how many results may be worked out by an exact way
 */
export function routeWithin(
  engine: Engine,
  answers: Answers,
  days: number,
  limit = mostJudgings,
): Route {
  const budget = costOf(days);
  const merits = meritsIn(engine);
  return searchRoute(engine, answers, limit, {
    bySteps: (candidates, trial, before) => best(engine, candidates, trial, before, budget),
    byAll: (candidates, trial) => {
      let found: Chosen = candidates.map(() => false);
      let merit = merits(trial.perform(found).judgement);
      for (const { chosen, outcome } of everySet(candidates, trial)) {
        const price = priceOf(candidates, chosen);
        if (price.cost > budget) continue;
        const order = compareMerits(merits(outcome.judgement), merit);
        if (order < 0) continue;
        if (order === 0 && comparePrices(price, priceOf(candidates, found)) >= 0) continue;
        found = chosen;
        merit = merits(outcome.judgement);
      }
      return found;
    },
    roughly: (candidates, trial) => stepByStep(candidates, trial, budget, merits),
  });
}

/** What a result is worth: each number counts only where all before it are equal. */
type Merits = readonly number[];

function meritsIn(engine: Engine) {
  const stops = stopsOf(engine);
  return ({ verdicts, overall }: Judgement): Merits => [
    ...stops.map((stop) => (verdicts.some(({ verdict }) => verdict === stop) ? 0 : 1)),
    overall.levels?.low ?? -1,
    overall.score?.low ?? -1,
  ];
}

function stopsOf({ verdicts }: Engine): readonly number[] {
  return verdicts.flatMap(({ verdict }, index) => (verdict.kind === 'stop' ? [index] : []));
}

function compareMerits(a: Merits, b: Merits): number {
  const differing = a.findIndex((merit, index) => merit !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

// One demand after the other, each kept if the budget allows it beside all before.
function best(
  engine: Engine,
  candidates: readonly Candidate[],
  trial: Trial,
  before: Judgement,
  budget: number,
): Chosen | null {
  const demands: Wanted[] = [];
  let cuts: readonly Cut[] = [];
  const all = (judgement: Judgement) => demands.every((demand) => demand(judgement));
  const isAffordable = (demand: Wanted): boolean => {
    const more = [...cuts];
    const wanted: Wanted = (judgement) => all(judgement) && demand(judgement);
    if (cheapest(candidates, trial, wanted, more, budget) === null) return false;
    demands.push(demand);
    cuts = more;
    return true;
  };
  for (const stop of stopsOf(engine)) {
    isAffordable(({ verdicts }) => verdicts.every(({ verdict }) => verdict !== stop));
  }
  const levels = Math.max(...engine.hurdles.map(({ scale }) => scale.length));
  for (let level = (before.overall.levels?.low ?? -1) + 1; level < levels; level += 1) {
    if (!isAffordable(({ overall }) => (overall.levels?.low ?? -1) >= level)) break;
  }
  return (
    bestScore(engine, candidates, trial, budget, all, cuts) ??
    cheapest(candidates, trial, all, [...cuts], budget)
  );
}

function stepByStep(
  candidates: readonly Candidate[],
  trial: Trial,
  budget: number,
  merits: (judgement: Judgement) => Merits,
): Chosen {
  let chosen: Chosen = candidates.map(() => false);
  let merit = merits(trial.perform(chosen).judgement);
  for (;;) {
    const more = unlessSpent(() =>
      candidates.flatMap((_candidate, index) => {
        if (chosen[index]) return [];
        const added = closureOf(candidates, index);
        const set = chosen.map((is, other) => is || added.includes(other));
        const { cost } = priceOf(candidates, set);
        if (cost > budget) return [];
        return [{ set, cost, merit: merits(trial.perform(set).judgement) }];
      }),
    );
    const helping = (more ?? [])
      .filter((one) => compareMerits(one.merit, merit) > 0)
      .sort((a, b) => compareMerits(b.merit, a.merit) || a.cost - b.cost);
    const [next] = helping;
    if (!next) break;
    chosen = next.set;
    merit = next.merit;
  }
  return withoutSuperfluous(
    candidates,
    trial,
    chosen,
    (judgement) => compareMerits(merits(judgement), merit) >= 0,
  );
}
