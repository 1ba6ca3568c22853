import type { Assessment } from '../assessment/assessment-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Words } from './words.ts';

/**
 * Holds a caller to giving what belongs together: an assessment has no texts of its own, and by the texts of another
 * edition it would say something else.
 *
 * @throws RangeError for a questionnaire of another digest
 */
export function holdToEdition(assessment: Assessment, questionnaire: Questionnaire): void {
  const judged = assessment.questionnaire;
  if (judged.digest === questionnaire.digest) return;
  const named = ({ id, version, digest }: typeof judged) => `${id} ${version} (${digest})`;
  throw new RangeError(
    `Made with the questionnaire ${named(judged)}, this is ${named(questionnaire)}.`,
  );
}

/** @throws RangeError for words of a language that the questionnaire does not have */
export function holdToLanguage({ languages, id }: Questionnaire, { language }: Words): void {
  if (languages.includes(language)) return;
  throw new RangeError(
    `The questionnaire ${id} is not there in \`${language}\`, only in: ${languages.join(', ')}.`,
  );
}
