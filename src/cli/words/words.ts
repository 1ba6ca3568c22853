import { de, type Words } from './de.ts';
import { en } from './en.ts';

export type { Words };

const catalogues: Readonly<Record<string, Words>> = { de, en };

/** The languages the program itself speaks. */
export const languages: readonly string[] = Object.keys(catalogues);

/** The catalogue of a language; German for one there is none for. */
export function wordsIn(language: string): Words {
  return catalogues[language] ?? de;
}
