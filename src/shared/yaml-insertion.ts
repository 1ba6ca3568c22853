import type { YAMLMap } from 'yaml';
import {
  type AnyPair,
  columnOf,
  endOfLine,
  endOfPair,
  eol,
  isFlow,
  rangeOf,
  type Splice,
} from './yaml-places.ts';
import { isPlainMap, keyText, valueText } from './yaml-text.ts';

/** A key and its value that are not there yet. */
export type NewEntry = { readonly key: string; readonly value: unknown };

/**
 * Puts entries behind the last one of a map, as they would stand there had they been put one after the other.
 *
 * @param json whether the text is JSON
 * @returns null for a map on lines of its own that has none yet
 */
export function insertion(
  text: string,
  parent: YAMLMap,
  entries: readonly NewEntry[],
  json: boolean,
): Splice | null {
  const last = parent.items.at(-1) as AnyPair | undefined;
  if (isFlow(parent)) {
    const told = entries.map(
      ({ key, value }) => `${keyText(key, json)}: ${valueText(value, true, json)}`,
    );
    if (last) return behind(text, last, told);
    const [start, end] = rangeOf(parent);
    return { start, end, text: `{ ${told.join(', ')} }` };
  }
  if (!last) return null;
  const lineEnd = eol(text);
  const column = columnOf(text, rangeOf((parent.items[0] as AnyPair).key)[0]);
  const lines = entries.map(({ key, value }) => {
    const isSection = column === 0 && isPlainMap(value);
    const body = isSection ? section(value, lineEnd) : ` ${valueText(value, false)}`;
    return `${' '.repeat(column)}${keyText(key, false)}:${body}`;
  });
  const at = endOfLine(text, endOfPair(text, last));
  const isNewLine = at === 0 || text[at - 1] === '\n';
  const told = lines.join(lineEnd);
  return { start: at, end: at, text: isNewLine ? `${told}${lineEnd}` : `${lineEnd}${told}` };
}

/** What was an empty section gets lines of its own; an answer in its long form stays on its line. */
export function section(entries: Readonly<Record<string, unknown>>, lineEnd: string): string {
  return Object.entries(entries)
    .map(([key, part]) => `${lineEnd}  ${keyText(key, false)}: ${valueText(part, false)}`)
    .join('');
}

// In a bracket of several lines a new entry gets a line of its own, below the remark behind the one before it.
function behind(text: string, last: AnyPair, entries: readonly string[]): Splice {
  const [end, keyStart] = [rangeOf(last.value ?? last.key)[1], rangeOf(last.key)[0]];
  const lineStart = text.lastIndexOf('\n', keyStart) + 1;
  const isOwnLine = lineStart > 0 && text.slice(lineStart, keyStart).trim() === '';
  if (!isOwnLine) return { start: end, end, text: `, ${entries.join(', ')}` };
  const line = text.slice(end, endOfLine(text, end));
  const [comma = ''] = /^\s*,/.exec(line) ?? [];
  const rest = line.slice(comma.length);
  // Where the bracket closes on the same line, the new entry goes before it.
  const remark = /^\s*(#.*)?$/.test(rest) ? rest : '';
  const next = `${eol(text)}${text.slice(lineStart, keyStart)}`;
  const told = entries.join(`,${next}`);
  return {
    start: end,
    end: end + comma.length + remark.length,
    text: `${comma === '' ? ',' : comma}${remark}${next}${told}${comma === '' ? '' : ','}`,
  };
}
