import { unbroken } from '../shared/unbroken.ts';
import { wrap } from '../shared/wrap.ts';
import { type Card, type Command, type Form, showsAnswer } from './card.ts';
import { helpPages } from './help-pages.ts';
import type { InterviewWords } from './interview-words.ts';

/** How a screen sets things apart; without colours each gives back what it gets. */
export type Style = {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly accent: (text: string) => string;
};

/** What a terminal holds, in characters. */
export type Size = { readonly columns: number; readonly rows: number };

/** What somebody has done at a card so far. */
export type Touch = {
  /** The option the cursor is on. */
  readonly active: number;
  readonly picked: readonly number[];
  /** The page of help that is shown; 0: none. */
  readonly help: number;
  readonly complaint: string | null;
};

/** A card as it is drawn: what stands above the line of the cursor, and what stands below. */
export type Drawing = { readonly above: readonly string[]; readonly below: readonly string[] };

// Wider lines are hard on the eye; the last column is left free, since some terminals break there.
const comfortable = 90;
const fewestRows = 12;

/** Draws a card for a terminal: no line wider than it, no more lines than it has, if that can be. */
export function draw(
  card: Card,
  touch: Touch,
  size: Size,
  style: Style,
  words: InterviewWords,
): Drawing {
  const pages = touch.help > 0 ? pagesOfHelp(card, size, style, words) : [];
  const page = pages[Math.min(touch.help, pages.length) - 1];
  if (page !== undefined) return page;
  const width = widthOf(size);
  const head = ['', ...headOf(card, width, style, words), ''];
  const foot = footOf(card, touch, width, style, words);
  if (card.form.kind === 'line') return { above: head, below: foot };
  const room = rowsOf(size) - head.length - foot.length - 1;
  return { above: [...head, ...optionsOf(card.form, touch, width, style, room)], below: foot };
}

/** The pages of help where it has no room below the question; none where it has. */
export function pagesOfHelp(
  card: Card,
  size: Size,
  style: Style,
  words: InterviewWords,
): readonly Drawing[] {
  const width = widthOf(size);
  const head = ['', ...headOf(card, width, style, words), ''];
  const foot = footOf(card, { help: 1, complaint: null }, width, style, words);
  const room = rowsOf(size) - head.length - foot.length - 1;
  const needed = card.form.kind === 'line' ? 1 : leastOf(card.form, width, style);
  return room < needed ? helpPages(card, { width, rows: rowsOf(size) }, style, words) : [];
}

function widthOf({ columns }: Size): number {
  return Math.max(20, Math.min(columns - 1, comfortable));
}

function rowsOf({ rows }: Size): number {
  return Math.max(rows, fewestRows);
}

// All options, or the highest with the signs that there are others, wherever the cursor is.
function leastOf(form: Exclude<Form, { kind: 'line' }>, width: number, style: Style): number {
  const heights = blocksOf(form, { active: 0, picked: [] }, width, style).map(
    ({ length }) => length,
  );
  const all = heights.reduce((sum, height) => sum + height, 0);
  return Math.min(all, Math.max(...heights) + 2);
}

/** What is left of a card once it is answered. */
export function closed(
  card: Card,
  answer: string,
  { columns }: Size,
  style: Style,
): readonly string[] {
  const width = widthOf({ columns, rows: 0 });
  return wrap(`${style.accent('✓')} ${card.title}: ${style.strong(answer)}`, width, 2);
}

function headOf(card: Card, width: number, style: Style, words: InterviewWords): readonly string[] {
  const { progress } = card;
  const where = progress === null ? [] : wrap(words.progress(progress), width);
  const bar =
    progress === null ? [] : [style.accent(barOf(progress.answered, progress.due, width))];
  const before = [...unseenBefore(card, words), ...(card.form.kind === 'line' ? [] : card.beside)];
  return [
    ...wrap(style.quiet(card.part), width),
    ...bar,
    ...where.map(style.quiet),
    '',
    ...(card.remark === null ? [] : [...wrap(card.remark, width), '']),
    ...wrap(style.strong(questionOf(card)), width),
    ...before.flatMap((text) => wrap(style.quiet(text), width)),
  ];
}

// "I do not know" is none of the options; unseen, Enter would silently replace it.
function unseenBefore({ before, form }: Card, words: InterviewWords): readonly string[] {
  return before === null || showsAnswer(form) ? [] : [words.plain.before(before)];
}

/** The question, with what is to be known of a line that is typed. */
export function questionOf({ text, form }: Card): string {
  return form.kind === 'line' && form.hints.length > 0
    ? `${text} (${form.hints.join('; ')})`
    : text;
}

function barOf(done: number, of: number, width: number): string {
  const length = Math.min(of, width, 30);
  const full = of === 0 ? length : Math.floor((done / of) * length);
  return `${'■'.repeat(full)}${'□'.repeat(length - full)}`;
}

// The cursor, a mark or a box, the key, and a space.
function optionsOf(
  form: Exclude<Form, { kind: 'line' }>,
  touch: Touch,
  width: number,
  style: Style,
  room: number,
): readonly string[] {
  return windowOn(blocksOf(form, touch, width, style), touch.active, room);
}

function blocksOf(
  form: Exclude<Form, { kind: 'line' }>,
  { active, picked }: Pick<Touch, 'active' | 'picked'>,
  width: number,
  style: Style,
): readonly (readonly string[])[] {
  const keys = Math.max(...form.options.map(({ key }) => key.length));
  return form.options.map(({ key, text, meaning }, index) => {
    const isActive = index === active;
    const box = form.kind === 'several' ? (picked.includes(index) ? '[x] ' : '[ ] ') : '';
    const before = form.kind === 'one' && form.chosen === index ? '• ' : '';
    const mark = `${isActive ? '❯' : ' '} ${box}${key.padStart(keys)}  ${before}`;
    const lines = wrap(`${mark}${text}`, width, mark.length - before.length);
    const meant =
      meaning === null
        ? []
        : wrap(`${' '.repeat(mark.length)}${meaning}`, width, mark.length).map(style.quiet);
    return [...(isActive ? lines.map(style.accent) : lines), ...meant];
  });
}

/** As many whole options around the active one as there is room for. */
function windowOn(
  blocks: readonly (readonly string[])[],
  active: number,
  room: number,
): readonly string[] {
  const height = (from: number, to: number) =>
    blocks.slice(from, to).reduce((sum, block) => sum + block.length, 0);
  let [from, to] = [active, active + 1];
  for (let grew = true; grew; ) {
    grew = false;
    if (to < blocks.length && height(from, to + 1) <= room - 2) {
      to += 1;
      grew = true;
    }
    if (from > 0 && height(from - 1, to) <= room - 2) {
      from -= 1;
      grew = true;
    }
  }
  if (height(0, blocks.length) <= room) [from, to] = [0, blocks.length];
  return [
    ...(from > 0 ? ['  ↑ …'] : []),
    ...blocks.slice(from, to).flat(),
    ...(to < blocks.length ? ['  ↓ …'] : []),
  ];
}

function footOf(
  card: Card,
  { help: page, complaint }: Pick<Touch, 'help' | 'complaint'>,
  width: number,
  style: Style,
  words: InterviewWords,
): readonly string[] {
  const help = page > 0 ? ['', ...card.help.flatMap((text) => wrap(text, width, 2))] : [];
  const complaints = complaint === null ? [] : ['', ...wrap(style.strong(complaint), width)];
  return [...help, ...complaints, '', ...wrap(keysOf(card, words), width).map(style.quiet)];
}

function keysOf({ form, commands }: Card, words: InterviewWords): string {
  const own =
    form.kind === 'line'
      ? [...(form.mayBeEmpty ? [words.keys.emptyLine] : []), words.keys.line]
      : [words.keys[form.kind]];
  const others = commands.map((command) => commandWords(command, words));
  // What the letters are for, and the letters.
  if (form.kind === 'line') return `${own.join(separator)} ${others.join(separator)}`;
  return [...own, ...others].join(separator);
}

/** Between two things that can be done; a line may end after it, not before it. */
export const separator = `${unbroken}· `;

/** A command as it is offered: its key and what it does. */
export function commandWords(command: Command, words: InterviewWords): string {
  const { key, does } = words.commands[command];
  return `${key} ${does}`.replaceAll(' ', unbroken);
}

/** The command that a typed letter means, if the card offers it. */
export function commandOf(typed: string, card: Card, words: InterviewWords): Command | null {
  const letter = typed === '?' ? words.commands.help.key : typed.toLowerCase();
  return card.commands.find((command) => words.commands[command].key === letter) ?? null;
}
