import stringWidth from 'fast-string-width';
import type { ExplainedPart, ExplainedRow, ExplainedView } from '../report/explained-view-type.ts';
import { tameLine, tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Io } from './io.ts';
import { type Lines, type TerminalPage, terminalPage } from './terminal-page.ts';

/** Below so many columns of its own a text stands under its label, not beside it. */
const roomForText = 28;

/** Explanations as text for a terminal of any width: labels in a column of their own, where there is room. */
export function showExplanation(views: readonly ExplainedView[], io: Io): string {
  const page = terminalPage(io);
  return tameLog(views.map((view) => `${shown(view, page).join('\n')}\n`).join('\n'));
}

function shown({ title, summary, parts }: ExplainedView, page: TerminalPage): Lines {
  return [
    ...wrap(page.paint.bold(tameLine(title)), page.width),
    ...wrap(`→ ${tameLine(summary)}`, page.width, 2),
    ...parts.flatMap((part) => ['', ...partLines(part, page)]),
  ];
}

function partLines({ title, rows, checks }: ExplainedPart, page: TerminalPage): Lines {
  const longest = Math.max(...rows.map(({ label }) => stringWidth(label)));
  const indent = 2 + Math.min(longest, Math.floor(page.width / 2)) + 2;
  return [
    ...wrap(page.paint.underline(title), page.width),
    ...rows.flatMap((row, place) =>
      rowLines(row, checks ? undefined : rows[place - 1], indent, page),
    ),
  ];
}

// A label that stands already is not repeated.
function rowLines(
  { label, text }: ExplainedRow,
  before: ExplainedRow | undefined,
  indent: number,
  { width }: TerminalPage,
): Lines {
  const isAgain = before?.label === label;
  const line = tameLine(text);
  const fits = 2 + stringWidth(label) + 2 <= indent && width - indent >= roomForText;
  if (fits) {
    const column = isAgain ? '' : label;
    const gap = ' '.repeat(indent - 2 - stringWidth(column));
    return wrap(`  ${column}${gap}${line}`, width, indent);
  }
  return [...(isAgain ? [] : wrap(`  ${label}`, width, 2)), ...wrap(`    ${line}`, width, 4)];
}
