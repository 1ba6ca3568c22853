import type { DecidedView, View } from './view-type.ts';

/** A worksheet, with what is known already; the rest is for a pen. Texts are plain, as in a report's view. */
export type WorksheetView = {
  readonly id: string;
  readonly title: string;
  readonly layout: 'form' | 'table';
  /** What it helps with: the open steps in the order of the plan, then what else was decided. */
  readonly steps: readonly SheetStepView[];
  /** What the company said that belongs above the fields. */
  readonly said: readonly SaidView[];
  /** Of a form, below each other; of a table, its columns. */
  readonly fields: readonly FieldView[];
  /** Of a table: the rows in which something stands, each with a cell for every column. */
  readonly rows: readonly (readonly CellView[])[];
  /** Of a table: the rows left empty, each with a number for every column. */
  readonly blankRows: readonly (readonly number[])[];
};

export type SheetStepView = {
  readonly id: string;
  /** Null where the plan has no such step. */
  readonly rank: number | null;
  readonly title: string;
  readonly owner: string;
  readonly isDone: boolean;
  readonly decided: DecidedView | null;
};

export type FieldView = {
  readonly label: string;
  readonly hint: string | null;
  readonly said: readonly SaidView[];
  /** One for each line to write on. */
  readonly lines: readonly number[];
};

/** Something known about the company, and where from. */
export type SaidView = {
  /** said: in its words or as it chose, to be quoted; planned: as the plan says it. */
  readonly kind: 'said' | 'planned' | 'unknown' | 'not-applicable';
  /** Empty where nothing more was said. */
  readonly text: string;
  /** The question, or the steps, it is about; null where that goes without saying. */
  readonly about: string | null;
  /** Where the answer is a level: its number. */
  readonly level: string | null;
  /** Who said it, where several did. */
  readonly who: string | null;
};

/** What is printed in a cell, or was said about it. */
export type CellView = { readonly text: string; readonly said: readonly SaidView[] };

/** A worksheet as a file of its own. */
export type WorksheetPage = Pick<
  View,
  'language' | 'tool' | 'subject' | 'date' | 'questionnaire'
> & {
  readonly sheet: WorksheetView;
};
