import type { Assessment } from '../assessment/assessment-format.ts';
import { compareOverTime, compareUses, type Named } from '../assessment/compare.ts';
import type { Comparison } from '../assessment/comparison-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { brandView } from '../report/brand-view.ts';
import { comparisonView as comparisonViewOf } from '../report/comparison-view.ts';
import type { ComparisonView } from '../report/comparison-view-type.ts';
import type { Brand } from '../report/parse-brand.ts';
import { holdToEdition, holdToLanguage } from './fitting.ts';
import { tool } from './tool.ts';
import type { Words } from './words.ts';

/** What is compared, and by whom. */
export type CompareOptions = {
  /** `time`: what changed from the first to the last, in the order given; `uses`: how several AI uses stand side by side. */
  readonly of?: 'time' | 'uses';
  /** What it says made it; this package if left out. */
  readonly tool?: Assessment['tool'];
};

/**
 * Says what changed between assessments of one company, or how those of its AI uses stand: facts and ids, ready for
 * `JSON.stringify` (`format: comparison/1`). What cannot be compared is said in `remarks`.
 *
 * @param given two or more, each with what it is called (the name of its file, say), made with this questionnaire
 * @throws RangeError for fewer than two, or another questionnaire
 */
export function compare(
  questionnaire: Questionnaire,
  given: readonly Named[],
  options: CompareOptions = {},
): Comparison {
  for (const { assessment } of given) holdToEdition(assessment, questionnaire);
  const by = options.of === 'uses' ? compareUses : compareOverTime;
  return by(questionnaire, given, options.tool ?? tool);
}

/**
 * Words a comparison for a reader, as `view` does an assessment.
 *
 * @param given the assessments that were compared, in the same order
 * @throws RangeError for words of a language that the questionnaire does not have
 */
export function comparisonView(
  comparison: Comparison,
  given: readonly Named[],
  questionnaire: Questionnaire,
  words: Words,
  { brand = null }: { readonly brand?: Brand | null } = {},
): ComparisonView {
  holdToLanguage(questionnaire, words);
  const { language, texts } = words;
  const told = comparisonViewOf(comparison, given, questionnaire, language, texts);
  return { ...told, brand: brand && brandView(brand, language) };
}
