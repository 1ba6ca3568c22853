import type * as z from 'zod';
import type { ChapterFormat, ExplainedFormat } from './explained-view-format.ts';
import type { Unchanging } from './unchanging.ts';

/** Something explained for a reader: worded, rounded, in reading order. */
export type ExplainedView = Unchanging<z.infer<typeof ExplainedFormat>>;

/** A part with a heading and its lines. */
export type ExplainedPart = ExplainedView['parts'][number];

/** A line: what it is, and how it comes about. */
export type ExplainedRow = ExplainedPart['rows'][number];

/** The chapter of a report that shows how its numbers came about. */
export type ChapterView = Unchanging<z.infer<typeof ChapterFormat>>;
