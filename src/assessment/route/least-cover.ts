import type { Candidate } from './candidates.ts';

/** Steps of which at least one must be taken, by their places. */
export type Cut = readonly number[];

/**
 * The cheapest steps that take at least one of every cut, with all they need: by effort, then by number, then by
 * their places in the plan.
 *
 * Branch and bound: of a cut that nothing is taken of yet, one after the other is taken and then ruled out; cuts
 * that have no step in common cost at least their cheapest ones together.
 *
 * @param allowed which steps may be taken
 * @param tick    is told of every choice gone through; what it throws ends the search
 * @returns their places, or null where there are none
 */
export function leastCover(
  candidates: readonly Candidate[],
  cuts: readonly Cut[],
  allowed: readonly boolean[],
  tick: () => void,
): readonly number[] | null {
  const ties = tieBreakers(candidates);
  const closures = candidates.map((_candidate, index) => closureOf(candidates, index));
  const dependents = candidates.map((_candidate, index) =>
    candidates.flatMap((_other, other) => (closures[other]?.includes(index) ? [other] : [])),
  );
  const taken = candidates.map(() => false);
  const ruledOut = allowed.map((is) => !is);
  candidates.forEach((_candidate, index) => {
    if (!allowed[index]) for (const other of dependents[index] ?? []) ruledOut[other] = true;
  });
  // The fewer the sooner: where little can be chosen, little has to be tried.
  const ordered = cuts.map((cut) => leanest(cut, closures)).sort((a, b) => a.length - b.length);

  let best: { readonly cost: number; readonly tie: bigint; readonly set: number[] } | null = null;

  const search = (cost: number, tie: bigint): void => {
    tick();
    const open = ordered.filter((cut) => !cut.some((index) => taken[index]));
    let leastCost = cost;
    let leastTie = tie;
    const covered = new Set<number>();
    let branch: readonly number[] | null = null;
    for (const cut of open) {
      const ways = cut.filter((index) => !ruledOut[index]);
      if (ways.length === 0) return;
      if (branch === null || ways.length < branch.length) branch = ways;
      if (ways.some((index) => covered.has(index))) continue;
      for (const index of ways) covered.add(index);
      leastCost += Math.min(...ways.map((index) => candidates[index]?.cost ?? 0));
      leastTie += smallest(ways.map((index) => ties[index] ?? 0n));
    }
    if (best && (leastCost > best.cost || (leastCost === best.cost && leastTie >= best.tie)))
      return;
    if (branch === null) {
      best = { cost, tie, set: candidates.flatMap((_one, index) => (taken[index] ? [index] : [])) };
      return;
    }
    const ways = [...branch].sort(
      (a, b) => (candidates[a]?.cost ?? 0) - (candidates[b]?.cost ?? 0) || a - b,
    );
    const ruledOutHere: number[] = [];
    for (const way of ways) {
      if (ruledOut[way]) continue;
      const added = (closures[way] ?? []).filter((index) => !taken[index]);
      for (const index of added) taken[index] = true;
      search(
        cost + added.reduce((sum, index) => sum + (candidates[index]?.cost ?? 0), 0),
        tie + added.reduce((sum, index) => sum + (ties[index] ?? 0n), 0n),
      );
      for (const index of added) taken[index] = false;
      for (const index of dependents[way] ?? []) {
        if (ruledOut[index]) continue;
        ruledOut[index] = true;
        ruledOutHere.push(index);
      }
    }
    for (const index of ruledOutHere) ruledOut[index] = false;
  };
  search(0, 0n);
  return (best as { readonly set: number[] } | null)?.set ?? null;
}

/** A step with all it needs, however far back. */
export function closureOf(candidates: readonly Candidate[], index: number): readonly number[] {
  const found = new Set<number>();
  const gather = (one: number) => {
    if (found.has(one)) return;
    found.add(one);
    for (const needed of candidates[one]?.needs ?? []) gather(needed);
  };
  gather(index);
  return [...found];
}

// Who takes a step takes what it needs: where both would do, only the latter counts.
function leanest(cut: Cut, closures: readonly (readonly number[])[]): Cut {
  return cut.filter(
    (index) => !closures[index]?.some((needed) => needed !== index && cut.includes(needed)),
  );
}

// Fewer steps first, then those that the plan puts first, as numbers that add up.
function tieBreakers(candidates: readonly Candidate[]): readonly bigint[] {
  const count = candidates.length;
  return candidates.map(
    (_candidate, place) => (1n << BigInt(count + 1)) - (1n << BigInt(count - 1 - place)),
  );
}

function smallest(values: readonly bigint[]): bigint {
  return values.reduce((least, value) => (value < least ? value : least));
}
