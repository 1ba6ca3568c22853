import { AssessmentFormat } from '../../assessment/assessment-format.ts';
import { checkRequired } from '../../questionnaire/check-answers.ts';
import { parseCases } from '../../questionnaire/check-cases.ts';
import { record } from '../../questionnaire/outline.ts';
import { answersIn } from '../../questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../questionnaire/parse-questionnaire.ts';
import { checkShape } from '../../shared/check-shape.ts';
import { inReadingOrder, type Problem } from '../../shared/problem.ts';
import { readYaml, type YamlFile } from '../../shared/read-yaml.ts';
import { ConfigFormat } from '../config.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { readInput, type Text } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { type Io, write } from '../io.ts';
import { type CommonOptions, findQuestionnaire, questionnaireFor } from '../load.ts';
import type { Call } from '../program.ts';
import { sentence } from '../sentence.ts';

/** Names every problem of every file; 2 when there is one that stands in the way. */
export async function runLint(
  files: readonly string[],
  options: CommonOptions,
  { io, words }: Call,
): Promise<number> {
  let errors = 0;
  let wrongFiles = 0;
  for (const file of files) {
    const found = await look(file, options, io);
    const grave =
      found instanceof Failure ? 1 : found.filter(({ severity }) => severity === 'error').length;
    errors += grave;
    wrongFiles += grave > 0 ? 1 : 0;
    const told = found instanceof Failure ? sentence(found, words) : formatProblems(found, words);
    await write(io.stdout, told);
  }
  const summary =
    errors > 0 ? words.problemCount(errors, wrongFiles) : words.lintClean(files.length);
  await write(io.stderr, `${summary}\n`);
  return errors > 0 ? 2 : 0;
}

// One file that cannot be read keeps none of the others from being looked at.
async function look(
  file: string,
  options: CommonOptions,
  io: Io,
): Promise<readonly Problem[] | Failure> {
  try {
    return inReadingOrder(problemsIn(await readInput(file, io), options, io));
  } catch (error) {
    if (error instanceof FileProblems) return error.problems;
    if (error instanceof Failure) return error;
    throw error;
  }
}

function problemsIn({ name, text }: Text, options: CommonOptions, io: Io): readonly Problem[] {
  const read = readYaml(text, name);
  if (!read.ok) return read.problems;
  const { file } = read;
  switch (kindOf(file)) {
    case 'answers':
      return answersProblems(file, options, io);
    case 'cases': {
      const asked = record(file.data).questionnaire;
      const beside = name.replace(/\.cases\.ya?ml$/i, '.yaml');
      const wanted = options.questionnaire ?? (beside === name ? String(asked) : beside);
      const parsed = parseCases(text, name, findQuestionnaire(wanted, options, io));
      return parsed.ok ? parsed.warnings : parsed.problems;
    }
    case 'assessment':
    case 'config': {
      const isConfig = kindOf(file) === 'config';
      const shape = checkShape(isConfig ? ConfigFormat : AssessmentFormat, file);
      return shape.ok ? [] : shape.problems;
    }
    default: {
      const parsed = parseQuestionnaire(text, name);
      return parsed.ok ? parsed.warnings : parsed.problems;
    }
  }
}

// By its `format` line; without a usable one, by what only answers have.
function kindOf({ data }: YamlFile): string {
  const { format, profile, answers, hurdles } = record(data);
  if (typeof format === 'string' && format.includes('/')) return format.split('/')[0] ?? '';
  return (profile ?? answers) !== undefined && hurdles === undefined ? 'answers' : '';
}

// Answers that are not yet enough to be judged by are no mistake, but worth a word.
function answersProblems(file: YamlFile, options: CommonOptions, io: Io): readonly Problem[] {
  const questionnaire = questionnaireFor(file, options, io);
  const parsed = answersIn(file, questionnaire);
  const missing = checkRequired(file, questionnaire).map(
    (one): Problem => ({ ...one, severity: 'warning' }),
  );
  return [...(parsed.ok ? parsed.warnings : parsed.problems), ...missing];
}
