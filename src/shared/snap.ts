/**
 * Rounds away the noise of floating-point sums, so that 0.7 reached by adding is 0.7 when compared.
 *
 * @param decimals how many decimals count; `method.round` in a questionnaire, 9 by default
 */
export function snap(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** The same for many values: how many decimals count is said once. */
export function snapTo(decimals: number): (value: number) => number {
  const factor = 10 ** decimals;
  return (value) => Math.round(value * factor) / factor;
}

/** Rounds as a reader of the decimal digits would: 1.005 is shown as 1.01, though its double is a hair below. */
export function shownAs(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(Number((value * factor).toPrecision(15))) / factor;
}
