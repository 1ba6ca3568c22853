import type { Aggregate, Method, Policy } from '../questionnaire/method-format.ts';
import type { Verdict } from '../questionnaire/questionnaire-format.ts';
import type { QuantityView } from './quantity.ts';
import type { LevelView, View } from './view-type.ts';

/**
 * A questionnaire for reading: all it asks, counts, advises and rules, worded in one language, in reading order. Texts
 * are plain, as in a report's view; a condition is a sentence part ("„Stand“ mindestens „Pilot“").
 */
export type QuestionnaireView = QuestionnaireName & {
  readonly languages: string;
  /** What exactly is agreed to: the fingerprint of the content. */
  readonly digest: string;
  readonly intro: string | null;
  /** Shown are only the questions this role can answer; null shows all. */
  readonly role: string | null;
  readonly method: MethodView;
  readonly scales: readonly ScaleView[];
  readonly roles: readonly string[];
  readonly notes: View['notes'] & { readonly start: readonly string[] };
  readonly targets: TargetRulesView | null;
  readonly profile: readonly ProfileDetail[];
  readonly hurdles: readonly HurdleDetail[];
  readonly gates: readonly GateView[];
  readonly verdicts: readonly VerdictDetail[];
  readonly contradictions: readonly {
    readonly ask: string;
    readonly when: string;
    readonly otherWords: readonly OtherWords[];
  }[];
  readonly worksheets: readonly {
    readonly title: string;
    readonly layout: 'form' | 'table';
    readonly fields: readonly string[];
  }[];
  readonly facts: View['facts'];
  readonly hints: View['hints'];
  readonly sources: View['sources'];
  /** Of the texts that stand neither with a question nor with a rule. */
  readonly otherWords: readonly OtherWords[];
};

/** What every sheet says of the questionnaire it shows. */
export type QuestionnaireName = {
  /** Language code, for `<html lang>`. */
  readonly language: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly licence: string | null;
  readonly authors: readonly string[];
};

/** The constants of the arithmetic that change what an answer does; numbers are formatted. */
export type MethodView = {
  readonly aggregate: Aggregate;
  /** Null where no question is a core question. */
  readonly core: { readonly weight: string; readonly cap: string | null } | null;
  /** The share of open questions up to which a hurdle has a level; null where any share will do. */
  readonly rateable: string | null;
  readonly unknown: Policy;
  readonly unanswered: Policy;
  readonly index: Method['overall']['index'];
  /** Points at which a prerequisite is met; null where no recommendation has one. */
  readonly prerequisiteAt: string | null;
};

export type ScaleView = {
  /** The hurdles told on it; null where all are. */
  readonly hurdles: string | null;
  /** `from`: the lower bound, where it is not simply the number of the level. */
  readonly levels: readonly (LevelView & { readonly from: string | null })[];
};

/** How targets come about. */
export type TargetRulesView = {
  readonly by: string | null;
  /** Whether anything raises or lowers one. */
  readonly changes: boolean;
  readonly atLeast: string | null;
  readonly atMost: string | null;
  /** A target below this is only "good enough for now". */
  readonly namedFrom: string | null;
};

export type QuestionReference = { readonly number: string; readonly title: string };

/** A text that is worded otherwise under a condition. */
export type OtherWords = {
  readonly when: string;
  readonly usually: string;
  readonly text: string;
};

export type ProfileDetail = {
  readonly id: string;
  readonly number: string;
  /** Null where it has no short name. */
  readonly title: string | null;
  readonly text: string;
  readonly help: string | null;
  /** What is said after such an answer, while what holds. */
  readonly askBack: readonly { readonly when: string; readonly text: string }[];
  readonly kind: 'choice' | 'several' | 'number' | 'text';
  readonly quantity: QuantityView;
  readonly options: readonly {
    readonly text: string;
    readonly meaning: string | null;
    readonly exclusive: boolean;
  }[];
  readonly required: boolean;
  readonly optional: boolean;
  readonly ofCompany: boolean;
  readonly otherWords: readonly OtherWords[];
};

export type HurdleDetail = {
  readonly number: string;
  readonly title: string;
  readonly lead: string | null;
  readonly branches: readonly BranchDetail[];
};

/** A hurdle itself, or a group in it. */
export type BranchDetail = {
  /** Level of its heading, 2 to 5; its questions stand one below. */
  readonly heading: string;
  readonly questionHeading: string;
  /** The groups down to this one; null for the hurdle itself. */
  readonly title: string | null;
  /** Null where it is the one the method names. */
  readonly aggregate: Aggregate | null;
  readonly weight: string | null;
  readonly questions: readonly QuestionDetail[];
  readonly otherWords: readonly OtherWords[];
};

export type QuestionDetail = QuestionReference & {
  readonly id: string;
  readonly text: string;
  readonly kind: 'level' | 'choice' | 'several' | 'number' | 'text';
  readonly source: string | null;
  readonly help: string | null;
  readonly note: string | null;
  readonly examples: readonly { readonly when: string | null; readonly text: string }[];
  readonly options: readonly OptionDetail[];
  readonly quantity: QuantityView;
  /** Points by lower bound, the lowest first. */
  readonly bands: readonly {
    readonly from: string;
    readonly points: string;
    readonly pointsNumber: number;
  }[];
  /** Decimals to which a number is rounded before it is given points; null where the exact one counts. */
  readonly decimals: number | null;
  /** How the points of several answers become one; null for other kinds. */
  readonly combine: 'sum' | 'max' | 'share' | null;
  readonly cap: string | null;
  readonly core: boolean;
  /** Null where it is the one the method gives. */
  readonly weight: string | null;
  /** About the company as a whole, not about the one use. */
  readonly ofCompany: boolean;
  /** Who can answer; null where everyone can. */
  readonly roles: string | null;
  /** Asked only if; null where it always is. */
  readonly when: string | null;
  /** Not asked if, because it is not due then; null where there is no such case. */
  readonly notDue: string | null;
  readonly quick: 'always' | 'when' | null;
  readonly quickWhen: string | null;
  readonly target: TargetDetail | null;
  /** Why it cannot be answered "not applicable"; null where it can. */
  readonly refusal: 'core' | 'asked-by-rule' | 'says-so' | null;
  readonly evidence: string | null;
  readonly advice: AdviceDetail | null;
  readonly otherWords: readonly OtherWords[];
};

export type OptionDetail = {
  /** The number of a level. */
  readonly level: string | null;
  readonly text: string;
  readonly points: string | null;
  readonly pointsNumber: number;
  /** The sentence goes on from the one of the level below. */
  readonly buildsOn: boolean;
  readonly exclusive: boolean;
};

export type TargetDetail = {
  /** The profile question whose option picks the target; null where it is one for all. */
  readonly by: string | null;
  /** `target` null: not due. */
  readonly rows: readonly { readonly option: string | null; readonly target: string | null }[];
  readonly changes: readonly {
    readonly how: 'lower' | 'higher' | 'atLeast' | 'atMost';
    readonly by: string;
    readonly when: string;
  }[];
};

export type AdviceDetail = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly owner: string;
  readonly effort: string;
  readonly weeks: string;
  readonly weeksNumber: number;
  readonly impact: string;
  readonly requires: readonly QuestionReference[];
  readonly helps: readonly QuestionReference[];
  readonly kpi: string | null;
  readonly worksheet: string | null;
};

export type GateView = {
  readonly when: string;
  readonly why: string;
  /** What it limits to how much, each a sentence part. */
  readonly limits: readonly string[];
  readonly otherWords: readonly OtherWords[];
};

export type VerdictDetail = {
  readonly kind: Verdict['kind'];
  readonly text: string;
  readonly when: string;
  /** The exact condition, and what the author says of it. */
  readonly liftedWhen: string | null;
  readonly lifted: string | null;
  /** What to do first, as the titles of recommendations. */
  readonly first: readonly QuestionReference[];
  readonly defers: readonly QuestionReference[];
  /** When to ask again. */
  readonly review: { readonly count: number; readonly unit: 'weeks' | 'days' } | null;
  readonly otherWords: readonly OtherWords[];
};
