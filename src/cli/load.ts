import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { assess, type Extent } from '../assessment/assess.ts';
import { type Assessment, AssessmentFormat } from '../assessment/assessment-format.ts';
import { checkStored } from '../assessment/check-stored.ts';
import { storedAnswers } from '../assessment/stored-answers.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { AnswersFormat } from '../questionnaire/answers-format.ts';
import { checkRequired } from '../questionnaire/check-answers.ts';
import type { Bases } from '../questionnaire/extend-questionnaire.ts';
import { record } from '../questionnaire/outline.ts';
import { answersIn } from '../questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { checkShape } from '../shared/check-shape.ts';
import { nearest } from '../shared/nearest.ts';
import { inReadingOrder, type Problem, problem } from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { builtInQuestionnaire, builtInText } from './built-in.ts';
import { readConfig } from './config.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { isFileWithin, looksLikeFile, readText, type Text } from './files.ts';
import type { Io } from './io.ts';
import { builtInQuestionnaires, packageFile, tool } from './package-files.ts';
import { publishedEditions, publishedQuestionnaire, publishedText } from './published.ts';
import { editionOf } from './stored-edition.ts';

/** What every command is told that reads answers. */
export type CommonOptions = {
  readonly questionnaire?: string;
  /** False with `--no-config`. */
  readonly config: boolean;
  readonly lang?: string;
};

/** Answers or a stored assessment, judged, with the questionnaire that gives it its words. */
export type Loaded = {
  readonly name: string;
  readonly assessment: Assessment;
  /** What was answered; of a stored assessment what it carries of that. */
  readonly answers: Answers;
  /** Whether it was read as a result, not judged now. */
  readonly isStored: boolean;
  readonly questionnaire: Questionnaire;
  readonly warnings: readonly Problem[];
};

/**
 * Reads answers or a stored assessment (its `format` line decides) and judges it.
 *
 * @param date the day of the assessment, instead of the day of the answers
 */
export function loadText(
  { name, text }: Text,
  options: CommonOptions,
  io: Io,
  date?: string,
  extent?: Extent,
): Loaded {
  const source = readSource({ name, text });
  const format = record(source.data).format;
  return format === 'assessment/1'
    ? loadAssessment(name, source, options, io)
    : loadAnswers(name, source, options, io, date, extent);
}

/**
 * Finds the questionnaire of answers: by `-q`, else by the id in the file. An id is only ever an id: no path that a
 * file names is followed.
 */
export function questionnaireFor(
  source: YamlFile | null,
  options: CommonOptions,
  io: Io,
): Questionnaire {
  if (options.questionnaire !== undefined)
    return findQuestionnaire(options.questionnaire, options, io);
  const id = record(record(source?.data).questionnaire).id;
  if (source === null || typeof id !== 'string')
    return findQuestionnaire(usualQuestionnaire(options, io), options, io);
  const known = knownIds(options, io);
  if (known.includes(id)) return findQuestionnaire(id, options, io);
  const shape = checkShape(AnswersFormat, source);
  throw new FileProblems(
    inReadingOrder([
      problem('unknown-questionnaire', source.at(['questionnaire', 'id']), {
        id,
        known,
        nearest: nearest(id, known),
      }),
      ...(shape.ok || record(source.data).format !== 'answers/1' ? [] : shape.problems),
    ]),
  );
}

/** Reads a questionnaire by file name or id, or an edition of ours that was published: `ID@VERSION`. */
export function findQuestionnaire(wanted: string, options: CommonOptions, io: Io): Questionnaire {
  if (builtInQuestionnaires().includes(wanted)) return builtInQuestionnaire(wanted);
  if (isPublished(wanted)) return publishedQuestionnaire(wanted);
  const { name, text } = questionnaireText(wanted, options, io);
  const parsed = parseQuestionnaire(text, name, basesFor(options, io));
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}

/** Finds what a questionnaire extends: one of ours, one that the config names, or a file beside it or below. */
export function basesFor(options: CommonOptions, io: Io): Bases {
  const known = knownIds(options, io);
  return {
    known,
    open: (reference, from) => {
      if (builtInQuestionnaires().includes(reference)) return builtInText(reference);
      if (known.includes(reference) || isPublished(reference)) {
        return questionnaireText(reference, options, io);
      }
      const name = join(dirname(from), reference);
      const path = resolve(io.cwd, name);
      // An id is no file, and a link is no way out of the folder.
      const isFile =
        /\.[a-z]+$/i.test(reference) && isFileWithin(dirname(resolve(io.cwd, from)), path);
      return isFile ? { name, text: readText(path, name) } : null;
    },
  };
}

/** The text of a questionnaire by file name or id, unread; its name is a path unless it is one of ours. */
export function questionnaireText(wanted: string, options: CommonOptions, io: Io): Text {
  const known = builtInQuestionnaires();
  if (known.includes(wanted)) {
    return { name: `${wanted}.yaml`, text: packageFile(`questionnaires/${wanted}.yaml`) };
  }
  return isPublished(wanted)
    ? { name: `${wanted}.json`, text: publishedText(wanted) }
    : ownQuestionnaire(wanted, known, options, io);
}

/** Reads a text as YAML or JSON, or throws every problem of it. */
export function readSource({ name, text }: Text): YamlFile {
  const read = readYaml(text, name);
  if (!read.ok) throw new FileProblems(read.problems);
  return read.file;
}

/**
 * Answers that can be judged.
 *
 * @throws FileProblems with every problem in the way
 */
export function judgeable(
  source: YamlFile,
  questionnaire: Questionnaire,
): { readonly answers: Answers; readonly warnings: readonly Problem[] } {
  const parsed = answersIn(source, questionnaire);
  const wrong = parsed.ok ? [] : parsed.problems;
  // What is no file of answers at all lacks no answer.
  const isOther = wrong.some(({ code }) => code === 'wrong-format');
  const problems = isOther ? wrong : [...wrong, ...checkRequired(source, questionnaire)];
  if (!parsed.ok || problems.length > 0) throw new FileProblems(inReadingOrder(problems));
  return { answers: parsed.value, warnings: parsed.warnings };
}

/** The ids of the questionnaires there are: ours, and those that the config names. */
export function knownIds(options: CommonOptions, io: Io): readonly string[] {
  return [...builtInQuestionnaires(), ...Object.keys(configured(options, io))];
}

/** The questionnaires that the config names, as files by id; none that bears the name of one of ours. */
export function configured(options: CommonOptions, io: Io): Readonly<Record<string, string>> {
  const ours = builtInQuestionnaires();
  const named = options.config ? readConfig(io.cwd).questionnaires : {};
  return Object.fromEntries(Object.entries(named).filter(([id]) => !ours.includes(id)));
}

/** The questionnaire that is meant where nobody names one: the only one that the config names, else the first of ours. */
export function usualQuestionnaire(options: CommonOptions, io: Io): string {
  const [only, ...others] = Object.keys(configured(options, io));
  const isOnly = only !== undefined && others.length === 0;
  return isOnly ? only : (builtInQuestionnaires()[0] ?? '');
}

/** Answers that are read already, judged. */
export function loadAnswers(
  name: string,
  source: YamlFile,
  options: CommonOptions,
  io: Io,
  date: string | undefined,
  extent?: Extent,
): Loaded {
  const questionnaire = questionnaireFor(source, options, io);
  const { answers, warnings } = judgeable(source, questionnaire);
  const assessment = assess(questionnaire, answers, tool(), date, extent);
  return { name, assessment, answers, isStored: false, questionnaire, warnings };
}

/** A stored assessment that is read already, of this very edition. */
export function loadAssessment(
  name: string,
  source: YamlFile,
  options: CommonOptions,
  io: Io,
): Loaded {
  const shape = checkShape(AssessmentFormat, source);
  if (!shape.ok) throw new FileProblems(shape.problems);
  const assessment = shape.value;
  const questionnaire = editionOf(assessment, options.questionnaire, () =>
    questionnaireFor(source, options, io),
  );
  const wrong = checkStored(source, assessment, questionnaire);
  if (wrong.length > 0) throw new FileProblems(wrong);
  const answers = storedAnswers(assessment);
  return { name, assessment, answers, isStored: true, questionnaire, warnings: [] };
}

// Only such a name has an @: nobody else waits for the list to be read.
function isPublished(wanted: string): boolean {
  return wanted.includes('@') && Object.hasOwn(publishedEditions(), wanted);
}

function ownQuestionnaire(
  wanted: string,
  known: readonly string[],
  options: CommonOptions,
  io: Io,
): Text {
  // It is read at once and nobody waits for what comes in.
  if (wanted === '-') throw new Failure('questionnaire-from-stdin', {});
  if (looksLikeFile(wanted, io.cwd)) {
    return { name: wanted, text: readText(resolve(io.cwd, wanted), wanted) };
  }
  const listed = configured(options, io);
  const path = Object.hasOwn(listed, wanted) ? listed[wanted] : undefined;
  if (path !== undefined) return { name: path, text: readText(resolve(io.cwd, path), path) };
  const all = [...known, ...Object.keys(listed)];
  const file = ['yaml', 'yml'].map((ending) => `${wanted}.${ending}`);
  throw new Failure('unknown-questionnaire', {
    id: wanted,
    // Whoever leaves out the ending means the file.
    nearest:
      file.find((one) => existsSync(resolve(io.cwd, one))) ??
      nearest(wanted, [...all, ...Object.keys(publishedEditions())]),
    known: all.join(', '),
  });
}
