import { parseCases } from '../../questionnaire/check-cases.ts';
import { record } from '../../questionnaire/outline.ts';
import { parseAnswers } from '../../questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Problem } from '../../shared/problem.ts';
import { readYaml } from '../../shared/read-yaml.ts';
import { readInput, type Text } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { type Io, write } from '../io.ts';
import { type CommonOptions, findQuestionnaire, questionnaireFor } from '../load.ts';
import type { Call } from '../program.ts';

/** Names every problem of every file; 2 when there is one that stands in the way. */
export async function runLint(
  files: readonly string[],
  options: CommonOptions,
  { io, words }: Call,
): Promise<number> {
  let errors = 0;
  let wrongFiles = 0;
  for (const file of files) {
    const problems = problemsIn(await readInput(file, io), options, io);
    const grave = problems.filter(({ severity }) => severity === 'error').length;
    errors += grave;
    wrongFiles += grave > 0 ? 1 : 0;
    await write(io.stdout, formatProblems(problems, words));
  }
  const summary =
    errors > 0 ? words.problemCount(errors, wrongFiles) : words.lintClean(files.length);
  await write(io.stderr, `${summary}\n`);
  return errors > 0 ? 2 : 0;
}

function problemsIn({ name, text }: Text, options: CommonOptions, io: Io): readonly Problem[] {
  const read = readYaml(text, name);
  if (!read.ok) return read.problems;
  if (record(read.file.data).format === 'answers/1') {
    const parsed = parseAnswers(text, name, questionnaireFor(read.file, options, io));
    return parsed.ok ? parsed.warnings : parsed.problems;
  }
  if (record(read.file.data).format === 'cases/1') {
    const asked = record(read.file.data).questionnaire;
    const parsed = parseCases(text, name, questionnaireOfCases(name, asked, options, io));
    return parsed.ok ? parsed.warnings : parsed.problems;
  }
  const parsed = parseQuestionnaire(text, name);
  return parsed.ok ? parsed.warnings : parsed.problems;
}

// Cases lie beside their questionnaire; else they are looked up like answers.
function questionnaireOfCases(
  name: string,
  asked: unknown,
  options: CommonOptions,
  io: Io,
): Questionnaire {
  const beside = name.replace(/\.cases\.ya?ml$/i, '.yaml');
  const wanted = options.questionnaire ?? (beside === name ? String(asked) : beside);
  return findQuestionnaire(wanted, options, io);
}
