import type { Range } from '../questionnaire/compile-condition.ts';
import type { Aggregate, Policy } from '../questionnaire/method-format.ts';
import type { EngineModifier } from './engine-question.ts';

/**
 * Told by judging how each number comes about, with the very numbers that were computed with. It decides nothing, and
 * judging without one does nothing for it. Questions, hurdles, gates and verdicts are named by their positions.
 */
export type Recorder = {
  /** Where a target begins: those of the options in question, the selected one or all that could be. */
  readonly targetBegins: (question: number, targets: readonly number[], base: number) => void;
  readonly targetModified: (question: number, modifier: EngineModifier) => void;
  /** After all modifiers. */
  readonly targetMoved: (question: number, target: number) => void;
  readonly targetBounded: (question: number, bounded: Bounded) => void;
  /** A certain verdict asks for more than the target. */
  readonly targetRaised: (question: number, verdict: number, bounded: Bounded) => void;
  readonly answerWorth: (question: number, working: Working) => void;
  readonly openWorth: (question: number, policy: Policy, points: Range | null) => void;
  /** What the answer as given is worth, exactly and rounded for comparing. */
  readonly given: (question: number, exact: Range, rounded: Range) => void;
  /** A gate holds for certain (limit at both ends) or may hold (limit at the low end). */
  readonly limited: (question: number, told: QuestionLimited) => void;
  /** What counts after all gates. */
  readonly counted: (question: number, counts: Range) => void;
  /** The parts of a hurdle or group, combined at one end. */
  readonly combined: (hurdle: number, told: Combined) => void;
  readonly hurdleCounted: (hurdle: number, told: HurdleCounted) => void;
  readonly hurdleJudged: (hurdle: number, told: HurdleJudged) => void;
  readonly companyJudged: (told: CompanyJudged) => void;
};

/** Told by ranking how each priority comes about. */
export type RankingRecorder = {
  readonly ranked: (question: number, told: Ranked) => void;
  /** A step that its priority would have placed next waits. */
  readonly waits: (question: number, why: Waiting) => void;
};

/**
 * Why a step is none of the first: what it requires takes too long, its answer is good enough to build on, or its
 * hurdle would take all of them.
 */
export type Waiting = 'later' | 'good-enough' | 'spread';

/** A target kept within `atLeast` and `atMost`; infinite where there is no bound. */
export type Bounded = {
  readonly value: number;
  readonly atLeast: number;
  readonly atMost: number;
  /** The most the question can give. */
  readonly highest: number;
  readonly result: number;
};

/** How an answer became points. */
export type Working =
  | { readonly kind: 'level'; readonly points: number }
  | { readonly kind: 'choice'; readonly option: number; readonly points: number }
  | {
      readonly kind: 'sum';
      readonly chosen: readonly number[];
      readonly worth: readonly number[];
      readonly total: number;
      readonly cap: number | null;
      readonly points: number;
    }
  | {
      readonly kind: 'max';
      readonly chosen: readonly number[];
      readonly worth: readonly number[];
      /** What counts when nothing is worth more. */
      readonly floor: number;
      readonly points: number;
    }
  | {
      readonly kind: 'share';
      readonly chosen: readonly number[];
      readonly worth: readonly number[];
      readonly total: number;
      /** What each of all options that can be chosen together is worth, and all of them. */
      readonly possible: readonly number[];
      readonly all: number;
      readonly points: number;
    }
  | {
      readonly kind: 'number';
      readonly number: number;
      /** Rounded for the bands, where they go by what is displayed. */
      readonly displayed: number | null;
      readonly decimals: number;
      readonly bands: readonly { readonly from: number; readonly points: number }[];
      readonly points: number;
    };

export type QuestionLimited = {
  readonly gate: number;
  readonly limit: Range;
  /** The question whose answer is the limit, or null. */
  readonly answerOf: number | null;
  readonly lowest: number;
  readonly certain: boolean;
};

/** An end of a branch's value, or of what it could be. */
export type End = 'low' | 'high' | 'lowest' | 'highest';

export type Combined = {
  /** The id of the hurdle or group; `ID/beside` for the questions beside groups that are levels. */
  readonly branch: string;
  readonly end: End;
  readonly aggregate: Aggregate;
  readonly parts: readonly CombinedPart[];
  readonly result: number | null;
};

export type CombinedPart = {
  /** A question by its position, else a branch. */
  readonly of: number | string;
  readonly value: number | null;
  readonly weight: number;
  readonly lowest: number | null;
  readonly highest: number | null;
};

/** Positions of a hurdle's scored questions: due, of those applicable, of those answered. */
export type HurdleCounted = {
  readonly scored: readonly number[];
  readonly due: readonly number[];
  readonly applicable: readonly number[];
  readonly answered: readonly number[];
};

export type HurdleJudged = {
  /** Before any limit. */
  readonly ends: Readonly<Record<End, number>>;
  /** A limit that does not bite at the high end is infinite there. */
  readonly limits: readonly (Range & {
    readonly gate: number | null;
    readonly core: number | null;
  })[];
  readonly value: Range;
  /** As levels go by it. */
  readonly shown: Range;
  readonly level: Range;
  readonly score: Range | null;
  readonly openShare: number;
  readonly rateable: boolean;
  readonly plus: boolean;
};

export type CompanyJudged = {
  /** Positions of the hurdles that have levels, and of those that cannot be rated. */
  readonly due: readonly number[];
  readonly unrateable: readonly number[];
  readonly levels: Range;
  readonly partial: boolean;
  readonly rateable: boolean;
  readonly above: number;
  readonly plus: boolean;
  readonly score: Range | null;
};

/** The factors of a priority. */
export type Ranked = {
  readonly impact: number;
  readonly target: number;
  readonly given: number;
  readonly lowest: number;
  readonly highest: number;
  readonly gap: number;
  readonly activeGate: number;
  /** Positions of the gates that limit now and ask about it. */
  readonly gates: readonly number[];
  readonly weakestHurdle: number;
  readonly effort: { readonly min: number; readonly max: number };
  readonly meanEffort: number;
  readonly priority: number;
};
