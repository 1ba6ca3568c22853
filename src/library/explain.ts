import type { Assessment } from '../assessment/assessment-format.ts';
import { explain as explainAnswers } from '../assessment/explain.ts';
import type { Explanation } from '../assessment/explanation-format.ts';
import { storedAnswers } from '../assessment/stored-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { holdToEdition } from './fitting.ts';

/**
 * Writes down every step of the arithmetic of an assessment, so that each number can be computed anew from it alone
 * (`format: explanation/1`). The answers that the assessment carries are judged again.
 *
 * @param questionnaire the one it was made with
 * @throws RangeError for another questionnaire
 */
export function explain(assessment: Assessment, questionnaire: Questionnaire): Explanation {
  holdToEdition(assessment, questionnaire);
  return explainAnswers(questionnaire, storedAnswers(assessment), assessment);
}
