import type * as z from 'zod';
import type {
  DotFormat,
  MatrixBandFormat,
  MatrixFormat,
  PicturesFormat,
  TimelineFormat,
  TimelineRowFormat,
} from './pictures-view-format.ts';
import type { Unchanging } from './unchanging.ts';

/** The pictures of a report, laid out: positions in units of each view box, texts worded; nothing left to compute. */
export type PicturesView = Unchanging<z.infer<typeof PicturesFormat>>;

/** Effort against impact: each step of the plan a numbered sign, the first ones named beside it. */
export type MatrixView = Unchanging<z.infer<typeof MatrixFormat>>;

export type MatrixBandView = Unchanging<z.infer<typeof MatrixBandFormat>>;

export type DotView = Unchanging<z.infer<typeof DotFormat>>;

/** The plan over time: a row for each step, a bar from its beginning to its end, arrows from what it waits for. */
export type TimelineView = Unchanging<z.infer<typeof TimelineFormat>>;

export type TimelineRowView = Unchanging<z.infer<typeof TimelineRowFormat>>;

export type Phase = TimelineRowView['phase'];
