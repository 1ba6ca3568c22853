import type { Problem } from '../shared/problem.ts';
import type { Call } from './call.ts';
import { eachWithProgress } from './each-with-progress.ts';
import { FileProblems } from './file-problems.ts';
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
  { io, words }: Call,
  date?: string,
): Promise<readonly Loaded[]> {
  const problems: Problem[] = [];
  const judged = async (file: string): Promise<readonly Loaded[]> => {
    try {
      return [await quickLoad(file, options, io, date)];
    } catch (error) {
      if (!(error instanceof FileProblems)) throw error;
      for (const one of error.problems) problems.push(one);
      return [];
    }
  };
  const loaded = await eachWithProgress(files, words.progress.reading, judged, io);
  if (problems.length > 0) throw new FileProblems(problems);
  return loaded.flat();
}
