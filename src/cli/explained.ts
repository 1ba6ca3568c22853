import { assess } from '../assessment/assess.ts';
import { explain } from '../assessment/explain.ts';
import { explainedChapter } from '../report/explained-view.ts';
import type { ChapterView } from '../report/explained-view-type.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import type { Loaded } from './load.ts';
import { reportWords } from './report-files.ts';

type Judged = Pick<Loaded, 'assessment' | 'answers' | 'isStored' | 'questionnaire'>;

// That of which nothing is explained need not be the same.
const compared = { sensitivity: false };

/**
 * Whether a result follows from its answers. A stored one need not: it may have been edited, or computed by another
 * version of the program; numbers like that have no explanation.
 */
export function isRecomputable({ assessment, answers, isStored, questionnaire }: Judged): boolean {
  if (!isStored) return true;
  const again = assess(questionnaire, answers, assessment.tool, assessment.date, compared);
  const results = ({ overall, hurdles, verdicts, recommendations, deferred }: typeof again) => [
    overall,
    hurdles,
    verdicts,
    recommendations,
    deferred,
  ];
  return deepEqual(results(again), results(assessment));
}

/** The chapter of a report that shows how its numbers came about; null where they cannot be recomputed. */
export function chapterOf(judged: Judged, language: string): ChapterView | null {
  const { assessment, answers, questionnaire } = judged;
  if (!isRecomputable(judged)) return null;
  const depth = { gains: false, releases: false };
  const explanation = explain(questionnaire, answers, assessment, depth);
  return explainedChapter(explanation, assessment, questionnaire, language, reportWords(language));
}
