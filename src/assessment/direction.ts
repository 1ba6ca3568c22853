import type { Direction } from './comparison-format.ts';

/** What a result is compared by; null all through where it counts nowhere. */
type Result = {
  readonly level: number | null;
  /** The certain and the possible end, on a finer scale than levels. */
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * Says which way a result went: by its level, on one level by what is certain, then by what is possible.
 *
 * What had no level or counted nowhere did not rise or fall: it can be told now, or no longer.
 */
export function directionOf(from: Result, to: Result): Direction {
  if (from.low === null || to.low === null) {
    if (from.low === to.low) return 'same';
    return from.low === null ? 'newly-counts' : 'counts-no-longer';
  }
  if (from.level === null || to.level === null) {
    if (from.level !== to.level) {
      return from.level === null ? 'now-rateable' : 'no-longer-rateable';
    }
  } else if (from.level !== to.level) return to.level > from.level ? 'up' : 'down';
  if (from.low !== to.low) return to.low > from.low ? 'higher' : 'lower';
  if (from.high === to.high) return 'same';
  return (to.high ?? 0) < (from.high ?? 0) ? 'clearer' : 'vaguer';
}
