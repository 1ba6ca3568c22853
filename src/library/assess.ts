import { assessWith } from '../assessment/assess.ts';
import type { Assessment } from '../assessment/assessment-format.ts';
import { type Engine, engineOf } from '../assessment/engine.ts';
import { type Answers, dayOf } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { tool } from './tool.ts';

/** How answers are judged. */
export type AssessOptions = {
  /** The day of the assessment, `YYYY-MM-DD`; else the day that the answers were last changed; null: on no day. */
  readonly date?: string | null;
  /** Whether to work out what the result hangs on (`sensitivity`, else null): by far the longest part. True if left out. */
  readonly sensitivity?: boolean;
  /** What it says made it; this package if left out. */
  readonly tool?: Assessment['tool'];
};

/**
 * Judges answers and says what to do: the whole assessment, as facts and ids, ready for `JSON.stringify`
 * (`format: assessment/1`, the schema is published as `five-hurdles/schemas/assessment.v1.schema.json`).
 *
 * Pure and total: the same answers and options give the same assessment, and none are too few. Levels are whole numbers
 * from 0, scores 0 to 100, effort is in person-days; each is the certain, low end, its `…High` what is possible. Null is
 * “cannot be said”, with a `reason`, and never 0.
 *
 * @param judgedBy the questionnaire; for many answers rather its engine (`engineOf`), which is made once
 * @param answers  what was answered to this questionnaire, as `parseAnswers` reads it
 */
export function assess(
  judgedBy: Questionnaire | Engine,
  answers: Answers,
  options: AssessOptions = {},
): Assessment {
  const { date = dayOf(answers), sensitivity = true } = options;
  const engine = 'questionnaire' in judgedBy ? judgedBy : engineOf(judgedBy);
  return assessWith(engine, answers, options.tool ?? tool, date, { sensitivity });
}
