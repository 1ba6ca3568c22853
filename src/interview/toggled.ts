/**
 * The options that are picked once one more is touched: what was picked is let go. Of two that do not go together the
 * later one is meant, so it takes the other's place.
 *
 * @param alone the options that go with no other
 */
export function toggled(
  picked: readonly number[],
  index: number,
  alone: readonly number[],
): readonly number[] {
  if (picked.includes(index)) return picked.filter((one) => one !== index);
  if (alone.includes(index)) return [index];
  return [...picked.filter((one) => !alone.includes(one)), index];
}
