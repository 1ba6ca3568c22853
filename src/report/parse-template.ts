import type HandlebarsTypes from 'handlebars';
import Handlebars from 'handlebars/dist/cjs/handlebars.js';

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
    return { ok: true, tree: Handlebars.parse(inLines(text)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, problem: syntaxIn(error, inLines(text)) };
  }
}

// A carriage return alone ends a line for the parser, and for nobody else here.
function inLines(text: string): string {
  return text.replaceAll(/\r(?!\n)/g, ' ');
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
