import type HandlebarsTypes from 'handlebars';
import Handlebars from 'handlebars/dist/cjs/handlebars.js';
import { unruly } from '../shared/tame.ts';
import { alignTables } from './align-tables.ts';
import { escapeInline, escapeMarkdown } from './escape-markdown.ts';
import { innerQuotes, type ReportWords, sayIn, type WordValues } from './report-words.ts';

/** What escapes by its own rules: HTML, Markdown, plain text not at all. */
export type ReportFormat = 'html' | 'md' | 'txt';

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
  format: ReportFormat | 'svg',
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
    // Markdown escapes by its own rules, through the helper; what HTML escapes, SVG must.
    noEscape: format === 'md' || format === 'txt',
  });
  const text = compiled(view, { partials: { ...parts } }).replace(steering, '\ufffd');
  return format === 'md' ? alignTables(text) : text;
}

// Texts come tamed; a template that somebody sent brings signs of its own.
const steering = new RegExp(`(?![\\t\\r])(?:${unruly.source})`, 'gu');

/** The formats that the package has templates for; plain text takes one of somebody's own. */
export type OurFormat = Exclude<ReportFormat, 'txt'>;

/** A template as it was read. */
export type TemplateTree = ReturnType<typeof HandlebarsTypes.parse>;

/** Where and why a template cannot be read. */
export type TemplateSyntax = {
  readonly line: number;
  readonly column: number;
  /** It ends too early; something is closed that is not open; anything else. */
  readonly reason: 'ends' | 'mismatch' | 'other';
  /** With `mismatch` what is opened and what closes it, else what stands there. */
  readonly message: string;
};

/** Reads a template without compiling it. */
export function parseTemplate(
  text: string,
):
  | { readonly ok: true; readonly tree: TemplateTree }
  | { readonly ok: false; readonly problem: TemplateSyntax } {
  try {
    return { ok: true, tree: Handlebars.parse(text) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, problem: syntaxIn(error, text) };
  }
}

const longestShown = 60;

function syntaxIn(
  error: Error & { readonly lineNumber?: number; readonly column?: number },
  text: string,
): TemplateSyntax {
  const { message, lineNumber, column = 0 } = error;
  if (lineNumber !== undefined) {
    const pair = /^(.*) doesn't match (.*) - /.exec(message);
    const at = { line: lineNumber, column: column + 1 };
    return pair
      ? { ...at, reason: 'mismatch', message: `{{#${pair[1]}}} … {{/${pair[2]}}}` }
      : { ...at, reason: 'other', message: message.replace(/ - \d+:\d+$/, '') };
  }
  // The parser says the line, and shows a piece of the text around the place with a row of dashes up to it.
  const [first = '', piece = '', dashes = ''] = message.split('\n');
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const before = piece.slice(0, dashes.indexOf('^')).replace(/^\.\.\./, '');
  const row = text.split('\n')[line - 1] ?? '';
  const start = before === '' ? -1 : row.lastIndexOf(before);
  const ends = /got 'EOF'$/.test(message);
  const at = { line, column: ends ? row.length + 1 : start < 0 ? 1 : start + before.length + 1 };
  const shown = (start < 0 ? row : row.slice(start)).trim().slice(0, longestShown);
  return ends ? { ...at, reason: 'ends', message: '' } : { ...at, reason: 'other', message: shown };
}
