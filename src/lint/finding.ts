import {
  type Place,
  type Problem,
  type ProblemCode,
  type ProblemFacts,
  problem,
  type Severity,
} from '../shared/problem.ts';

/** The kinds of things that read without an error and still cannot be meant, or are worth knowing. */
export const findingCodes = [
  'never-holds',
  'always-holds',
  'idle-limit',
  'not-lifted',
  'idle-recommendation',
  'prerequisite-never-due',
  'prerequisite-above-target',
  'levels-out-of-order',
  'level-unreachable',
  'hole-below',
  'idle-weight',
  'idle-points',
  'target-out-of-reach',
  'idle-option',
  'unused',
  'unanswerable',
  'similar-ids',
  'turned-word',
  'typeset-quotes',
  'long-text',
  'not-monotone',
] as const satisfies readonly ProblemCode[];

export type FindingCode = (typeof findingCodes)[number];

/** Something found: a warning, or a note on how things are. */
export function finding<Code extends FindingCode>(
  code: Code,
  at: Place,
  facts: ProblemFacts[Code],
  severity: Exclude<Severity, 'error'> = 'warning',
): Problem {
  return problem(code, at, facts, severity);
}
