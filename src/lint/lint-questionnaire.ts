import { engineOf } from '../assessment/engine.ts';
import { compareEditions } from '../questionnaire/compare-editions.ts';
import { type RawCondition, toCondition } from '../questionnaire/condition.ts';
import { ConditionFormat } from '../questionnaire/condition-format.ts';
import { outline } from '../questionnaire/outline.ts';
import { questionnaireAsMeant, questionnaireIn } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { QuestionnaireFormat } from '../questionnaire/questionnaire-format.ts';
import { eachOnce, inReadingOrder, type Problem, spotOf } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { findByType } from '../shared/walk-schema.ts';
import { findIdleAdvice } from './advice.ts';
import { fullEffort } from './effort.ts';
import { findIdleGates } from './gates.ts';
import { findLongTexts } from './long-texts.ts';
import { findNotMonotone } from './monotone.ts';
import { findSimilarIds } from './names.ts';
import { findNeverAndAlways } from './never-and-always.ts';
import { findIdlePoints } from './points.ts';
import { findUnanswerable } from './roles.ts';
import { findOutOfOrder, findUnreachableLevels } from './scales.ts';
import type { Check, Subject, Written } from './subject.ts';
import { findUnused } from './unused.ts';
import { usablePart } from './usable.ts';
import { findUnlifted } from './verdicts.ts';
import { findUnquotedWords } from './words.ts';

/** What can be seen in a questionnaire even where it cannot be read to the end. */
const readings: readonly ((written: Written) => readonly Problem[])[] = [
  findUnquotedWords,
  findSimilarIds,
  findOutOfOrder,
];

/** What is found only by trying it out. */
const trials: readonly Check[] = [
  findNeverAndAlways,
  findIdleGates,
  findUnlifted,
  findIdleAdvice,
  findUnreachableLevels,
  findIdlePoints,
  findLongTexts,
  findUnanswerable,
  findUnused,
  findNotMonotone,
];

/**
 * Finds what is wrong with a questionnaire, and what cannot be meant though it reads well.
 *
 * @param file the questionnaire, with all it extends
 * @param old  an earlier edition, to whose answers it must do justice; null for none
 * @returns every finding, in reading order; errors first of all keep it from being used
 */
export function lintQuestionnaire(
  file: YamlFile,
  old: Questionnaire | null = null,
): readonly Problem[] {
  const written = { file, names: outline(file.data) };
  const seen = readings.flatMap((check) => check(written));
  const parsed = questionnaireIn(file);
  if (parsed.ok) {
    const since = old === null ? [] : compareEditions(file, parsed.value, old);
    const found = [...parsed.warnings, ...since, ...seen, ...tryOut(file, parsed.value)];
    return inReadingOrder(eachOnce(found));
  }
  const meant = questionnaireAsMeant(file, parsed.problems.length);
  if (meant) return lintAsMeant(meant.file, meant.problems);
  // With so many errors, what is left would not be the same questionnaire.
  const rest = parsed.problems.length > mostProblems ? null : usablePart(file);
  const found = rest === null ? [] : tryOut(rest.file, rest.questionnaire);
  const sure = found.filter((one) => !rest?.isDoubtful(one));
  return inReadingOrder(eachOnce([...parsed.problems, ...seen, ...sure]));
}

// What is misspelt is told; what only follows from that is not, for the rest is tried out as it was meant.
function lintAsMeant(file: YamlFile, problems: readonly Problem[]): readonly Problem[] {
  const told = new Set(problems.map(({ at }) => spotOf(at)));
  const rest = lintQuestionnaire(file).filter(({ at }) => !told.has(spotOf(at)));
  return inReadingOrder(eachOnce([...problems, ...rest]));
}

const mostProblems = 200;

function tryOut(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const conditions = findByType(QuestionnaireFormat, file.data, { condition: ConditionFormat });
  const subject: Subject = {
    file,
    names: outline(file.data),
    questionnaire,
    engine: engineOf(questionnaire),
    conditions: conditions.map(({ value, path }) => ({
      condition: toCondition(value as RawCondition),
      path,
    })),
    effort: fullEffort(),
  };
  return trials.flatMap((check) => check(subject));
}
