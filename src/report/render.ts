import Handlebars from 'handlebars/dist/cjs/handlebars.js';
import { unruly } from '../shared/tame.ts';
import { alignTables } from './align-tables.ts';
import type { ReportWords } from './report-words.ts';
import { compileOptions, type ReportFormat, templateHelpers } from './template-helpers.ts';

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
  handlebars.registerHelper(templateHelpers(words, view.language, format));
  const compiled = handlebars.compile(template, compileOptions(format));
  // Said once more, since otherwise handlebars itself writes to the terminal what was tried.
  const text = compiled(view, {
    partials: { ...parts },
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  }).replace(steering, '\ufffd');
  return format === 'md' ? alignTables(text) : text;
}

// Texts come tamed; a template that somebody sent brings signs of its own.
const steering = new RegExp(`(?![\\t\\r])(?:${unruly.source})`, 'gu');
