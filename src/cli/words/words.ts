import type { Words } from './de.ts';

export type { Words };

// Each is loaded when somebody speaks it.
const catalogues: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./de.ts')).de,
  en: async () => (await import('./en.ts')).en,
};

/** The languages the program itself speaks. */
export const languages: readonly string[] = Object.keys(catalogues);

/** The catalogue of a language; German for one there is none for. */
export async function wordsIn(language: string): Promise<Words> {
  return (catalogues[language] ?? catalogues.de)?.() as Promise<Words>;
}
