import { wrap } from '../shared/wrap.ts';
import type { Card } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import type { Drawing, Style } from './screen.ts';

/** The help of a card where there is no room for it beside the question: pages in its place, one after the other. */
export function helpPages(
  card: Card,
  { width, rows }: { readonly width: number; readonly rows: number },
  style: Style,
  words: InterviewWords,
): readonly Drawing[] {
  const head = ['', ...wrap(style.strong(card.title), width), ''];
  const lines = card.help.flatMap((text) => wrap(text, width, 2));
  const foot = (page: number, of: number) => [
    '',
    ...wrap(words.keys.help(page, of), width).map(style.quiet),
  ];
  // No page has more of a foot than one with high numbers.
  const room = Math.max(1, rows - head.length - foot(9, 99).length - 1);
  const count = Math.ceil(lines.length / room);
  return Array.from({ length: count }, (_, index) => ({
    above: [...head, ...lines.slice(index * room, (index + 1) * room)],
    below: foot(index + 1, count),
  }));
}
