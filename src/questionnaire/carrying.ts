import type { Edit } from '../shared/edit-data.ts';
import type { Carried } from './migration-format.ts';
import { record } from './outline.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A file of answers between two changes. */
export type Situation = {
  readonly data: unknown;
  /** The edition that was answered. */
  readonly version: string;
  readonly questionnaire: Questionnaire;
  /** What the later changes make of data. */
  readonly later: (data: unknown) => unknown;
};

/** What a change does to a file of answers. */
export type Effect = {
  readonly edits: readonly Edit[];
  /** Whether something that was said is concerned. */
  readonly touched: boolean;
  readonly left?: Carried['left'];
};

export const untouched: Effect = { edits: [], touched: false };

/** The entries of a section of a file of answers: `profile`, `answers` or `steps`. */
export function entriesIn(data: unknown, section: string): Readonly<Record<string, unknown>> {
  return record(record(data)[section]);
}

/** Whether an entry says something; a line that is yet to be filled in does not. */
export function isSaid(entry: unknown): boolean {
  return entry !== undefined && entry !== null;
}
