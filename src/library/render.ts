import { render as renderText } from '../report/render.ts';
import type { ReportFormat } from '../report/template-helpers.ts';
import type { Words } from './words.ts';

/** How something is laid out; `five-hurdles/templates` has those of the program. */
export type Template = {
  /** What is escaped, and how: as in HTML, as in Markdown, or not at all. */
  readonly format: ReportFormat;
  /** Handlebars; docs/templates.en.md says what it can use. */
  readonly text: string;
  /** Templates that it may call by name (`{{> plan}}`). */
  readonly parts?: Readonly<Record<string, string>>;
};

/**
 * Lays a view out as text. Texts of the view stay texts: they are escaped as the format wants it, and no name, note or
 * label becomes markup.
 *
 * A template is code: take none from a stranger. In a page with a Content Security Policy it needs `'unsafe-eval'`, as
 * templates are compiled to functions where they are used.
 *
 * @param view  what `view`, `comparisonView` or `worksheetViews` made, by words of the same language
 * @throws Error where the template asks for words, a helper or a part of the view that does not exist
 * @throws RangeError for words of another language
 */
export function render(
  view: { readonly language: string },
  { format, text, parts }: Template,
  { language, texts }: Words,
): string {
  if (view.language !== language) {
    throw new RangeError(`The view speaks \`${view.language}\`, the words \`${language}\`.`);
  }
  return renderText(view, format, text, texts, parts);
}
