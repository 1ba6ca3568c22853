import type { Answers } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment-format.ts';

/** An assessment, with what it was made of. */
export type Judged = {
  readonly assessment: Assessment;
  readonly answers: Answers;
  /** Whether it was read as a result, not judged now. */
  readonly isStored: boolean;
  readonly questionnaire: Questionnaire;
};

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
