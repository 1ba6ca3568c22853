import type { Method } from '../questionnaire/method-format.ts';

/** A hurdle on its own scale: where it stands between the lowest and the highest value it could have. */
export type Standpoint = {
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly weight: number;
};

/**
 * One number for comparing over time, 0..100. The harmonic mean of (value + 1) does not let strengths pay for a
 * hole: 4, 4, 4, 4, 0 on a scale of 0..4 gives 44, all 2 gives 50. (For the idea of an index that does not
 * compensate: UNDP, Human Development Index since 2010.)
 *
 * @returns null when no hurdle has a value
 */
export function overallIndex(
  name: Method['overall']['index'],
  hurdles: readonly Standpoint[],
): number | null {
  if (hurdles.length === 0) return null;
  switch (name) {
    case 'harmonic-mean': {
      const reached = harmonicMean(hurdles, ({ value, lowest }) => value - lowest + 1);
      const possible = harmonicMean(hurdles, ({ highest, lowest }) => highest - lowest + 1);
      return ((reached - 1) / (possible - 1)) * 100;
    }
    case 'mean': {
      const weights = hurdles.reduce((total, { weight }) => total + weight, 0);
      const shares = hurdles.reduce(
        (total, { value, lowest, highest, weight }) =>
          total + (weight * (value - lowest)) / (highest - lowest),
        0,
      );
      return (shares / weights) * 100;
    }
    default:
      return name satisfies never;
  }
}

function harmonicMean(hurdles: readonly Standpoint[], of: (hurdle: Standpoint) => number): number {
  let weights = 0;
  let reciprocals = 0;
  for (const hurdle of hurdles) {
    weights += hurdle.weight;
    reciprocals += hurdle.weight / of(hurdle);
  }
  return weights / reciprocals;
}
