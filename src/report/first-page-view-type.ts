import type { StepView } from './view-type.ts';

/** What the first page says, so that it can stand alone: the verdict, where the company stands, the first steps, and on what it rests. */
export type FirstPageView = {
  /** So many hurdles that they must stand close to fit on one page. */
  readonly isDense: boolean;
  readonly headline: {
    /** Of the most urgent verdict; null where there is none, and the text says what holds instead. */
    readonly kind: 'stop' | 'simpler' | 'clarify' | 'fine' | null;
    readonly certain: boolean;
    readonly text: string;
    /** How many more verdicts there are: a sentence; null where none. */
    readonly more: string | null;
    /** When to look again, where nothing is urgent; null else. */
    readonly again: string | null;
  };
  readonly standing: {
    /** "Level 1+ of 4", or why there is none. */
    readonly level: string;
    /** The level's name; null where there is no level. */
    readonly name: string | null;
    /** "Target in your situation: level 2 “Ordered”"; null where none. */
    readonly target: string | null;
    /** What is possible, where it differs; a sentence. */
    readonly possible: string | null;
  };
  /** At most three; the rest is counted in a sentence. */
  readonly steps: readonly StepView[];
  /** What stands there instead of steps. */
  readonly noSteps: string | null;
  readonly moreSteps: string | null;
  readonly rests: RestsView;
};

/** On how many answers the result rests, and how much of it on "don't know" and "not applicable". */
export type RestsView = {
  /** How the questions were answered, as a bar: numbers of questions, none of them 0. */
  readonly parts: readonly {
    readonly part: RestsPart;
    readonly n: number;
    readonly text: string;
  }[];
  /** What that means: sentences. */
  readonly means: readonly string[];
  /** Each use of "not applicable", with its reason. */
  readonly excused: readonly { readonly title: string; readonly reason: string | null }[];
};

export type RestsPart = 'answered' | 'unknown' | 'unanswered' | 'not-applicable';
