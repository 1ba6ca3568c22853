import { explain } from '../assessment/explain.ts';
import { isRecomputable, type Judged } from '../assessment/recomputable.ts';
import { explainedChapter } from './explained-view.ts';
import type { ChapterView } from './explained-view-type.ts';
import type { ReportWords } from './report-words.ts';

/**
 * The chapter of a report that shows how its numbers came about; null where they cannot be recomputed.
 *
 * @param words those of reports, in the language
 */
export function chapterOf(
  judged: Judged,
  language: string,
  words: ReportWords,
): ChapterView | null {
  const { assessment, answers, questionnaire } = judged;
  if (!isRecomputable(judged)) return null;
  const depth = { gains: false, releases: false };
  const explanation = explain(questionnaire, answers, assessment, depth);
  return explainedChapter(explanation, assessment, questionnaire, language, words);
}
