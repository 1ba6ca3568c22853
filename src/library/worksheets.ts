import type { Assessment } from '../assessment/assessment-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { viewOf } from '../report/view.ts';
import { worksheetViews as sheetViews } from '../report/worksheet-view.ts';
import type { WorksheetPage } from '../report/worksheet-view-type.ts';
import { holdToEdition, holdToLanguage } from './fitting.ts';
import type { Words } from './words.ts';

/**
 * The worksheets of a questionnaire as pages of their own, filled in as far as the company said something; those that
 * open steps of the plan name come first. `render` lays each out, as `worksheetMarkdown` does; `sheet.id` names it.
 *
 * @throws RangeError for another questionnaire than the assessment was made with, or a language it does not have
 */
export function worksheetViews(
  assessment: Assessment,
  questionnaire: Questionnaire,
  words: Words,
): readonly WorksheetPage[] {
  holdToEdition(assessment, questionnaire);
  holdToLanguage(questionnaire, words);
  const { language } = words;
  const told = viewOf(assessment, questionnaire, language);
  const { tool, subject, date, questionnaire: edition } = told;
  const beside = { language, tool, subject, date, questionnaire: edition };
  return sheetViews(assessment, questionnaire, language).map((sheet) => ({ ...beside, sheet }));
}
