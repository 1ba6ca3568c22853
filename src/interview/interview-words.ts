import type { NumberRange } from '../questionnaire/number-range.ts';

/** What the interview says beside the questions; each language has a catalogue. */
export type InterviewWords = {
  readonly companyName: string;
  readonly yourCompany: string;
  readonly hurdle: (number: number, of: number, title: string) => string;
  readonly progress: (number: number, of: number) => string;
  readonly unknown: string;
  readonly notApplicable: string;
  readonly back: string;
  readonly pause: string;
  readonly reason: string;
  readonly optional: string;
  readonly several: string;
  readonly textKeys: string;
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
  readonly alone: string;
  readonly keys: string;
  readonly severalKeys: string;
  readonly noneOfThese: string;
  readonly pickOne: string;
};
