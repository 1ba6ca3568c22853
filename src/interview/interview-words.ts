import type { NumberRange } from '../questionnaire/number-range.ts';
import type { Command, Progress } from './card.ts';

/** What the interview says beside the questions; each language has a catalogue. */
export type InterviewWords = {
  readonly companyName: string;
  readonly companyTitle: string;
  readonly yourCompany: string;
  readonly hurdle: (number: number, of: number, title: string) => string;
  readonly progress: (progress: Progress) => string;
  /** The key of each command, and what it does in a word or two. */
  readonly commands: Readonly<Record<Command, { readonly key: string; readonly does: string }>>;
  readonly keys: {
    readonly one: string;
    readonly several: string;
    readonly line: string;
    /** What Enter does in a line that may stay empty. */
    readonly emptyLine: string;
    /** What a page of help has instead: all that can be done there is to turn it. */
    readonly help: (page: number, of: number) => string;
  };
  /** How one answers line by line. */
  readonly plain: {
    readonly answers: (count: number) => string;
    readonly one: (first: string, last: string) => string;
    readonly several: (first: string, last: string) => string;
    readonly line: string;
    readonly emptyLine: string;
    readonly keep: string;
    readonly before: (answer: string) => string;
    readonly notUnderstood: (typed: string) => string;
  };
  readonly unknown: string;
  readonly notApplicable: string;
  readonly notApplicableWith: (reason: string) => string;
  readonly unanswered: string;
  readonly leftEmpty: string;
  readonly reason: string;
  readonly reasonTitle: string;
  readonly several: string;
  readonly needsText: string;
  readonly needsNumber: string;
  /** What begins the decimals of a number. */
  readonly decimalSign: ',' | '.';
  /** A number as one types it. */
  readonly number: (value: number) => string;
  /** Which numbers a question takes; null where it takes any. */
  readonly numberRange: (range: NumberRange) => string | null;
  readonly outsideRange: (range: string) => string;
  readonly whichNumber: (typed: string, numbers: readonly string[]) => string;
  readonly exclusive: (label: string) => string;
  readonly noneOfThese: string;
  readonly pickOne: string;
  readonly quoted: (text: string) => string;
  readonly help: {
    readonly why: (text: string) => string;
    readonly example: (text: string) => string;
    readonly proof: (text: string) => string;
  };
  readonly note: {
    readonly title: string;
    readonly ask: string;
    readonly is: (note: string) => string;
  };
  readonly evidence: {
    readonly title: string;
    readonly ask: string;
    readonly is: (kind: string) => string;
    readonly none: string;
    readonly kinds: Readonly<Record<'estimate' | 'example' | 'document' | 'records', string>>;
  };
  readonly list: {
    readonly title: string;
    readonly ask: string;
    readonly goOn: (title: string) => string;
    readonly showResult: string;
    readonly answer: (title: string, answer: string) => string;
  };
  readonly review: string;
  readonly contradiction: {
    readonly title: string;
    readonly change: (title: string, answer: string) => string;
    readonly leave: string;
  };
  readonly hurdleDone: (title: string, covered: readonly string[], left: number) => string;
  readonly changedMeanwhile: string;
  /** What was said beside a question goes with an answer, and there is none. */
  readonly unkept: (title: string, beside: string) => string;
  readonly notSaved: { readonly title: string; readonly again: string; readonly stop: string };
};
