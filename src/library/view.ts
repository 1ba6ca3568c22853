import type { Assessment } from '../assessment/assessment-format.ts';
import { isRecomputable } from '../assessment/recomputable.ts';
import { storedAnswers } from '../assessment/stored-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { brandView } from '../report/brand-view.ts';
import type { Brand } from '../report/parse-brand.ts';
import { proofOf } from '../report/proof.ts';
import { viewOf } from '../report/view.ts';
import type { View } from '../report/view-type.ts';
import { withWorksheets, worksheetViews } from '../report/worksheet-view.ts';
import { holdToEdition, holdToLanguage } from './fitting.ts';
import type { Words } from './words.ts';

/** What a report has beside the assessment itself. */
export type ViewOptions = {
  /** Whether a chapter shows how the numbers came about; true if left out. */
  readonly explained?: boolean;
  /** Whether the worksheets stand behind it, pre-filled; false if left out. */
  readonly worksheets?: boolean;
  /** Whose look it has, as `parseBrand` reads it; null or left out: that of the program. */
  readonly brand?: Brand | null;
};

/**
 * Words an assessment for a reader: texts instead of ids, numbers rounded and written as in the language, everything in
 * reading order. Nothing of it is escaped; that is for `render` to do.
 *
 * Pure: the same assessment gives the same view, one that was stored long ago as well as one made just now. One that
 * does not follow from its own answers (it was edited) says so, where others have a chapter on how its numbers came about.
 *
 * @param questionnaire the one it was made with, to the digest
 * @param words         those of reports; they decide the language, which the questionnaire must have
 * @throws RangeError for another questionnaire, or a language it does not have
 */
export function view(
  assessment: Assessment,
  questionnaire: Questionnaire,
  words: Words,
  { explained = true, worksheets = false, brand = null }: ViewOptions = {},
): View {
  holdToEdition(assessment, questionnaire);
  holdToLanguage(questionnaire, words);
  const { language, texts } = words;
  const judged = {
    assessment,
    answers: storedAnswers(assessment),
    isStored: true,
    questionnaire,
  };
  const told = {
    ...viewOf(assessment, questionnaire, language, texts),
    ...(explained ? proofOf(judged, language, texts) : { isUnproven: !isRecomputable(judged) }),
    brand: brand && brandView(brand, language),
  };
  if (!worksheets) return told;
  const sheets = worksheetViews(assessment, questionnaire, language);
  return withWorksheets(told, sheets, { asFiles: false, appended: true }, texts);
}
