/** The numbers a question takes; without a bound there is none. */
export type NumberRange = {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

/** Whether a number is one that a question takes. */
export function isWithin(value: number, { min = -Infinity, max = Infinity }: NumberRange): boolean {
  return value >= min && value <= max;
}

/** The nearest number that a question takes. */
export function broughtWithin(
  value: number,
  { min = -Infinity, max = Infinity }: NumberRange,
): number {
  return Math.min(max, Math.max(min, value));
}

/** A range as the facts of a problem say it: `0–168`, `≥ 0`, `≤ 168`; empty where there is none. */
export function rangeText({ min, max }: NumberRange): string {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}
