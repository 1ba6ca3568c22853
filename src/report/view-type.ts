import type * as z from 'zod';
import type { BrandViewFormat } from './brand-view-format.ts';
import type {
  HurdleViewFormat,
  LimitFormat,
  OverallViewFormat,
  QuestionViewFormat,
} from './hurdle-view-format.ts';
import type { LaneFormat, LanesFormat } from './lanes-view-format.ts';
import type { DecidedFormat, GainFormat, PlanViewFormat, StepFormat } from './plan-view-format.ts';
import type { Unchanging } from './unchanging.ts';
import type {
  CarriedOverFormat,
  DeferredFormat,
  SensitivityViewFormat,
  ViewFormat,
} from './view-format.ts';
import type {
  CauseFormat,
  DayFormat,
  LevelFormat,
  OpenFormat,
  VerdictFormat,
} from './view-parts-format.ts';

// The formats state these shapes; nothing of them is loaded to word a report.
type Of<Format extends z.ZodType> = Unchanging<z.infer<Format>>;

/**
 * What a report shows: worded in one language, rounded, in reading order. Texts are plain (nothing is escaped yet;
 * control and bidirectional characters are gone), numbers are formatted for the language. A template only lays out.
 */
export type View = Of<typeof ViewFormat>;

/** A day as ISO 8601 and in words ("20. November 2026"). */
export type DayView = Of<typeof DayFormat>;

/** A level of a scale: its number as text, its name, what it means. */
export type LevelView = Of<typeof LevelFormat>;

export type OverallView = Of<typeof OverallViewFormat>;

/** An answer (or a result) that made a rule hold. */
export type CauseView = Of<typeof CauseFormat>;

export type VerdictView = Of<typeof VerdictFormat>;
export type HurdleView = Of<typeof HurdleViewFormat>;
export type LimitView = Of<typeof LimitFormat>;
export type QuestionView = Of<typeof QuestionViewFormat>;
export type StepView = Of<typeof StepFormat>;
export type DecidedView = Of<typeof DecidedFormat>;
export type GainView = Of<typeof GainFormat>;

/** The steps to be done; what is done and what was dropped stand apart. */
export type PlanView = Of<typeof PlanViewFormat>;

export type OpenView = Of<typeof OpenFormat>;
export type CarriedOverView = Of<typeof CarriedOverFormat>;
export type DeferredView = Of<typeof DeferredFormat>;

/** What the result hangs on: for each outcome the smallest single change of an answer that has it. */
export type SensitivityView = Of<typeof SensitivityViewFormat>;

/** The picture of the hurdles: positions in units of its view box, nothing left to compute. */
export type LanesView = Of<typeof LanesFormat>;

export type LaneView = Of<typeof LaneFormat>;

/** The look of whoever hands a report out. */
export type BrandView = Of<typeof BrandViewFormat>;
