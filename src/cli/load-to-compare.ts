import type { Extent } from '../assessment/assess.ts';
import { type Assessment, AssessmentFormat } from '../assessment/assessment-format.ts';
import type { Named } from '../assessment/compare.ts';
import { writtenAnswers } from '../assessment/stored-answers.ts';
import { dayOf } from '../questionnaire/answers.ts';
import { AnswersFormat } from '../questionnaire/answers-format.ts';
import { record } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { isSameMajor, isVersion } from '../questionnaire/version.ts';
import { checkShape } from '../shared/check-shape.ts';
import { type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { readInput } from './files.ts';
import type { Io } from './io.ts';
import {
  type CommonOptions,
  loadAnswers,
  loadAssessment,
  questionnaireFor,
  readSource,
} from './load.ts';
import { tool } from './package-files.ts';
import { publishedQuestionnaire, publishedWith } from './published.ts';

/** Assessments of one questionnaire, all judged by the edition at hand. */
export type LoadedToCompare = {
  readonly questionnaire: Questionnaire;
  readonly given: readonly Named[];
  readonly warnings: readonly Problem[];
};

/**
 * Reads answers and stored assessments that are to be set side by side: all by one edition of the questionnaire, the one
 * that all are stored with, else that of `-q` or the one the first file names. One stored with another edition is judged
 * again; one of another major version cannot be, and comes without a result.
 */
export async function loadToCompare(
  files: readonly string[],
  options: CommonOptions,
  io: Io,
): Promise<LoadedToCompare> {
  const sources: { readonly name: string; readonly source: YamlFile }[] = [];
  for (const file of files) {
    const { name, text } = await readInput(file, io);
    sources.push({ name, source: readSource({ name, text }) });
  }
  const [first] = sources;
  if (first === undefined) throw new Failure('missing-argument', { name: 'OLD' });
  const questionnaire =
    storedEdition(sources, options) ?? questionnaireFor(first.source, options, io);
  const loaded = sources.map(({ name, source }, index) => {
    refuseOther(name, source, questionnaire, index === 0 ? undefined : first.name, options);
    return loadOne(name, source, questionnaire, options, io);
  });
  return { questionnaire, given: loaded, warnings: loaded.flatMap(({ warnings }) => warnings) };
}

// What was stored with one published edition is told in its words, though a newer one is at hand.
function storedEdition(
  sources: readonly { readonly source: YamlFile }[],
  { questionnaire: wanted }: CommonOptions,
): Questionnaire | null {
  const editions = sources.map(({ source }) => {
    const { format, questionnaire } = record(source.data);
    const { id, digest } = record(questionnaire);
    const isStored = format === 'assessment/1' && (wanted === undefined || wanted === id);
    return isStored ? publishedWith(String(id), String(digest)) : null;
  });
  const [first = null] = editions;
  const isSame = editions.every((edition) => edition === first);
  return first !== null && isSame ? publishedQuestionnaire(first) : null;
}

// What each result hangs on is not compared.
const compared: Extent = { sensitivity: false };

export type LoadedOne = Named & { readonly warnings: readonly Problem[] };

/**
 * Answers or a stored assessment, judged by a questionnaire that is given: as it is stored where that was this very
 * edition, else again; of another major version without a result.
 */
export function loadOne(
  name: string,
  source: YamlFile,
  questionnaire: Questionnaire,
  options: CommonOptions,
  io: Io,
): LoadedOne {
  const { format, questionnaire: edition } = record(source.data);
  const { version, digest } = record(edition);
  const isStored = format === 'assessment/1';
  if (isVersion(version) && !isSameMajor(version, questionnaire.version)) {
    const assessment = isStored ? storedIn(source) : answeredIn(source, version);
    return { name, assessment: unjudged(assessment, questionnaire), warnings: [] };
  }
  if (!isStored) return loadAnswers(name, source, options, io, undefined, compared);
  if (digest === questionnaire.digest) return loadAssessment(name, source, options, io);
  const stored = storedIn(source);
  const again = readSource({ name, text: JSON.stringify(writtenAnswers(stored)) });
  const { assessment } = loadAnswers(name, again, options, io, stored.date ?? undefined, compared);
  return { name, assessment, judgedAnew: true, warnings: [] };
}

/** Stops where a file answers another questionnaire. */
export function refuseOther(
  name: string,
  source: YamlFile,
  { id }: Questionnaire,
  first: string | undefined,
  options: CommonOptions,
): void {
  const found = record(record(source.data).questionnaire).id;
  if (typeof found !== 'string' || found === id) return;
  if (first !== undefined && options.questionnaire === undefined) {
    throw new Failure('other-questionnaires', { file: name, found, first, expected: id });
  }
  const at = source.at(['questionnaire', 'id']);
  throw new FileProblems([problem('other-questionnaire', at, { found, expected: id })]);
}

function storedIn(source: YamlFile): Assessment {
  const shape = checkShape(AssessmentFormat, source);
  if (!shape.ok) throw new FileProblems(shape.problems);
  return shape.value;
}

type Heading = Pick<Assessment, 'questionnaire' | 'subject' | 'scope' | 'date' | 'language'>;

function answeredIn(source: YamlFile, version: string): Heading {
  const shape = checkShape(AnswersFormat, source);
  if (!shape.ok) throw new FileProblems(shape.problems);
  const { questionnaire, subject, scope, language } = shape.value;
  return {
    questionnaire: { id: questionnaire.id, version, digest: questionnaire.digest ?? '' },
    subject: {
      ...(subject?.name === undefined ? {} : { name: subject.name }),
      ...(subject?.use === undefined ? {} : { use: subject.use }),
    },
    scope: { quick: scope?.quick ?? false, role: scope?.role ?? null },
    date: dayOf(shape.value),
    language: language ?? null,
  };
}

// It keeps the version it has, which says why it is left out.
function unjudged(
  { questionnaire, subject, scope, date, language }: Heading,
  { id }: Questionnaire,
): Assessment {
  const none = { level: null, levelHigh: null, score: null, scoreHigh: null, target: null };
  return {
    format: 'assessment/1',
    tool: tool(),
    questionnaire: { ...questionnaire, id, answered: questionnaire.version },
    subject,
    scope,
    date,
    overall: {
      ...none,
      plus: false,
      above: 0,
      coverage: null,
      atTarget: false,
      due: 0,
      notApplicable: 0,
      backed: 0,
      reason: null,
    },
    hurdles: [],
    verdicts: [],
    contradictions: [],
    open: [],
    recommendations: [],
    deferred: [],
    sensitivity: [],
    carriedOver: [],
    language,
    profile: {},
    answers: {},
    steps: {},
  };
}
