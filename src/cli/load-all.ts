import type { Problem } from '../shared/problem.ts';
import { FileProblems } from './file-problems.ts';
import type { Io } from './io.ts';
import type { CommonOptions, Loaded } from './load.ts';
import { quickLoad } from './quick-load.ts';

/**
 * Reads and judges several inputs, in their order.
 *
 * @throws FileProblems with every problem of all of them
 */
export async function loadAll(
  files: readonly string[],
  options: CommonOptions,
  io: Io,
  date?: string,
): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      loaded.push(await quickLoad(file, options, io, date));
    } catch (error) {
      if (!(error instanceof FileProblems)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new FileProblems(problems);
  return loaded;
}
