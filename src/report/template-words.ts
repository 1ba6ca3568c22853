import { nearest } from '../shared/nearest.ts';
import type { ReportWords } from './report-words.ts';

/**
 * Finds words that a template asks for and nobody has.
 *
 * @param asked  the pieces of the key, each with what it can be; null where it can be any text
 * @param counts whether a number comes with it, by which singular and plural are told apart
 * @returns the first key without words, or null
 */
export function missedWords(
  asked: readonly (readonly string[] | null)[],
  counts: boolean,
  words: ReportWords,
): { readonly key: string; readonly nearest: string | null } | null {
  const open = asked.indexOf(null);
  const known = asked.slice(0, open < 0 ? asked.length : open) as readonly (readonly string[])[];
  const keys = known.reduce<readonly string[]>(
    (before, piece) =>
      before.flatMap((start) => piece.map((one) => (start === '' ? one : `${start}.${one}`))),
    [''],
  );
  const isWhole = open < 0;
  const isThere = (key: string) => {
    const found = wordsAt(key, words);
    if (!isWhole) return typeof found === 'object';
    return typeof found === 'string' || (counts && typeof found === 'object' && 'other' in found);
  };
  // Of the words that a value can be, some may have been asked about before.
  const [missed] = keys;
  if (missed === undefined || keys.some(isThere)) return null;
  return { key: missed, nearest: nearest(missed, keysOf(words)) };
}

function wordsAt(key: string, words: ReportWords): string | ReportWords | undefined {
  let found: string | ReportWords | undefined = words;
  for (const piece of key.split('.')) {
    found = typeof found === 'object' && Object.hasOwn(found, piece) ? found[piece] : undefined;
  }
  return found;
}

function keysOf(words: ReportWords, start = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, found]) =>
    typeof found === 'string' || 'other' in found
      ? [`${start}${name}`]
      : keysOf(found, `${start}${name}.`),
  );
}
