import type { CoversView, DifferencesView } from './differences-view-type.ts';
import type { ChapterView } from './explained-view-type.ts';
import type { FirstPageView } from './first-page-view-type.ts';
import type { PicturesView } from './pictures-view-type.ts';

/**
 * What a report shows: worded in one language, rounded, in reading order. Texts are plain (nothing is escaped yet;
 * control and bidirectional characters are gone), numbers are formatted for the language. A template only lays out.
 */
export type View = {
  /** Language code, for `<html lang>`. */
  readonly language: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly questionnaire: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly licence: string | null;
    readonly authors: readonly string[];
  };
  readonly subject: {
    readonly name: string | null;
    readonly use: string | null;
    /** What the questionnaire calls the use; null where it has no name for it. */
    readonly useTitle: string | null;
  };
  readonly date: DayView | null;
  readonly scope: { readonly quick: boolean; readonly role: string | null };
  /** Quick check or one role: no company level. */
  readonly partial: boolean;
  /** Of one role only: what its answers cover. */
  readonly covers: CoversView | null;
  readonly profile: readonly { readonly title: string; readonly answer: string }[];
  /** What the first page says; null where a view is made without the words of reports. */
  readonly page: FirstPageView | null;
  readonly overall: OverallView;
  /** Most urgent first; one of kind `fine` stands alone. */
  readonly verdicts: readonly VerdictView[];
  readonly hurdles: readonly HurdleView[];
  readonly lanes: LanesView;
  /** The other pictures, and what each means; null where a view is made without the words of reports. */
  readonly pictures: PicturesView | null;
  readonly plan: PlanView;
  /** Where several roles answered: what they see differently. */
  readonly differences: DifferencesView | null;
  readonly contradictions: readonly {
    readonly ask: string;
    readonly because: readonly CauseView[];
  }[];
  readonly open: {
    /** Unknown or unanswered. */
    readonly questions: readonly OpenView[];
    /** Answered without a document or records, and something hangs on it: worth proving first. */
    readonly unbacked: readonly OpenView[];
  };
  readonly deferred: readonly DeferredView[];
  readonly sensitivity: SensitivityView;
  readonly notApplicable: readonly { readonly title: string; readonly reason: string | null }[];
  /** Kept in the file, not due, counted nowhere. */
  readonly inactive: readonly { readonly title: string; readonly answer: string }[];
  /** Where another version was answered and something in it was asked otherwise. */
  readonly carriedOver: CarriedOverView | null;
  readonly notes: {
    readonly plan: readonly string[];
    readonly method: readonly string[];
    readonly help: readonly string[];
  };
  readonly levels: readonly LevelView[];
  /** How the numbers came about; null where nobody asked for it. */
  readonly explained: ChapterView | null;
  readonly facts: readonly {
    readonly text: string;
    readonly year: string;
    readonly base: string;
    readonly source: string;
  }[];
  readonly hints: readonly {
    readonly title: string;
    readonly asOf: DayView;
    readonly intro: string | null;
    readonly points: readonly string[];
  }[];
  readonly sources: readonly { readonly text: string; readonly note: string | null }[];
};

/** A day as ISO 8601 and in words ("20. November 2026"). */
export type DayView = { readonly iso: string; readonly text: string };

/** A level of a scale: its number as text, its name, what it means. */
export type LevelView = {
  readonly number: string;
  readonly name: string;
  readonly meaning: string | null;
};

export type OverallView = {
  /** Null with a reason; the certain end. */
  readonly level: LevelView | null;
  /** The possible end, where it differs from the certain one. */
  readonly levelHigh: LevelView | null;
  /** The level with everything at its target: what is sensible in this situation. */
  readonly target: LevelView | null;
  /** A target too low to be called one: "good enough for now". */
  readonly targetIsEnough: boolean;
  readonly reason: 'not-due' | 'scope' | 'not-rateable' | null;
  readonly plus: boolean;
  /** How many hurdles stand higher than the company. */
  readonly above: number;
  /** Index 0..100, rounded; `scoreHigh` only where it differs. */
  readonly score: string | null;
  readonly scoreHigh: string | null;
  /** Only part was asked: not to be held against the score of a whole company. */
  readonly scoreIsOfPart: boolean;
  readonly atTarget: boolean;
  readonly due: number;
  readonly answered: number;
  /** Unknown or unanswered. */
  readonly open: number;
  readonly notApplicable: number;
  /** Answers backed by a document or records. */
  readonly backed: number;
  /** Answered as a share of due and applicable: "93 %". */
  readonly coverage: string | null;
};

/** An answer (or a result) that made a rule hold. */
export type CauseView = {
  /** Short name of the question. */
  readonly title: string;
  /** The answer as a sentence; for an answer that builds on the level below, both. Null when there is none. */
  readonly answer: string | null;
  /** The level as a number, where the answer is one. */
  readonly level: string | null;
  readonly state: 'answered' | 'unknown' | 'unanswered' | 'result';
  /** With `result`: which; of a hurdle, whose title `title` is. */
  readonly result: 'level' | 'score' | 'belowTarget' | 'unknown' | 'spread' | null;
};

export type VerdictView = {
  readonly id: string;
  readonly kind: 'stop' | 'simpler' | 'clarify' | 'fine';
  /** False: provisional; the open questions decide. */
  readonly certain: boolean;
  readonly text: string;
  readonly because: readonly CauseView[];
  /** A clause that follows "Lifted when". */
  readonly lifted: string | null;
  /** Steps that lift it: title, rank in the plan, what to do first. */
  readonly first: readonly {
    readonly title: string;
    readonly rank: number | null;
    readonly step: string | null;
  }[];
  /** When to ask again: a day where the assessment has a date, else a number of weeks. */
  readonly review: { readonly day: DayView | null; readonly weeks: string } | null;
};

export type HurdleView = {
  readonly id: string;
  /** Its number in the report, from 1. */
  readonly number: number;
  readonly title: string;
  readonly lead: string | null;
  readonly level: LevelView | null;
  readonly levelHigh: LevelView | null;
  readonly reason: 'not-due' | 'not-applicable' | 'scope' | 'not-rateable' | null;
  readonly plus: boolean;
  /** Value in levels, one decimal ("1.8"), before and after limits. */
  readonly value: string | null;
  readonly valueHigh: string | null;
  readonly unlimited: string | null;
  readonly score: string | null;
  readonly scoreHigh: string | null;
  readonly target: string | null;
  /** A target too low to be called one: "good enough for now". */
  readonly targetIsEnough: boolean;
  readonly atTarget: boolean;
  /** How many answers the result rests on, of how many. */
  readonly answered: number;
  readonly applicable: number;
  readonly due: number;
  readonly coverage: string | null;
  /** What capped it, the effective ones first. */
  readonly limits: readonly LimitView[];
  readonly questions: readonly QuestionView[];
  /** Questions of this hurdle that are not due yet. */
  readonly notDue: readonly string[];
};

export type LimitView = {
  readonly kind: 'gate' | 'core';
  /** The limit in levels. */
  readonly atMost: string;
  /** Why: the gate's reason, or the title of the weakest core question. */
  readonly why: string;
  readonly effective: boolean;
};

export type QuestionView = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly core: boolean;
  readonly state: 'answered' | 'unknown' | 'not-applicable' | 'unanswered';
  /** The answer as a sentence. */
  readonly answer: string | null;
  readonly level: string | null;
  readonly target: string | null;
  /** A target too low to be called one: "good enough for now". */
  readonly targetIsEnough: boolean;
  readonly atTarget: boolean;
  /** What it counts, where a gate lets it count less than was answered; and why. */
  readonly counts: string | null;
  readonly countsIn: 'level' | 'points';
  readonly countsBecause: readonly string[];
  readonly note: string | null;
  readonly reason: string | null;
  readonly evidence: 'estimate' | 'example' | 'document' | 'records' | null;
  /** What would prove it. */
  readonly proof: string | null;
};

export type StepView = {
  readonly id: string;
  readonly rank: number;
  readonly kind: 'improve' | 'find-out';
  readonly title: string;
  readonly hurdle: string;
  readonly steps: readonly string[];
  readonly owner: string;
  /** Person-days: "1–2". */
  readonly effort: string;
  /** Effort of all steps up to and including this one, in the order now, next, later. */
  readonly effortSoFar: string;
  readonly weeks: string;
  readonly weeksNumber: number;
  /** Weeks from the first day. */
  readonly start: string;
  readonly startNumber: number;
  readonly kpi: string | null;
  readonly worksheet: string | null;
  readonly because: readonly CauseView[];
  /** Why it stands where it does: a verdict it lifts, or a step that needs it; null = by its priority. */
  readonly placed: { readonly by: 'verdict' | 'prerequisite'; readonly text: string } | null;
  /** Ranks of the steps in this plan that come before because it needs them. */
  readonly after: readonly number[];
  /** What changes once this and all steps before it are done. */
  readonly gain: GainView;
  readonly priority: string;
  /** What the company decided. */
  readonly decided: DecidedView | null;
  /** It can begin now: what it needs is there, and nobody works on it yet. */
  readonly canBegin: boolean;
};

export type DecidedView = {
  readonly status: 'open' | 'doing' | 'done' | 'dropped';
  readonly who: string | null;
  readonly due: DayView | null;
  /** The day has passed, and it is not done. */
  readonly overdue: boolean;
  readonly note: string | null;
};

export type DoneView = {
  readonly id: string;
  readonly title: string;
  /** Its rank in the plan, where it stands there. */
  readonly rank: number | null;
  readonly decided: DecidedView;
  /** False: its question is to be answered again; `still` is what the answer says so far. */
  readonly confirmed: boolean;
  readonly still: CauseView | null;
};

export type DroppedView = {
  readonly id: string;
  readonly title: string;
  readonly rank: number | null;
  readonly decided: DecidedView;
  /** Texts of the verdicts that the rest of the plan does not lift. */
  readonly verdicts: readonly string[];
  /** Titles of the steps that cannot begin without it. */
  readonly steps: readonly string[];
};

export type GainView = {
  readonly changesNothing: boolean;
  /** Company level before and after, where it changes. */
  readonly level: { readonly from: string; readonly to: string } | null;
  readonly hurdleLevel: {
    readonly hurdle: string;
    readonly from: string;
    readonly to: string;
  } | null;
  /** Index before and after, rounded. */
  readonly score: { readonly from: string; readonly to: string } | null;
  /** Texts of the verdicts it lifts. */
  readonly lifts: readonly string[];
};

/** The steps to be done; what is done and what was dropped stand apart. */
export type PlanView = {
  readonly now: readonly StepView[];
  readonly next: readonly StepView[];
  readonly later: readonly StepView[];
  readonly isEmpty: boolean;
  /** Person-days of all steps. */
  readonly effort: string;
  readonly effortNow: string;
  readonly done: readonly DoneView[];
  readonly dropped: readonly DroppedView[];
  /** Decided about questions that the plan has no step for, and why it has none. */
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly decided: DecidedView;
    readonly why: 'reached' | 'deferred' | 'not-due' | 'not-applicable' | 'open';
  }[];
  /** Something stands apart. */
  readonly hasDecided: boolean;
  /** Every step of the plan is done or was dropped. */
  readonly isSettled: boolean;
};

export type OpenView = {
  readonly title: string;
  readonly text: string;
  readonly why: 'unknown' | 'unanswered' | 'unbacked';
  /** Who can answer. */
  readonly roles: string;
  readonly proof: string | null;
  /** Something hangs on it: the level, a verdict (their texts). */
  readonly holdsLevel: boolean;
  readonly holdsVerdicts: readonly string[];
};

export type CarriedOverView = {
  /** The version that was answered. */
  readonly answered: string;
  readonly changes: readonly {
    readonly change: 'rename' | 'remove' | 'split' | 'merge';
    /** The question whose options changed; null: questions did. */
    readonly of: string | null;
    /** Ids, as they were. */
    readonly from: readonly string[];
    /** Titles or labels, as they are now. */
    readonly to: readonly string[];
    /** open: nobody can know the answer now; aside: the new question was answered already. */
    readonly left: 'open' | 'aside' | null;
  }[];
};

export type DeferredView = {
  readonly title: string;
  readonly because: 'verdict' | 'blocked' | 'not-due';
  /** Texts of the verdicts, or titles of the steps, it waits for. */
  readonly by: readonly string[];
};

/** What the result hangs on: for each outcome the smallest single change of an answer that has it. */
export type SensitivityView = {
  /** The one sentence most worth reading; empty where nothing was asked, or too much to try. */
  readonly headline: string;
  readonly answers: readonly ChangeView[];
  /** Of what is true of the company, apart: no advice. */
  readonly profile: readonly ChangeView[];
};

export type ChangeView = {
  /** A sentence. */
  readonly text: string;
  /** A sentence about where else as small a change would do; null where nowhere. */
  readonly alike: string | null;
};

/** The picture of the hurdles: positions in units of its view box, nothing left to compute. */
export type LanesView = {
  /** The levels along the scale. */
  readonly ticks: readonly { readonly x: number; readonly number: string }[];
  /** In the order of the hurdles. */
  readonly lanes: readonly LaneView[];
  /** Which signs need a word in the key. */
  readonly hasPossible: boolean;
  readonly hasCut: boolean;
  readonly hasTarget: boolean;
};

export type LaneView = {
  readonly title: string;
  readonly y: number;
  readonly middle: number;
  readonly height: number;
  /** Where the scale begins and how wide it is. */
  readonly x: number;
  readonly width: number;
  /** The certain part. */
  readonly certain: { readonly x: number; readonly width: number } | null;
  /** From the certain to the possible end. */
  readonly possible: { readonly x: number; readonly width: number } | null;
  readonly target: { readonly x: number } | null;
  /** Where a limit cut the value off, and up to where it would have reached. */
  readonly cut: { readonly x: number; readonly width: number } | null;
  /** What cut it off: "Capped at 1: …"; null where nothing did, or there are no words. */
  readonly cap: string | null;
  /** The certain and the possible part as a bar of characters. */
  readonly bar: string;
};
