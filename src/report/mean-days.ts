import type { Recommendation } from '../assessment/assessment-format.ts';

/** The middle of an estimate, in person-days. */
export function meanDays({ effort }: Pick<Recommendation, 'effort'>): number {
  return (effort.min + effort.max) / 2;
}
