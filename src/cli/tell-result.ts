import { viewOf } from '../report/view.ts';
import type { Io } from './io.ts';
import type { Loaded } from './load.ts';
import { reportWords } from './report-files.ts';
import { showResult } from './show-result.ts';
import type { Words } from './words/words.ts';

/** The result as it is told in a terminal. */
export function tellResult(
  { assessment, questionnaire }: Loaded,
  language: string,
  words: Words,
  io: Io,
): string {
  const view = viewOf(assessment, questionnaire, language, reportWords(language));
  return showResult(view, words, io);
}
