import type { Engine } from '../engine.ts';
import type { HurdleResult } from '../hurdle-result.ts';
import type { Candidate } from './candidates.ts';
import type { Wanted } from './cheapest.ts';
import type { Cut } from './least-cover.ts';
import { type Chosen, TooManyTrials, type Trial } from './trial.ts';

const mostPerHurdle = 12;
// Sums of shares that differ by less are the same score.
const closeTo = 1e-11;

/**
 * The steps within a budget that bring about the highest score, together with what else is wanted; of those the ones
 * of least effort, always the same ones.
 *
 * Branch and bound, hurdle by hurdle: the score is a sum over the hurdles once it is turned the right way, and each
 * hurdle does at best as well as with everything done in all others. Exact where more steps never reach less.
 *
 * @param cuts of which one step each must be taken for what is wanted
 * @returns null where there is no score, or nothing within the budget brings about what is wanted
 * @throws TooManyTrials
 */
export function bestScore(
  engine: Engine,
  candidates: readonly Candidate[],
  trial: Trial,
  budget: number,
  wanted: Wanted,
  cuts: readonly Cut[],
): Chosen | null {
  const all = candidates.map(() => true);
  const shareOf = shareIn(engine);
  const hurdleOf = ({ question }: Candidate) => engine.questions[question]?.hurdle ?? -1;
  const groups = engine.hurdles
    .map((_hurdle, hurdle) => ({
      hurdle,
      own: candidates.flatMap((one, index) => (hurdleOf(one) === hurdle ? [index] : [])),
    }))
    .filter(({ own }) => own.length > 0);
  const tables = groups.map(({ hurdle, own }) => {
    if (own.length > mostPerHurdle) throw new TooManyTrials();
    return waysOf(candidates, own).map((taken) => {
      const chosen = all.map((_is, index) => !own.includes(index) || taken.includes(index));
      return {
        taken,
        cost: taken.reduce((sum, index) => sum + (candidates[index]?.cost ?? 0), 0),
        share: shareOf(trial.suppose(chosen).hurdles, hurdle),
      };
    });
  });
  for (const table of tables) table.sort((a, b) => b.share - a.share || a.cost - b.cost);
  // What the hurdles from here on add at best, by what may be spent on them.
  const fronts: Front[] = [[{ cost: 0, share: 0 }]];
  for (const table of [...tables].reverse()) fronts.unshift(joined(table, fronts[0] ?? []));
  const untouched = engine.hurdles
    .map((_hurdle, hurdle) => hurdle)
    .filter((hurdle) => !groups.some((group) => group.hurdle === hurdle))
    .reduce((sum, hurdle) => sum + shareOf(trial.suppose(all).hurdles, hurdle), 0);

  let best: { readonly share: number; readonly cost: number; readonly set: Chosen } | null = null;
  const chosen = candidates.map(() => false);
  const search = (depth: number, cost: number, share: number): void => {
    trial.tick();
    const front = fronts[depth] ?? [];
    const rest = mostWithin(front, budget - cost);
    if (rest === null) return;
    if (best !== null) {
      if (share + rest < best.share - closeTo) return;
      // As good at best: only for less effort, then.
      const isBetter = share + rest > best.share + closeTo;
      const least = leastFor(front, best.share - share - closeTo);
      if (!isBetter && (least === null || cost + least >= best.cost)) return;
    }
    const table = tables[depth];
    if (!table) {
      const found = shareAt(chosen);
      if (found === null) return;
      const isBetter =
        best === null ||
        found > best.share + closeTo ||
        (found >= best.share - closeTo && cost < best.cost);
      if (isBetter) best = { share: found, cost, set: [...chosen] };
      return;
    }
    for (const { taken, cost: more, share: added } of table) {
      if (cost + more > budget) continue;
      for (const index of taken) chosen[index] = true;
      if (isPossible(depth)) search(depth + 1, cost + more, share + added);
      for (const index of taken) chosen[index] = false;
    }
  };

  // What is decided so far takes nothing without what it needs, and misses no cut.
  const isPossible = (depth: number) => {
    const decided = new Set(groups.slice(0, depth + 1).flatMap(({ own }) => own));
    const isClosed = candidates.every(
      ({ needs }, index) =>
        !chosen[index] || needs.every((needed) => chosen[needed] || !decided.has(needed)),
    );
    return (
      isClosed && cuts.every((cut) => cut.some((index) => chosen[index] || !decided.has(index)))
    );
  };

  const shareAt = (set: Chosen): number | null => {
    const { order, judgement } = trial.perform(set);
    const score = judgement.overall.score?.low ?? null;
    if (score === null || order.length < set.filter(Boolean).length || !wanted(judgement)) {
      return null;
    }
    return engine.hurdles.reduce(
      (sum, _hurdle, hurdle) => sum + shareOf(judgement.hurdles, hurdle),
      0,
    );
  };
  search(0, 0, untouched);
  return (best as { readonly set: Chosen } | null)?.set ?? null;
}

// What a hurdle adds to a sum that rises and falls with the score.
function shareIn({ questionnaire, hurdles }: Engine) {
  const { index } = questionnaire.method.overall;
  return (results: readonly HurdleResult[], hurdle: number): number => {
    const { value, bounds, score } = results[hurdle] as HurdleResult;
    if (!value || !bounds || !score) return 0;
    const weight = hurdles[hurdle]?.weight ?? 1;
    const above = value.low - bounds.low;
    return index === 'mean' ? (weight * above) / (bounds.high - bounds.low) : -weight / (above + 1);
  };
}

/** The ways to take steps of one hurdle, each with what it needs in that hurdle. */
function waysOf(
  candidates: readonly Candidate[],
  own: readonly number[],
): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** own.length }, (_, set) =>
    own.filter((_index, place) => ((set >> place) & 1) === 1),
  ).filter((taken) =>
    taken.every((index) =>
      candidates[index]?.needs.every((needed) => !own.includes(needed) || taken.includes(needed)),
    ),
  );
}

type Front = readonly { readonly cost: number; readonly share: number }[];

// Both together: of equal cost the best, and nothing that costs more and brings no more.
function joined(one: Front, other: Front): Front {
  const bestAt = new Map<number, number>();
  for (const a of one) {
    for (const b of other) {
      const cost = a.cost + b.cost;
      const share = a.share + b.share;
      if (share > (bestAt.get(cost) ?? -Infinity)) bestAt.set(cost, share);
    }
  }
  let most = -Infinity;
  return [...bestAt]
    .sort(([a], [b]) => a - b)
    .flatMap(([cost, share]) => {
      if (share <= most) return [];
      most = share;
      return [{ cost, share }];
    });
}

function leastFor(front: Front, share: number): number | null {
  return front.find((point) => point.share >= share)?.cost ?? null;
}

function mostWithin(front: Front, budget: number): number | null {
  let most: number | null = null;
  for (const { cost, share } of front) {
    if (cost > budget) break;
    most = share;
  }
  return most;
}
