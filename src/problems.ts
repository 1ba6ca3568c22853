/**
 * The words of problems, for programs that use the library: an entry of its own, as whoever words them otherwise needs
 * none of ours.
 */
import { formatProblems, type WordsOfProblems, wordsOfProblem } from './cli/format-problems.ts';
import { problems, severity } from './cli/words/de.ts';
import { en } from './cli/words/en.ts';
import type { Problem } from './shared/problem.ts';
import { tameLine } from './shared/tame.ts';

/** The languages that problems are told in. */
export type ProblemLanguage = 'de' | 'en';

/**
 * Tells a problem as the program does: `file:line:column  what is wrong`, and what to do below it, where there is
 * something to be said. What a file brought into it is harmless to show on a terminal; for HTML it is still to be
 * escaped.
 */
export function problemText(problem: Problem, language: ProblemLanguage): string {
  return formatProblems([problem], wordsIn(language)).trimEnd();
}

/** What a problem says and what it advises, each on one line, to be laid out otherwise; its place is in `problem.at`. */
export function problemWords(
  problem: Problem,
  language: ProblemLanguage,
): { readonly what: string; readonly hint: string | null } {
  const { what, hint } = wordsOfProblem(problem, wordsIn(language));
  return { what: tameLine(what), hint: hint === undefined ? null : tameLine(hint) };
}

function wordsIn(language: ProblemLanguage): WordsOfProblems {
  switch (language) {
    case 'de':
      return { problems, severity };
    case 'en':
      return en;
    default:
      throw new RangeError(
        `Problems are told in \`de\` and \`en\`, not in \`${language satisfies never}\`.`,
      );
  }
}
