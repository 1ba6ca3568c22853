import type { Assessment } from '../assessment/assessment-format.ts';
import type { Check, Demand } from '../assessment/check/check-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Telling } from '../report/telling.ts';
import type { Place } from '../shared/problem.ts';
import type { ConfiguredCheck } from './own-checks.ts';
import type { Words } from './words/words.ts';

/** What was found in one file, in words. */
export type ToldFile = {
  readonly file: string;
  readonly outcome: Check['outcome'];
  /** Whose answers they are, and of when; null where they could not be read. */
  readonly subject: string | null;
  readonly demands: readonly ToldDemand[];
  /** What makes a baseline less than it seems. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  /** Why it could not be checked. */
  readonly problems: readonly { readonly at: Place | null; readonly message: string }[];
};

export type ToldDemand = {
  readonly demand: Demand['demand'];
  readonly label: string;
  readonly outcome: Demand['outcome'];
  readonly findings: readonly ToldFinding[];
  /** Null where nothing was mended since the baseline. */
  readonly mended: string | null;
};

export type ToldFinding = {
  readonly title: string;
  readonly isNew: boolean;
  /** Where to look first. */
  readonly at: Place;
  readonly causes: readonly { readonly text: string; readonly at: Place | null }[];
  readonly steps: readonly string[];
};

/** What wording a checked file takes beside its facts. */
export type Spoken = {
  readonly assessment: Assessment;
  readonly questionnaire: Questionnaire;
  readonly checks: readonly ConfiguredCheck[];
  readonly language: string;
};

/** The same, made ready. */
export type Teller = Spoken & { readonly telling: Telling; readonly words: Words['check'] };
