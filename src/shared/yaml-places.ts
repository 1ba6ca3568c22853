import { isCollection, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';

/** A key with its value, as it was read. */
export type AnyPair = Pair<unknown, unknown>;

/** A part of a text, and what takes its place. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The entry of a map that has a key. */
export function pairIn(map: YAMLMap, key: string): AnyPair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** A text with a part of it replaced. */
export function spliced(text: string, { start, end, text: instead }: Splice): string {
  return `${text.slice(0, start)}${instead}${text.slice(end)}`;
}

/** The lines that an entry stands on, taken away. */
export function withoutLines(text: string, pair: AnyPair): Splice {
  const start = text.lastIndexOf('\n', rangeOf(pair.key)[0]) + 1;
  const end = endOfLine(text, endOfPair(text, pair));
  const through = text.startsWith('\r\n', end) ? end + 2 : text[end] === '\n' ? end + 1 : end;
  return { start, end: through, text: '' };
}

/** Where a node begins and ends. */
export function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node).range;
  return range ? [range[0], range[1]] : [0, 0];
}

/** Where an entry ends, without what stands behind it. */
export function endOfPair(text: string, pair: AnyPair): number {
  const node = pair.value as Node | null;
  if (!node?.range) return text.indexOf(':', rangeOf(pair.key)[1]) + 1;
  return trimmedEnd(text, node);
}

/** Where a node ends: a block collection's range runs on over the blank lines and comments behind it. */
export function trimmedEnd(text: string, node: Node): number {
  if (isBlockCollection(node)) {
    const last = (node as YAMLMap).items.at(-1) as AnyPair | Node | undefined;
    if (last && 'key' in last) return endOfPair(text, last);
    if (last && 'range' in last && last.range) return trimmedEnd(text, last);
  }
  const [start, end] = rangeOf(node);
  return start + text.slice(start, end).trimEnd().length;
}

/** The end of the line that a place is in. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** How far a place is from the beginning of its line, in characters. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Whether a node stands in brackets. */
export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

/** Whether a node stands on lines of its own. */
export function isBlockCollection(node: unknown): boolean {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

/** How lines end in a text. */
export function eol(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
