import type { ProblemCode, ProblemFacts } from '../../src/shared/problem.ts';
import { marked } from '../support/planted.ts';

/**
 * One mistake in a file and the one problem it must give.
 *
 * `text` holds a mark where the problem is to be told; without one it is told at the start of the file.
 */
export type Mistake = {
  [Code in ProblemCode]: {
    readonly why: string;
    readonly code: Code;
    readonly severity?: 'warning';
    readonly text: string;
    readonly facts: ProblemFacts[Code];
  };
}[ProblemCode];

/** The mistakes as rows of a table of tests: code, reason, and the whole. */
export function rowsOf(mistakes: readonly Mistake[]) {
  return mistakes.map((mistake) => [mistake.code, mistake.why, mistake] as const);
}

/** The text of a mistake without its mark, and the problem that must be told of it in a file so called. */
export function expectedOf(mistake: Mistake, file: string) {
  const { code, facts } = mistake;
  const severity = mistake.severity ?? 'error';
  const { text, places } = marked(mistake.text);
  const place = places[0] ?? { line: 1, column: 1 };
  return { text, problem: { code, severity, at: { file, ...place }, facts } };
}
