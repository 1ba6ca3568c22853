import Handlebars from 'handlebars/dist/cjs/handlebars.runtime.js';
import { alignTables } from './align-tables.ts';
import type { ReportWords } from './report-words.ts';
import { type ReportFormat, templateHelpers } from './template-helpers.ts';

/** A template that Handlebars compiled ahead, with `compileOptions` of its format. */
export type Precompiled = {
  readonly main: TemplateSpecification;
  /** Those it may call by name. */
  readonly parts: Readonly<Record<string, TemplateSpecification>>;
};

/**
 * Lays a view out as `render` does with the template that was compiled ahead: the same text without the compiler.
 *
 * @param words the words of the report in the view's language
 */
export function renderPrecompiled(
  view: { readonly language: string },
  format: ReportFormat | 'svg',
  { main, parts }: Precompiled,
  words: ReportWords,
): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(templateHelpers(words, view.language, format));
  const partials = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, handlebars.template(part)]),
  );
  const text = handlebars.template(main)(view, { partials });
  return format === 'md' ? alignTables(text) : text;
}
