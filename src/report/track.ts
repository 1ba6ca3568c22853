/**
 * A scale as a line of characters with signs on it, those at the same step side by side: `●──┼──○□─┼`.
 *
 * @param signs  at 0 .. steps - 1; between two steps at the nearer one
 * @param steps  how many places the scale has, at least one
 */
export function trackOf(
  signs: readonly { readonly at: number; readonly sign: string }[],
  steps: number,
): string {
  const places = Array.from({ length: steps }, (_place, step) =>
    signs
      .filter(({ at }) => Math.round(at) === step)
      .map(({ sign }) => sign)
      .join(''),
  );
  const room = Math.max(2, ...places.map((here) => here.length)) + 1;
  return places
    .map((here, step) => {
      const shown = here === '' ? '┼' : here;
      return step === steps - 1 ? shown : shown.padEnd(room, '─');
    })
    .join('');
}
