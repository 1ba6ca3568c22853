import Handlebars from 'handlebars';
import { fillIn } from '../shared/localised.ts';
import { escapeInline, escapeMarkdown } from './escape-markdown.ts';
import type { View } from './view-type.ts';

/** Words of a report by key, each a text or one text per plural form (`one`, `other`). */
export type ReportWords = { readonly [key: string]: string | ReportWords };

export type ReportFormat = 'html' | 'md';

/**
 * Lays a view out.
 *
 * @param template a Handlebars template: `{{t 'plan' 'title' n=3}}` for words, `{{md text}}` for texts in Markdown,
 *   `{{#if (is kind 'stop')}}`, `{{inner text}}` for what stands in quotation marks; else only what Handlebars has built in (`if`, `unless`, `each`, `with`, `lookup`, inline partials)
 * @param words    the words of the report in the view's language
 * @throws Error where the template asks for words, a helper or a part of the view that does not exist
 */
export function render(
  view: View,
  format: ReportFormat,
  template: string,
  words: ReportWords,
): string {
  const handlebars = Handlebars.create();
  const plural = new Intl.PluralRules(view.language);
  // HTML is escaped when it is put in place, Markdown where a value meets the words.
  const within = format === 'md' ? escapeInline : (text: string) => text;
  const helpers = {
    t: (...given: unknown[]) => {
      const { hash } = given.at(-1) as { hash: Record<string, unknown> };
      return wordsFor(given.slice(0, -1).map(String), hash, words, plural, within);
    },
    md: (text: unknown) => escapeMarkdown(String(text ?? '')),
    is: (a: unknown, b: unknown) => a === b,
    inner: (text: unknown) => innerQuotes(String(text ?? ''), words),
  };
  handlebars.registerHelper(helpers);
  const compiled = handlebars.compile(template, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { t: true, md: true, is: true, inner: true },
    // Markdown escapes by its own rules, through the helper.
    noEscape: format === 'md',
  });
  return compiled(view);
}

// Quotation marks within a quotation, as the words of the report have them.
function innerQuotes(text: string, words: ReportWords): string {
  const mark = (name: string) => wordsFor(['quote', name], {}, words, null, String);
  return text
    .replaceAll(mark('open'), mark('inner-open'))
    .replaceAll(mark('close'), mark('inner-close'));
}

function wordsFor(
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
  words: ReportWords,
  plural: Intl.PluralRules | null,
  within: (value: string) => string,
): string {
  let found: string | ReportWords | undefined = words;
  for (const key of path.flatMap((part) => part.split('.'))) {
    found = typeof found === 'object' && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (typeof found === 'object' && plural !== null && 'n' in values) {
    const form = plural.select(Number(values.n));
    found = found[form] ?? found.other;
  }
  if (typeof found !== 'string')
    throw new Error(`The report has no words for "${path.join('.')}".`);
  const filled = Object.entries(values).map(([name, value]) => [name, within(String(value ?? ''))]);
  return fillIn(found, Object.fromEntries(filled));
}
