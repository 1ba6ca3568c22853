import type { Aggregate } from '../questionnaire/method-format.ts';
import { snap } from '../shared/snap.ts';
import type { Points } from './points.ts';

/**
 * Combines the parts of a hurdle or group into one value, at each end.
 *
 * @param parts   in their order; null when nothing in one is due
 * @param weights of the parts, by their places
 * @returns null when no part has a value: no questions is not a bad result
 */
export function aggregate(
  name: Aggregate,
  parts: readonly (Points | null)[],
  weights: readonly number[],
): Points | null {
  switch (name) {
    case 'weighted-mean':
      return added(parts, weights, true);
    case 'mean':
      return added(parts, null, true);
    case 'sum':
      return added(parts, null, false);
    case 'min':
      return extreme(parts, Math.min);
    case 'max':
      return extreme(parts, Math.max);
    case 'level-gate':
      return levelsReached(parts);
    default:
      return name satisfies never;
  }
}

/** @param isMean divides what was added by the weights */
function added(
  parts: readonly (Points | null)[],
  weights: readonly number[] | null,
  isMean: boolean,
): Points | null {
  let isThere = false;
  let low = 0;
  let high = 0;
  let lowest = 0;
  let highest = 0;
  let weight = 0;
  for (let place = 0; place < parts.length; place += 1) {
    const part = parts[place];
    if (!part) continue;
    const own = weights?.[place] ?? 1;
    low += part.low * own;
    high += part.high * own;
    lowest += part.lowest * own;
    highest += part.highest * own;
    weight += own;
    isThere = true;
  }
  if (!isThere) return null;
  const by = isMean ? weight : 1;
  return { low: low / by, high: high / by, lowest: lowest / by, highest: highest / by };
}

function extreme(
  parts: readonly (Points | null)[],
  of: (a: number, b: number) => number,
): Points | null {
  let found: Points | null = null;
  for (const part of parts) {
    if (!part) continue;
    found = found
      ? {
          low: of(found.low, part.low),
          high: of(found.high, part.high),
          lowest: of(found.lowest, part.lowest),
          highest: of(found.highest, part.highest),
        }
      : part;
  }
  return found;
}

// The parts are levels, in order: each counts one, and none before all below it are full. What is reached of the
// first one that is not full counts as a share, so that a plus can be told. Nothing due stands in nobody's way.
function levelsReached(parts: readonly (Points | null)[]): Points | null {
  if (!parts.some((part) => part !== null)) return null;
  const at = (end: keyof Points): number => {
    let reached = 0;
    for (const part of parts) {
      const isSpan = part !== null && part.highest > part.lowest;
      const span = isSpan ? (part[end] - part.lowest) / (part.highest - part.lowest) : 1;
      const share = snap(span, 12);
      reached += share;
      if (share < 1) break;
    }
    return reached;
  };
  return { low: at('low'), high: at('high'), lowest: at('lowest'), highest: at('highest') };
}
