import type { ProblemCode, ProblemFacts } from '../../src/shared/problem.ts';

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
