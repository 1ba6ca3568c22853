import { closestMatch } from 'leven';

/**
 * Finds the name someone probably meant.
 *
 * @returns the closest of the names that exist, or null when none is near enough to be a slip of the finger
 */
export function nearest(name: string, names: readonly string[]): string | null {
  // A turned pair of letters counts twice; of one or two letters nothing can be guessed.
  const slips =
    name.length < 3 ? 0 : name.length < 5 ? 1 : Math.max(2, Math.floor(name.length / 3));
  if (slips === 0) return null;
  return closestMatch(name, names, { maxDistance: slips }) ?? null;
}
