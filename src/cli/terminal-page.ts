import { tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Io, Screen } from './io.ts';
import { paintFor } from './paint.ts';

const widest = 100;
const narrowest = 24;

/** What a page for a terminal is set with. */
export type TerminalPage = {
  readonly paint: ReturnType<typeof paintFor>;
  /** Columns. */
  readonly width: number;
};

export type Lines = readonly string[];

/** The page for the terminal at hand, no wider than reads well. */
export function terminalPage(io: Io): TerminalPage {
  return { paint: paintFor(io), width: widthOf(io.stdout) };
}

/** How many columns a text for a screen takes at the most. */
export function widthOf({ columns = 80 }: Screen): number {
  return Math.max(narrowest, Math.min(columns, widest));
}

/** Blocks of lines as text, an empty line between them; empty blocks are left out. */
export function blocksAsText(blocks: readonly Lines[]): string {
  const texts = blocks.filter((block) => block.length > 0).map((lines) => lines.join('\n'));
  return tameLog(`${texts.join('\n\n')}\n`);
}

/** A line that goes on further in. */
export function indented(text: string, by: number, { width }: TerminalPage): Lines {
  return wrap(`${' '.repeat(by)}${text}`, width, by);
}
