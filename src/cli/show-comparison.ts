import stringWidth from 'fast-string-width';
import type {
  ComparisonView,
  GroupView,
  ItemView,
  ListView,
  Mark,
  ResultRowView,
  ResultsView,
} from '../report/comparison-view-type.ts';
import { wrap } from '../shared/wrap.ts';
import type { Io } from './io.ts';
import { blocksAsText, type Lines, type TerminalPage, terminalPage } from './terminal-page.ts';

/** A comparison as text for a terminal of any width: verdicts, levels, answers, steps. */
export function showComparison(view: ComparisonView, io: Io): string {
  const page = terminalPage(io);
  return blocksAsText([
    head(page, view),
    view.remarks.flatMap((remark) => wrap(`! ${remark}`, page.width, 2)),
    unchanged(page, view),
    ...view.before.map((one) => groupLines(page, one)),
    view.results === null ? [] : resultLines(page, view.results),
    ...view.after.map((one) => groupLines(page, one)),
  ]);
}

function head({ paint, width }: TerminalPage, view: ComparisonView): Lines {
  const { title, use, period, states, isOfUses } = view;
  const name = [title, use].filter((part) => part !== null).join(' · ');
  const files = states.map(({ label, name: file, use: what }) =>
    isOfUses ? `${label}  ${what ?? file}` : label === file ? file : `${label}  ${file}`,
  );
  return [
    ...wrap(paint.bold(name), width),
    ...(period === null ? [] : wrap(`${period.from} – ${period.to}`, width)),
    ...files.flatMap((file) => wrap(`  ${paint.dim(file)}`, width, 4)),
  ];
}

function unchanged({ paint, width }: TerminalPage, { unchanged: said }: ComparisonView): Lines {
  if (said === null) return [];
  return [
    ...wrap(paint.bold(said.title), width),
    ...(said.means === '' ? [] : wrap(said.means, width)),
  ];
}

function groupLines(page: TerminalPage, { title, lead, lists }: GroupView): Lines {
  const { paint, width } = page;
  return [
    ...wrap(paint.underline(title), width),
    ...(lead === null ? [] : wrap(`  ${lead}`, width, 2)),
    ...lists.flatMap((one) => listLines(page, one)),
  ];
}

function listLines(page: TerminalPage, { title, mark, items }: ListView): Lines {
  const { width } = page;
  return [
    ...(title === '' ? [] : wrap(`  ${title}`, width, 2)),
    ...items.flatMap((one) => itemLines(page, mark, one)),
  ];
}

function itemLines(page: TerminalPage, mark: Mark, { text, change, details }: ItemView): Lines {
  const { paint, width } = page;
  const said = change === null ? paint.bold(text) : `${paint.bold(text)}: ${change}`;
  return [
    ...wrap(`  ${painted(page, mark)} ${said}`, width, 4),
    ...details.flatMap((detail) => wrap(`    ${paint.dim('↳')} ${detail}`, width, 6)),
  ];
}

const signs = {
  good: '✓',
  bad: '■',
  up: '↑',
  down: '↓',
  plain: '•',
  still: '=',
} satisfies Readonly<Record<Mark, string>>;

// The titles say the same in words: colour and sign only help the eye.
function painted({ paint }: TerminalPage, mark: Mark): string {
  const sign = signs[mark];
  if (mark === 'good' || mark === 'up') return paint.green(sign);
  return mark === 'bad' || mark === 'down' ? paint.yellow(sign) : sign;
}

function resultLines(page: TerminalPage, results: ResultsView): Lines {
  const { paint, width } = page;
  const rows = results.rows.map((row) => toRow(page, results, row));
  const names = Math.max(...rows.map(({ title }) => stringWidth(title)));
  const room = Math.max(
    ...rows.map(({ series, parts }) => (parts === '' ? 0 : stringWidth(series))),
  );
  const inOneLine = rows.map(({ title, series, parts }) => {
    const gap = ' '.repeat(names - stringWidth(title));
    const fill = ' '.repeat(Math.max(0, room - stringWidth(series)));
    return `  ${title}${gap}  ${parts === '' ? series : `${series}${fill}  ${parts}`}`;
  });
  // All alike: where one row has no room, none stands in one line.
  const fits = inOneLine.every((line) => stringWidth(line) <= width);
  return [
    ...wrap(paint.underline(results.title), width),
    ...results.lead.flatMap((sentence) => wrap(`  ${sentence}`, width, 2)),
    ...rows.flatMap(({ title, series, parts, remarks }, index) => [
      ...(fits
        ? [inOneLine[index] ?? '']
        : [
            ...wrap(`  ${paint.bold(title)}`, width, 2),
            ...wrap(`    ${parts === '' ? series : `${series}  ${parts}`}`, width, 4),
          ]),
      ...remarks.flatMap((remark) => wrap(`    ${paint.dim('↳')} ${remark}`, width, 6)),
    ]),
  ];
}

function toRow(page: TerminalPage, results: ResultsView, row: ResultRowView) {
  const { title, cells, direction, mark, targetSaid, remarks } = row;
  const moved = results.changeColumn !== null && direction !== null;
  const parts = [
    ...(moved ? [`${painted(page, mark)} ${direction}`] : []),
    ...(targetSaid === null ? [] : [targetSaid]),
  ];
  return { title, series: seriesOf(results, cells), parts: parts.join(' · '), remarks };
}

// Over time the arrows lead from one to the next; side by side each has its letter.
function seriesOf({ changeColumn, columns }: ResultsView, cells: readonly string[]): string {
  if (changeColumn !== null || cells.length === 1) return cells.join(' → ');
  return cells.map((cell, index) => `${columns[index]} ${cell}`).join(' · ');
}
