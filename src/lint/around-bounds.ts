/**
 * Numbers that stand for all there are, as far as comparing with some bounds goes: the bounds, one between any two, and
 * one beyond either end.
 *
 * @param low  the least number there can be, if there is one
 * @param high the greatest
 */
export function aroundBounds(
  bounds: readonly number[],
  low = -Infinity,
  high = Infinity,
): readonly number[] {
  const sorted = [...new Set([...bounds, low, high].filter(Number.isFinite))].sort((a, b) => a - b);
  if (sorted.length === 0) return [0];
  const between = sorted.slice(1).map((bound, index) => (bound + (sorted[index] as number)) / 2);
  const around = [(sorted[0] as number) - 1, ...sorted, ...between, (sorted.at(-1) as number) + 1];
  return around.filter((value) => value >= low && value <= high);
}
