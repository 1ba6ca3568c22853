import Handlebars from 'handlebars';
import { alignTables } from './align-tables.ts';
import { escapeInline, escapeMarkdown } from './escape-markdown.ts';
import { innerQuotes, type ReportWords, sayIn, type WordValues } from './report-words.ts';

export type ReportFormat = 'html' | 'md';

/**
 * Lays a view out.
 *
 * @param view     anything worded, with the language it is worded in
 * @param template a Handlebars template: `{{t 'plan' 'title' n=3}}` for words, `{{md text}}` for texts in Markdown,
 *   `{{#if (is kind 'stop')}}`, `{{inner text}}` for what stands in quotation marks; else only what Handlebars has built in (`if`, `unless`, `each`, `with`, `lookup`, inline partials)
 * @param words    the words of the report in the view's language
 * @param parts    templates that it may call by name: `{{> plan}}`
 * @throws Error where the template asks for words, a helper or a part of the view that does not exist
 */
export function render(
  view: { readonly language: string },
  format: ReportFormat,
  template: string,
  words: ReportWords,
  parts: Readonly<Record<string, string>> = {},
): string {
  const handlebars = Handlebars.create();
  // HTML is escaped when it is put in place, Markdown where a value meets the words.
  const within = format === 'md' ? escapeInline : (text: string) => text;
  const say = sayIn(words, view.language, within);
  const helpers = {
    t: (...given: unknown[]) => {
      const { hash } = given.at(-1) as { hash: WordValues };
      return say(given.slice(0, -1).map(String).join('.'), hash);
    },
    md: (text: unknown) => escapeMarkdown(String(text ?? '')),
    is: (a: unknown, b: unknown) => a === b,
    inner: (text: unknown) => innerQuotes(String(text ?? ''), say),
  };
  handlebars.registerHelper(helpers);
  const compiled = handlebars.compile(template, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { t: true, md: true, is: true, inner: true },
    // Markdown escapes by its own rules, through the helper.
    noEscape: format === 'md',
  });
  const text = compiled(view, { partials: { ...parts } });
  return format === 'md' ? alignTables(text) : text;
}
