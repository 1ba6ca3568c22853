import type * as z from 'zod';
import type { Unchanging } from './unchanging.ts';
import type { View } from './view-type.ts';
import type {
  CellFormat,
  FieldFormat,
  SaidFormat,
  SheetStepFormat,
  WorksheetFormat,
} from './worksheet-view-format.ts';

/** A worksheet, with what is known already; the rest is for a pen. Texts are plain, as in a report's view. */
export type WorksheetView = Unchanging<z.infer<typeof WorksheetFormat>>;

export type SheetStepView = Unchanging<z.infer<typeof SheetStepFormat>>;

export type FieldView = Unchanging<z.infer<typeof FieldFormat>>;

/** Something known about the company, and where from. */
export type SaidView = Unchanging<z.infer<typeof SaidFormat>>;

/** What is printed in a cell, or was said about it. */
export type CellView = Unchanging<z.infer<typeof CellFormat>>;

/** A worksheet as a file of its own. */
export type WorksheetPage = Pick<
  View,
  'language' | 'tool' | 'subject' | 'date' | 'questionnaire'
> & {
  readonly sheet: WorksheetView;
};
