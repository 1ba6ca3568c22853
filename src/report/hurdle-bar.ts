import type { AssessedHurdle } from '../assessment/assessment-format.ts';

const cells = 12;

/**
 * Where a hurdle stands as a line of characters, `██▒▒░░◆░░░░░░`: certain, possible, nothing, and a diamond where its
 * target is. Below its target the certain part always ends before the diamond, however little is missing.
 *
 * @param bounds of its scale's levels, from the lowest to the highest
 * @returns null where it has no value
 */
export function hurdleBar(
  { value, valueHigh, target }: Pick<AssessedHurdle, 'value' | 'valueHigh' | 'target'>,
  bounds: readonly number[],
): string | null {
  if (value === null) return null;
  const place = (points: number) => {
    const [lowest = 0] = bounds;
    const span = (bounds.at(-1) ?? lowest) - lowest;
    // A value may lie beyond the bounds of the levels.
    return span === 0 ? 0 : Math.round(Math.min(1, Math.max(0, (points - lowest) / span)) * cells);
  };
  const mark = target === null ? null : place(target);
  const upTo = (points: number) =>
    target !== null && points < target
      ? Math.max(0, Math.min(place(points), (mark ?? 0) - 1))
      : place(points);
  const certain = upTo(value);
  const possible = Math.max(certain, upTo(valueHigh ?? value));
  const bar = '█'.repeat(certain) + '▒'.repeat(possible - certain) + '░'.repeat(cells - possible);
  return mark === null ? bar : `${bar.slice(0, mark)}◆${bar.slice(mark)}`;
}
