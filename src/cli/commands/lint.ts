import { resolve } from 'node:path';
import { AssessmentFormat } from '../../assessment/assessment-format.ts';
import { lintQuestionnaire } from '../../lint/lint-questionnaire.ts';
import { mended } from '../../lint/mend.ts';
import { findUnquotedWords } from '../../lint/words.ts';
import { checkRequired } from '../../questionnaire/check-answers.ts';
import { parseCases } from '../../questionnaire/check-cases.ts';
import { extended } from '../../questionnaire/extend-questionnaire.ts';
import { record } from '../../questionnaire/outline.ts';
import { answersIn } from '../../questionnaire/parse-answers.ts';
import { brandIn } from '../../report/parse-brand.ts';
import { checkShape } from '../../shared/check-shape.ts';
import { nearest } from '../../shared/nearest.ts';
import { eachOnce, inReadingOrder, type Problem, problem } from '../../shared/problem.ts';
import { readYaml, type YamlFile } from '../../shared/read-yaml.ts';
import { tameLine } from '../../shared/tame.ts';
import { countOf, withinLimit } from '../../shared/within-limit.ts';
import { besideFile } from '../brand-file.ts';
import type { Call } from '../call.ts';
import { type Config, ConfigFormat } from '../config.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { hasMark, looksLikeFile, readInput, type Text } from '../files.ts';
import { expandWord, refuseStdinTwice } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { type LintFormat, lintReports } from '../lint-report.ts';
import {
  basesFor,
  type CommonOptions,
  findQuestionnaire,
  knownIds,
  questionnaireFor,
  questionnaireText,
  usualQuestionnaire,
} from '../load.ts';
import { checkProblems } from '../own-checks.ts';
import { sentence } from '../sentence.ts';
import { isTemplateFolder, problemsOf, readTemplates } from '../template-files.ts';
import { heardSignals } from '../uninterrupted.ts';
import { languages } from '../words/words.ts';
import { writeWhole } from '../write-whole.ts';

export type LintOptions = CommonOptions & {
  readonly format?: LintFormat;
  readonly fix?: boolean;
  readonly strict?: boolean;
  /** An earlier edition of the questionnaire: file or id. */
  readonly against?: string;
};

/** Names everything found in every file; 2 when there is an error, with `--strict` 1 when there is a warning. */
export async function runLint(
  named: readonly string[],
  options: LintOptions,
  { io, words }: Call,
): Promise<number> {
  const all: Problem[] = [];
  const { files, failures } = await namedBy(named, options, io);
  for (const file of files) {
    const { problems, fixed, failure } = await look(file, options, io);
    if (fixed > 0) {
      await write(io.stderr, `${tameLine(words.lintFixed(file, fixed))}\n`);
      await heardSignals();
    }
    if (failure) failures.push(failure);
    for (const one of withinLimit(problems)) all.push(one);
  }
  // What several files build on is told once.
  const problems = eachOnce(all);
  const report = lintReports[options.format ?? 'text'];
  const unread = failures.map((failure) => sentence(failure, words).trimEnd());
  await write(io.stdout, report.problems(problems, words, unread));
  for (const failure of failures) {
    const said = report.failure(sentence(failure, words));
    await write(io[said.to], said.text);
  }

  const errors = countOf(problems, 'error') + failures.length;
  const warnings = countOf(problems, 'warning');
  const touched = new Set(
    problems.filter(({ severity }) => severity !== 'note').map(({ at }) => at.file),
  );
  const summary =
    errors + warnings > 0
      ? words.problemCount(errors, warnings, touched.size + failures.length)
      : words.lintClean(files.length);
  await write(io.stderr, `${summary}\n`);
  return errors > 0 ? 2 : options.strict && warnings > 0 ? 1 : 0;
}

// A word that names nothing keeps none of the others from being looked at.
async function namedBy(
  words: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<{ readonly files: readonly string[]; readonly failures: Failure[] }> {
  refuseStdinTwice(words);
  const files = new Set<string>();
  const failures: Failure[] = [];
  for (const word of words) {
    try {
      const isWhole = isId(word, options, io) || isTemplateFolder(word, io);
      for (const file of isWhole ? [word] : await expandWord(word, io)) files.add(file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  return { files: [...files], failures };
}

function isId(word: string, options: LintOptions, io: Io): boolean {
  return !looksLikeFile(word, io.cwd) && knownIds(options, io).includes(word);
}

type Found = {
  readonly problems: readonly Problem[];
  readonly fixed: number;
  readonly failure?: Failure;
};

// One file that cannot be read keeps none of the others from being looked at.
async function look(file: string, options: LintOptions, io: Io): Promise<Found> {
  let problems: readonly Problem[] = [];
  try {
    if (isTemplateFolder(file, io)) return { problems: inTemplateFolder(file, io), fixed: 0 };
    const isKnown = isId(file, options, io);
    const source = isKnown ? questionnaireText(file, options, io) : await readInput(file, io);
    problems = found(source, options, io);
    if (!options.fix || file === '-' || isKnown) return { problems, fixed: 0 };
    const better = mended(source.text, problems, source.name, (text) =>
      found({ ...source, text }, options, io),
    );
    if (better === null) return { problems, fixed: 0 };
    const path = resolve(io.cwd, source.name);
    writeWhole(path, source.name, better.text, hasMark(path));
    return { problems: better.left, fixed: problems.length - better.left.length };
  } catch (error) {
    if (error instanceof FileProblems) return { problems: error.problems, fixed: 0 };
    if (error instanceof Failure) return { problems, fixed: 0, failure: error };
    throw error;
  }
}

function found(source: Text, options: LintOptions, io: Io): readonly Problem[] {
  return inReadingOrder(eachOnce(problemsIn(source, options, io)));
}

// Parts are looked at where they are called; on its own a part does not say what it is about.
function inTemplateFolder(folder: string, io: Io): readonly Problem[] {
  const templates = readTemplates(folder, io);
  const problems = templates.formats.flatMap((format) =>
    problemsOf(templates.of(format), languages[0] ?? ''),
  );
  return inReadingOrder(eachOnce(problems));
}

function problemsIn({ name, text }: Text, options: LintOptions, io: Io): readonly Problem[] {
  if (name.endsWith('.hbs')) {
    const templates = readTemplates(name, io);
    return problemsOf(templates.of(templates.format ?? 'html'), languages[0] ?? '');
  }
  const read = readYaml(text, name);
  if (!read.ok) return read.problems;
  const { file } = read;
  switch (kindOf(file)) {
    case 'answers':
      return [...answersProblems(file, options, io), ...findUnquotedWords({ file })];
    case 'cases': {
      const asked = record(file.data).questionnaire;
      const beside = name.replace(/\.cases\.ya?ml$/i, '.yaml');
      // A file names an id, never a path.
      const known = knownIds(options, io);
      const id = String(asked);
      if (options.questionnaire === undefined && beside === name && !known.includes(id)) {
        const facts = { id, known, nearest: nearest(id, known) };
        return [problem('unknown-questionnaire', file.at(['questionnaire']), facts)];
      }
      const wanted = options.questionnaire ?? (beside === name ? id : beside);
      const parsed = parseCases(text, name, findQuestionnaire(wanted, options, io));
      return [...(parsed.ok ? parsed.warnings : parsed.problems), ...findUnquotedWords({ file })];
    }
    case 'brand': {
      const parsed = brandIn(file, besideFile(name, io));
      return parsed.ok ? [] : parsed.problems;
    }
    case 'assessment': {
      const shape = checkShape(AssessmentFormat, file);
      return shape.ok ? [] : shape.problems;
    }
    case 'config': {
      const shape = checkShape(ConfigFormat, file);
      return shape.ok ? configProblems(shape.value, file, options, io) : shape.problems;
    }
    default: {
      const whole = extended(file, basesFor(options, io));
      if (!whole.ok) return whole.problems;
      const { against } = options;
      const old = against === undefined ? null : findQuestionnaire(against, options, io);
      return lintQuestionnaire(whole.file, old);
    }
  }
}

// A check that names no questionnaire is for all; whether it can be asked, the usual one tells.
function configProblems(
  config: Config,
  file: YamlFile,
  options: LintOptions,
  io: Io,
): readonly Problem[] {
  if (config.checks.length === 0) return [];
  const known = knownIds(options, io);
  const named = config.checks.flatMap(({ questionnaire: id }) => id ?? []);
  const found = (id: string) => findQuestionnaire(id, options, io);
  const usual = options.questionnaire ?? usualQuestionnaire(options, io);
  const all = named.length < config.checks.length ? [found(usual)] : [];
  const others = [...new Set(named)].filter((id) => known.includes(id)).map(found);
  return checkProblems(config, file, all, others, known);
}

// By its `format` line; without a usable one, by what only answers have.
function kindOf({ data }: YamlFile): string {
  const { format, profile, answers, hurdles } = record(data);
  if (typeof format === 'string' && format.includes('/')) return format.split('/')[0] ?? '';
  return (profile ?? answers) !== undefined && hurdles === undefined ? 'answers' : '';
}

// Answers that are not yet enough to be judged by are no mistake, but worth a word.
function answersProblems(file: YamlFile, options: LintOptions, io: Io): readonly Problem[] {
  const questionnaire = questionnaireFor(file, options, io);
  const parsed = answersIn(file, questionnaire);
  const missing = checkRequired(file, questionnaire).map(
    (one): Problem => ({ ...one, severity: 'warning' }),
  );
  return [...(parsed.ok ? parsed.warnings : parsed.problems), ...missing];
}
