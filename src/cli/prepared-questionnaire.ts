import { type Questionnaire, toQuestionnaire } from '../questionnaire/questionnaire.ts';
import type { QuestionnaireData } from '../questionnaire/questionnaire-format.ts';
import { prepared } from './prepared.ts';

/**
 * A questionnaire that comes with the package, as the build read it; null before the build or where its file was changed.
 *
 * What the build prepared is what it parsed, without a problem: none of the checks is made again.
 */
export function preparedQuestionnaire(id: string): Questionnaire | null {
  const ready = prepared<{ digest: string; data: QuestionnaireData }>(`questionnaires/${id}.json`);
  return ready && toQuestionnaire(ready.data, ready.digest);
}
