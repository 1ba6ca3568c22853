import type { Condition } from '../../questionnaire/condition.ts';
import type { Day } from '../../shared/day.ts';

/** The kinds of verdicts that can be demanded not to stand. */
export const verdictKinds = ['stop', 'simpler', 'clarify'] as const;

/** What is demanded of an assessment. */
export type Demands = {
  /** Every due question answered, and at its own target. */
  readonly atTarget: boolean;
  /** Kinds and ids of verdicts that must not stand. */
  readonly failOn: readonly string[];
  /** Whether what open answers leave undecided counts as well. */
  readonly strict: boolean;
  /** Of the company. */
  readonly minLevel: number | null;
  readonly min: readonly { readonly hurdle: string; readonly level: number }[];
  /** A share, 0..1. */
  readonly minCoverage: number | null;
  readonly maxAge: MaxAge | null;
  readonly checks: readonly OwnCheck[];
};

export type MaxAge = {
  /** As it was said: `180d`. */
  readonly said: string;
  readonly notBefore: Day;
  readonly today: Day;
};

/** A condition of one's own: what must not hold. */
export type OwnCheck = { readonly id: string; readonly when: Condition };
