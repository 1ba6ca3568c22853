/** Seconds that somebody took for the answers of this sitting, in their order. */
export type Pace = readonly number[];

// A quarter of an hour for some forty questions; until somebody's own pace is known, it is this one.
const usualSeconds = 20;
const usualCounts = 3;
// The last ten say how it goes now; whoever was on the telephone did not think for an hour.
const looksBack = 10;
const longest = 120;

/**
 * How many whole minutes the open questions will take.
 *
 * @param open how many there are
 * @returns at least 1 while there is anything to ask, else 0
 */
export function minutesLeft(pace: Pace, open: number): number {
  // A clock may be set back meanwhile.
  const recent = pace.slice(-looksBack).map((taken) => Math.min(Math.max(taken, 0), longest));
  const sum = recent.reduce((total, seconds) => total + seconds, usualSeconds * usualCounts);
  return Math.ceil(((sum / (recent.length + usualCounts)) * open) / 60);
}
