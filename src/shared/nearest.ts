import { closestMatch } from 'leven';

/**
 * Finds the name someone probably meant.
 *
 * @returns the closest of the names that exist, or null when none is near enough to be a slip of the finger
 */
export function nearest(name: string, names: readonly string[]): string | null {
  const slips = Math.max(1, Math.floor(name.length / 3));
  return closestMatch(name, names, { maxDistance: slips }) ?? null;
}
