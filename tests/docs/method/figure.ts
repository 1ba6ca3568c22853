import type { Company } from './company.ts';
import { type Words, written } from './words.ts';

/** What a figure is made of. `rows` are the cells the page has now; of these only the inputs are read. */
export type Given = {
  readonly company: Company;
  readonly words: Words;
  readonly rows: readonly (readonly string[])[];
};

/** The lines of a block, or the cells of a table below its head. */
export type Figure = readonly string[] | readonly (readonly string[])[];

export const code = (text: string | number) => `\`${text}\``;

/** Two ends as one text; one number where they are the same. */
export function range(words: Words, low?: number | null, high?: number | null): string {
  if (low === null || low === undefined) return '–';
  const [from, to] = [written(words, low), written(words, high ?? low)];
  return from === to ? from : `${from}–${to}`;
}
