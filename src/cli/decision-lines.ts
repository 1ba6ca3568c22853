import type { DecidedView, View } from '../report/view-type.ts';
import { wrap } from '../shared/wrap.ts';
import type { paintFor } from './paint.ts';
import type { Words } from './words/words.ts';

/** What was decided about a step, on one line: status, who, until when, and the note. */
export function decisionText(
  { status, who, due, overdue, note }: DecidedView,
  words: Words['plan'],
  paint: ReturnType<typeof paintFor>,
): string {
  const isAhead = status === 'open' || status === 'doing';
  const day = due === null || !isAhead ? null : words.due(due.text, overdue);
  const parts = [words.status[status], who, overdue && day ? paint.yellow(day) : day];
  const said = parts.filter((part) => part !== null).join(' · ');
  return `${paint.cyan('»')} ${said}${note === null ? '' : ` – ${note}`}`;
}

/** The steps that are said to be done while the answer says otherwise, and those that were dropped, in a line each. */
export function decidedLines(
  { plan: { done, dropped } }: View,
  words: Words['plan'],
  width: number,
): readonly string[] {
  const line = (lead: string, titles: readonly string[]) =>
    titles.length === 0 ? [] : wrap(`  ${lead}: ${titles.join('; ')}`, width, 2);
  const again = done.filter(({ confirmed }) => !confirmed);
  return [
    ...line(
      words.unconfirmed,
      again.map(({ title }) => title),
    ),
    ...line(
      words.dropped,
      dropped.map(({ title }) => title),
    ),
  ];
}
