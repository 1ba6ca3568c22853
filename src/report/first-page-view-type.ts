import type * as z from 'zod';
import type { FirstPageFormat, RestsFormat } from './first-page-view-format.ts';
import type { Unchanging } from './unchanging.ts';

/** What the first page says, so that it can stand alone: the verdict, where the company stands, the first steps, and on what it rests. */
export type FirstPageView = Unchanging<z.infer<typeof FirstPageFormat>>;

/** On how many answers the result rests, and how much of it on "don't know" and "not applicable". */
export type RestsView = Unchanging<z.infer<typeof RestsFormat>>;

export type RestsPart = RestsView['parts'][number]['part'];
