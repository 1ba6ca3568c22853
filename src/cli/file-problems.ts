import type { Problem } from '../shared/problem.ts';

/** A file of the user's that cannot be used; `main` prints every problem and returns 2. */
export class FileProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems`);
    // Nothing would be said, and whoever collects problems would find none.
    if (problems.length === 0) throw new Error('A file is refused, and nothing is wrong with it');
    this.problems = problems;
  }
}
