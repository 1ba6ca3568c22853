import { escapeInline, escapeMarkdown } from './escape-markdown.ts';
import { innerQuotes, type ReportWords, sayIn, type WordValues } from './report-words.ts';

/** What escapes by its own rules: HTML, Markdown, plain text not at all. */
export type ReportFormat = 'html' | 'md' | 'txt';

/** The formats that the package has templates for; plain text takes one of somebody's own. */
export type OurFormat = Exclude<ReportFormat, 'txt'>;

/** What a template can call beside what Handlebars has built in. */
export function templateHelpers(
  words: ReportWords,
  language: string,
  format: ReportFormat | 'svg',
): Readonly<Record<keyof typeof known, (...given: unknown[]) => unknown>> {
  // HTML is escaped when it is put in place, Markdown where a value meets the words.
  const within = format === 'md' ? escapeInline : (text: string) => text;
  const say = sayIn(words, language, within);
  return {
    t: (...given) => {
      const { hash } = given.at(-1) as { hash: WordValues };
      return say(given.slice(0, -1).map(String).join('.'), hash);
    },
    md: (text) => escapeMarkdown(String(text ?? '')),
    is: (a, b) => a === b,
    inner: (text) => innerQuotes(String(text ?? ''), say),
  };
}

/** How a template is compiled, now or ahead. */
export function compileOptions(format: ReportFormat | 'svg') {
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: known,
    // Markdown escapes by its own rules, through the helper; what HTML escapes, SVG must.
    noEscape: format === 'md' || format === 'txt',
  };
}

const known = { t: true, md: true, is: true, inner: true };
