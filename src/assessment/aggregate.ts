import type { Aggregate } from '../questionnaire/method-format.ts';

/** One part of a hurdle or group: its value in points, or null when nothing in it is due. */
export type Part = { readonly value: number | null; readonly weight: number };

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
    default:
      return name satisfies never;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
