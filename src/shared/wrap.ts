import { wrapAnsi } from 'fast-wrap-ansi';

const narrowest = 8;

/**
 * Breaks a text into lines no wider than a terminal, between words; a word too long for a line is broken.
 *
 * @param width  columns of the terminal
 * @param indent columns that every line but the first begins with
 */
export function wrap(text: string, width: number, indent = 0): readonly string[] {
  const room = Math.max(narrowest, width);
  const [first = '', ...rest] = wrapAnsi(text, room, { trim: false, hard: true }).split('\n');
  if (rest.length === 0) return [first.trimEnd()];
  const remaining = rest.map((line) => line.trim()).join(' ');
  const pad = ' '.repeat(indent);
  const more = wrapAnsi(remaining, Math.max(narrowest, room - indent), { hard: true }).split('\n');
  return [first.trimEnd(), ...more.map((line) => `${pad}${line}`)];
}
