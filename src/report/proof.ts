import { explain } from '../assessment/explain.ts';
import { isRecomputable, type Judged } from '../assessment/recomputable.ts';
import { explainedChapter } from './explained-view.ts';
import type { ChapterView } from './explained-view-type.ts';
import type { ReportWords } from './report-words.ts';
import type { View } from './view-type.ts';

/** What a report says of how its numbers came about. */
export type Proof = Pick<View, 'isUnproven' | 'explained'>;

/**
 * The chapter of a report that shows how its numbers came about; where they cannot be recomputed, that it is so.
 *
 * @param words those of reports, in the language
 */
export function proofOf(judged: Judged, language: string, words: ReportWords): Proof {
  const isUnproven = !isRecomputable(judged);
  return { isUnproven, explained: isUnproven ? null : chapterOf(judged, language, words) };
}

function chapterOf(
  { assessment, answers, questionnaire }: Judged,
  language: string,
  words: ReportWords,
): ChapterView {
  const depth = { gains: false, releases: false };
  const explanation = explain(questionnaire, answers, assessment, depth);
  return explainedChapter(explanation, assessment, questionnaire, language, words);
}
