import { checkDemands } from '../assessment/check/check-demands.ts';
import type { CheckedFile, UnusableFile } from '../assessment/check/check-format.ts';
import type { Demands } from '../assessment/check/demands.ts';
import { withinLimit } from '../shared/within-limit.ts';
import { toldFile } from './check-telling.ts';
import type { ToldFile } from './check-told.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { wordsOfProblem } from './format-problems.ts';
import type { Io } from './io.ts';
import type { CommonOptions } from './load.ts';
import { type LoadedToCheck, loadBaseline } from './load-to-check.ts';
import type { ConfiguredCheck } from './own-checks.ts';
import { languageOf } from './report-files.ts';
import { sentence } from './sentence.ts';
import type { Words } from './words/words.ts';

/** What keeps a file from being checked. */
export type Failed = Failure | FileProblems;
export type Attempt<Value> = {
  readonly file: string;
  readonly value: Value | null;
  readonly failed: Failed | null;
};
/** What was found in a file, as facts and in words. */
export type Result = {
  readonly facts: CheckedFile | UnusableFile;
  readonly told: ToldFile;
  readonly failed: Failed | null;
};

/** Does something with a file; one that cannot be read keeps none of the others from being checked. */
export async function attempt<Value>(
  file: string,
  act: () => Promise<Value>,
): Promise<Attempt<Value>> {
  try {
    return { file, value: await act(), failed: null };
  } catch (error) {
    if (error instanceof FileProblems || error instanceof Failure) {
      // As it is called where it can be read.
      return { file: file === '-' ? '<stdin>' : file, value: null, failed: error };
    }
    throw error;
  }
}

/** Holds a file against what is demanded, and against its baseline where there is one. */
export async function judged(
  one: LoadedToCheck,
  demanded: Omit<Demands, 'checks'>,
  checks: readonly ConfiguredCheck[],
  options: CommonOptions & { readonly baseline?: string; readonly baselineName?: string },
  io: Io,
): Promise<CheckedFile> {
  const { name, questionnaire, now } = one;
  const baseline =
    options.baseline === undefined ? null : await loadBaseline(options.baseline, one, options, io);
  const own = checks.filter(
    (check) => check.questionnaire === undefined || check.questionnaire === questionnaire.id,
  );
  const { subject, scope, date, overall, verdicts, questionnaire: edition } = now.assessment;
  return {
    file: name,
    questionnaire: edition,
    subject,
    scope,
    date,
    overall,
    verdicts: verdicts.map(({ id, kind, certain }) => ({ id, kind, certain })),
    ...checkDemands(now, baseline?.before ?? null, { ...demanded, checks: own }),
    baseline: baseline?.told ?? null,
  };
}

/** What came of a file, whether or not it could be checked. */
export function resultOf(
  { file, value, failed }: Attempt<CheckedFile>,
  loaded: LoadedToCheck | null,
  checks: readonly ConfiguredCheck[],
  words: Words,
  language: string,
): Result {
  if (value === null || loaded === null) {
    const problems = failed === null ? [] : problemsOf(failed, words);
    const facts: UnusableFile = { file, outcome: 'unusable', problems };
    const told = { subject: null, demands: [], warnings: [], notes: [] };
    return { facts, told: { ...told, file, outcome: 'unusable', problems }, failed };
  }
  const { questionnaire, now } = loaded;
  const spoken = {
    assessment: now.assessment,
    questionnaire,
    checks,
    language: languageOf(questionnaire, language),
  };
  return { facts: value, told: toldFile(value, spoken, words), failed: null };
}

function problemsOf(failed: Failed, words: Words): UnusableFile['problems'] {
  if (failed instanceof Failure) {
    return [{ at: null, code: failed.code, message: sentence(failed, words).trimEnd() }];
  }
  return withinLimit(failed.problems).map((one) => {
    const { what, hint } = wordsOfProblem(one, words);
    return { at: one.at, code: one.code, message: [what, hint ?? []].flat().join(' ') };
  });
}
