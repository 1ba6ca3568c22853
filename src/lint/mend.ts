import type { Problem } from '../shared/problem.ts';
import { fixText, isFixable } from './fix.ts';

export type Mended = { readonly text: string; readonly left: readonly Problem[] };

/**
 * A text with everything mended that has only one right answer, as long as it is the better for it: nothing new is
 * found in it, and something less.
 *
 * @param problems what was found in this text, and in what it builds on
 * @param name     what the text is called in them
 * @param find     finds the problems of a text
 * @returns null when there is nothing to mend, or nothing would be gained
 */
export function mended(
  text: string,
  problems: readonly Problem[],
  name: string,
  find: (text: string) => readonly Problem[],
): Mended | null {
  const here = problems.filter(({ at }) => at.file === name);
  const attempt = (some: readonly Problem[]): Mended | null => {
    const { text: changed, fixed } = fixText(text, some);
    if (fixed.length === 0) return null;
    const left = find(changed);
    return isBetter(problems, left) ? { text: changed, left } : null;
  };
  // What does not go well together may do one by one; each attempt looks through the whole file.
  const few = here.filter(isFixable).slice(0, attempts);
  return attempt(here) ?? attempt(few.filter((one) => attempt([one]) !== null));
}

const attempts = 20;

function isBetter(before: readonly Problem[], after: readonly Problem[]): boolean {
  const count = (problems: readonly Problem[], code: string) =>
    problems.filter((one) => one.code === code).length;
  return (
    after.length < before.length &&
    after.every(({ code }) => count(after, code) <= count(before, code))
  );
}
