import { expandWord, refuseStdinTwice } from './inputs.ts';
import type { Io } from './io.ts';
import { type CommonOptions, knownIds } from './load.ts';
import { publishedEditions } from './published.ts';

/** Whether a word is the id of a questionnaire there is, or of an edition that was published; no file is meant then. */
export function isKnownId(word: string, options: CommonOptions, io: Io): boolean {
  return (
    knownIds(options, io).includes(word) ||
    (word.includes('@') && Object.hasOwn(publishedEditions(), word))
  );
}

/** What words name that may be ids of questionnaires, beside files and patterns: in their order, each once. */
export async function expandIds(
  words: readonly string[],
  options: CommonOptions,
  io: Io,
): Promise<readonly string[]> {
  refuseStdinTwice(words);
  const found: string[] = [];
  for (const word of words) {
    found.push(...(isKnownId(word, options, io) ? [word] : await expandWord(word, io)));
  }
  return [...new Set(found)];
}
