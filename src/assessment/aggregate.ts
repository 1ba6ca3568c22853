import type { Aggregate } from '../questionnaire/method-format.ts';
import { snap } from '../shared/snap.ts';

/** One part of a hurdle or group. */
export type Part = {
  /** In points; null when nothing in it is due. */
  readonly value: number | null;
  readonly weight: number;
  /** The value it could have at least and at most. */
  readonly lowest: number | null;
  readonly highest: number | null;
};

/**
 * Combines the parts of a hurdle or group into one value in points.
 *
 * @returns null when no part has a value: no questions is not a bad result
 */
export function aggregate(name: Aggregate, parts: readonly Part[]): number | null {
  const values: number[] = [];
  let weighted = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    if (value === null) continue;
    values.push(value);
    weighted += value * weight;
    weights += weight;
  }
  if (values.length === 0) return null;
  switch (name) {
    case 'weighted-mean':
      return weighted / weights;
    case 'mean':
      return sum(values) / values.length;
    case 'sum':
      return sum(values);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'level-gate':
      return levelsReached(parts);
    default:
      return name satisfies never;
  }
}

// The parts are levels, in order: each counts one, and none before all below it are full. What is reached of the
// first one that is not full counts as a share, so that a plus can be told. Nothing due stands in nobody's way.
function levelsReached(parts: readonly Part[]): number {
  let reached = 0;
  for (const { value, lowest, highest } of parts) {
    const isSpan = value !== null && lowest !== null && highest !== null && highest > lowest;
    const share = isSpan ? snap((value - lowest) / (highest - lowest), 12) : 1;
    reached += share;
    if (share < 1) break;
  }
  return reached;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
