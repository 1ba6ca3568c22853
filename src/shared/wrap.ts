import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { unbroken } from './unbroken.ts';

const narrowest = 8;

/**
 * Breaks a text into lines no wider than a terminal, between words; a word too long for a line is broken. An arrow
 * stays with what it leads to, and with the number it comes from.
 *
 * @param width  columns of the terminal
 * @param indent columns that every line but the first begins with
 */
export function wrap(text: string, width: number, indent = 0): readonly string[] {
  const room = Math.max(narrowest, width);
  const further = Math.max(narrowest, room - indent);
  const [opening = '', ...more] = text.split('\n');
  const broken = wrapAnsi(joined(opening, further), room, { trim: false, hard: true }).split('\n');
  const [first = '', ...rest] = broken;
  // Untrimmed, nothing is lost between the lines: together they are the text again.
  const remaining = [rest.join(''), ...more].filter((part) => part !== '').join(' ');
  if (remaining === '') return [shown(first)];
  const lines = wrapAnsi(joined(withoutIndent(remaining), further), further, { hard: true });
  const pad = ' '.repeat(indent);
  return [shown(first), ...lines.split('\n').map((line) => `${pad}${shown(line)}`)];
}

// What would not fit into a line is not held together.
function joined(text: string, room: number): string {
  return text
    .replace(/(?<=\d\+?) → (?=[\d≤])/gu, `${unbroken}→${unbroken}`)
    .replace(/→ (?=\S)/gu, `→${unbroken}`)
    .replace(/[^ ]+/gu, (run) => (stringWidth(run) > room ? run.replaceAll(unbroken, ' ') : run));
}

// Spaces at an end may stand before or behind the signs that switch bold and colours.
const code = '\\u001b\\[[\\d;]*m';
const leading = new RegExp(`^((?:${code})*) +`, 'u');
const trailing = new RegExp(` (?: |${code})*$`, 'u');

function withoutIndent(text: string): string {
  return text.replace(leading, '$1');
}

function shown(line: string): string {
  return line.replaceAll(unbroken, ' ').replace(trailing, (end) => end.replaceAll(' ', ''));
}
