import type { Where } from '../../assessment/assessment-line.ts';
import type { ProblemLine } from '../../assessment/assessment-line-format.ts';
import { Failure, type FailureCode } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { wordsOfProblem } from '../format-problems.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words/words.ts';

/** More of them in one line help nobody. */
const most = 50;

/**
 * What stands in the place of a line that cannot be judged.
 *
 * @param error what its judging threw
 * @param name  what its input is called in problems
 * @throws the error, if it is a mistake of ours
 */
export function problemLine(error: unknown, name: string, where: Where, words: Words): ProblemLine {
  const problems = problemsIn(error, name, where, words);
  const more = problems.length - most;
  return { ...where, problems: problems.slice(0, most), ...(more > 0 ? { more } : {}) };
}

function problemsIn(
  error: unknown,
  name: string,
  { line = 1 }: Where,
  words: Words,
): ProblemLine['problems'] {
  if (error instanceof FileProblems) {
    return error.problems.map((one) => {
      const { what, hint = null } = wordsOfProblem(one, words);
      const { code, at, facts } = one;
      // A questionnaire that a line names may have problems of its own.
      const place =
        at.file === name
          ? { line: at.line + line - 1, column: at.column }
          : { file: at.file, line: at.line, column: at.column };
      return { code, at: place, message: what, hint, facts: { ...facts } };
    });
  }
  if (error instanceof Failure) {
    const { code, facts } = error as Failure<FailureCode>;
    const message = sentence(error, words).trimEnd();
    return [{ code, at: { line, column: 1 }, message, hint: null, facts: { ...facts } }];
  }
  throw error;
}
