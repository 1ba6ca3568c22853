/**
 * Rounds away the noise of floating-point sums, so that 0.7 reached by adding is 0.7 when compared.
 *
 * @param decimals how many decimals count; `method.round` in a questionnaire, 9 by default
 */
export function snap(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
