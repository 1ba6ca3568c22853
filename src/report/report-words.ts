import { fillIn } from '../shared/localised.ts';

/** Words of a report by key, each a text or one text per plural form (`one`, `other`). */
export type ReportWords = { readonly [key: string]: string | ReportWords };

export type WordValues = Readonly<Record<string, unknown>>;

/** Says the words of a key (`plan.title`) with its values filled in; throws where there are none. */
export type Say = (key: string, values?: WordValues) => string;

/**
 * Makes the sayer of a report's words.
 *
 * @param language decides the plural form where the values have `n`
 * @param within   what is done to a value before it meets the words: escaping, for one
 */
export function sayIn(
  words: ReportWords,
  language: string,
  within = (value: string) => value,
): Say {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const found = lookUp(key, words);
    const form = 'n' in values ? plural.select(Number(values.n)) : null;
    const text = typeof found === 'object' && form ? (found[form] ?? found.other) : found;
    if (typeof text !== 'string') throw new Error(`The report has no words for "${key}".`);
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      within(String(value ?? '')),
    ]);
    return fillIn(text, Object.fromEntries(filled));
  };
}

/** A text in quotation marks; those it has itself become inner ones. */
export function quoted(text: string, say: Say): string {
  return `${say('quote.open')}${innerQuotes(text, say)}${say('quote.close')}`;
}

/** What stands in quotation marks: its own become inner ones. */
export function innerQuotes(text: string, say: Say): string {
  return text
    .replaceAll(say('quote.open'), say('quote.inner-open'))
    .replaceAll(say('quote.close'), say('quote.inner-close'));
}

function lookUp(key: string, words: ReportWords): string | ReportWords | undefined {
  let found: string | ReportWords | undefined = words;
  for (const part of key.split('.')) {
    found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined;
  }
  return found;
}
