import {
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { valueAt } from './check-shape.ts';
import { isDeepStrictEqual } from './deep-equal.ts';
import type { Path } from './problem.ts';
import { isPlainMap, keyText, valueText } from './yaml-text.ts';

/** A value to stand at a path; `undefined` takes the key away. */
export type Edit = { readonly path: readonly string[]; readonly value: unknown };

/**
 * Changes values of a YAML or JSON text and leaves every line that has nothing to do with them as it is, byte for
 * byte: comments, order, quotes, indentation, line ends.
 *
 * @param text must read without an error and hold a map
 * @returns the text with all edits made; the data it holds is what the edits say and nothing else
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, edit) => editOne(current, edit), text);
}

function editOne(text: string, { path, value }: Edit): string {
  const data: unknown = parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 0 });
  if (isDeepStrictEqual(valueAt(data, path), value)) return text;
  const wanted = withValue(data, path, value);
  const edited = setIn(text, path, value);
  const readBack = parseDocument(edited, { logLevel: 'silent' });
  if (
    readBack.errors.length === 0 &&
    isDeepStrictEqual(readBack.toJS({ maxAliasCount: 0 }), wanted)
  ) {
    return edited;
  }
  // A notation this editor does not know: rather lay the file out anew than lose what was said.
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

function setIn(text: string, path: readonly string[], value: unknown): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const { contents } = document;
  if (!isMap(contents)) return text;
  let parent: YAMLMap = contents;
  let holder: AnyPair | null = null;
  for (let depth = 0; depth < path.length; depth += 1) {
    const key = path[depth] as string;
    const pair = pairIn(parent, key);
    const isLast = depth === path.length - 1;
    if (!pair) {
      const rest = path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      return value === undefined ? text : insert(text, contents, parent, key, rest);
    }
    if (isLast && value === undefined) return remove(text, parent, pair, holder);
    if (isLast && isPlainMap(value) && isMap(pair.value) && pair.value.items.length > 0) {
      return mergeMap(text, path, value);
    }
    if (isLast) return replace(text, contents, pair, value);
    if (!isMap(pair.value) || pair.value.items.length === 0) {
      const rest = path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      return value === undefined ? text : replace(text, contents, pair, rest);
    }
    parent = pair.value;
    holder = pair;
  }
  return text;
}

// Key by key, so that a note keeps its lines when only the answer beside it changes.
function mergeMap(
  text: string,
  path: readonly string[],
  value: Readonly<Record<string, unknown>>,
): string {
  const present = valueAt(parseDocument(text, { logLevel: 'silent' }).toJS(), path);
  const gone = Object.keys(present as object).filter((key) => !Object.hasOwn(value, key));
  const edits = [
    ...Object.entries(value).map(([key, part]) => ({ path: [...path, key], value: part })),
    ...gone.map((key) => ({ path: [...path, key], value: undefined })),
  ];
  return editYaml(text, edits);
}

type AnyPair = Pair<unknown, unknown>;

function pairIn(map: YAMLMap, key: string): AnyPair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function replace(text: string, root: YAMLMap, pair: AnyPair, value: unknown): string {
  const node = pair.value as Node | null;
  const keyEnd = rangeOf(pair.key)[1];
  const colon = text.indexOf(':', keyEnd);
  const [start, end] = node?.range
    ? [node.range[0], trimmedEnd(text, node)]
    : [colon + 1, colon + 1];
  const inFlow = isFlow(root) || isInsideFlow(root, pair);
  const column = columnOf(text, rangeOf(pair.key)[0]);
  if (!inFlow && column === 0 && isPlainMap(value) && Object.keys(value).length > 0) {
    return `${text.slice(0, colon + 1)}${section(value, eol(text))}${text.slice(end)}`;
  }
  const gap = start <= colon + 1 || isBlockCollection(node) ? ' ' : text.slice(colon + 1, start);
  return `${text.slice(0, colon + 1)}${gap}${valueText(value, inFlow, isFlow(root))}${text.slice(end)}`;
}

// What was an empty section gets lines of its own; an answer in its long form stays on its line.
function section(entries: Readonly<Record<string, unknown>>, lineEnd: string): string {
  return Object.entries(entries)
    .map(([key, part]) => `${lineEnd}  ${keyText(key, false)}: ${valueText(part, false)}`)
    .join('');
}

function insert(text: string, root: YAMLMap, parent: YAMLMap, key: string, value: unknown): string {
  const json = isFlow(root);
  const last = parent.items.at(-1) as AnyPair | undefined;
  if (isFlow(parent)) {
    const entry = `${keyText(key, json)}: ${valueText(value, true, json)}`;
    if (!last) {
      const [start, end] = rangeOf(parent);
      return `${text.slice(0, start)}{ ${entry} }${text.slice(end)}`;
    }
    const end = rangeOf(last.value ?? last.key)[1];
    const keyStart = rangeOf(last.key)[0];
    const lineStart = text.lastIndexOf('\n', keyStart) + 1;
    const ownLine = text.slice(lineStart, keyStart).trim() === '' && lineStart > 0;
    const separator = ownLine ? `,${eol(text)}${text.slice(lineStart, keyStart)}` : ', ';
    return `${text.slice(0, end)}${separator}${entry}${text.slice(end)}`;
  }
  if (!last) return text;
  const column = columnOf(text, rangeOf((parent.items[0] as AnyPair).key)[0]);
  const indent = ' '.repeat(column);
  const body =
    column === 0 && isPlainMap(value) ? section(value, eol(text)) : ` ${valueText(value, false)}`;
  const line = `${indent}${keyText(key, false)}:${body}`;
  const at = endOfLine(text, endOfPair(text, last));
  const before = text.slice(0, at);
  const separator = before === '' || before.endsWith('\n') ? '' : eol(text);
  const after = text.slice(at);
  return `${before}${separator}${line}${separator === '' ? eol(text) : ''}${after}`;
}

function remove(text: string, parent: YAMLMap, pair: AnyPair, holder: AnyPair | null): string {
  if (parent.items.length === 1 && holder) {
    const [start, end] = rangeOf(parent);
    if (isFlow(parent)) return `${text.slice(0, start)}{}${text.slice(end)}`;
    const colon = text.indexOf(':', rangeOf(holder.key)[1]) + 1;
    return `${text.slice(0, colon)} {}${withoutLinesOf(text, pair).slice(colon)}`;
  }
  if (isFlow(parent)) {
    const index = parent.items.indexOf(pair);
    const next = parent.items[index + 1] as AnyPair | undefined;
    const previous = parent.items[index - 1] as AnyPair | undefined;
    if (next) return text.slice(0, rangeOf(pair.key)[0]) + text.slice(rangeOf(next.key)[0]);
    const from = previous ? rangeOf(previous.value ?? previous.key)[1] : rangeOf(pair.key)[0];
    return text.slice(0, from) + text.slice(rangeOf(pair.value ?? pair.key)[1]);
  }
  return withoutLinesOf(text, pair);
}

function withoutLinesOf(text: string, pair: AnyPair): string {
  const start = text.lastIndexOf('\n', rangeOf(pair.key)[0]) + 1;
  const end = endOfLine(text, endOfPair(text, pair));
  const through = text.startsWith('\r\n', end) ? end + 2 : text[end] === '\n' ? end + 1 : end;
  return text.slice(0, start) + text.slice(through);
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node).range;
  return range ? [range[0], range[1]] : [0, 0];
}

function endOfPair(text: string, pair: AnyPair): number {
  const node = pair.value as Node | null;
  if (!node?.range) return text.indexOf(':', rangeOf(pair.key)[1]) + 1;
  return trimmedEnd(text, node);
}

// A block collection's range runs on over the blank lines and comments behind it; its last part ends it.
function trimmedEnd(text: string, node: Node): number {
  if (isBlockCollection(node)) {
    const last = (node as YAMLMap).items.at(-1) as AnyPair | Node | undefined;
    if (last && 'key' in last) return endOfPair(text, last);
    if (last && 'range' in last && last.range) return trimmedEnd(text, last);
  }
  const [start, end] = rangeOf(node);
  return start + text.slice(start, end).trimEnd().length;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

function isBlockCollection(node: unknown): boolean {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

function isInsideFlow(root: YAMLMap, pair: AnyPair): boolean {
  const holds = (map: YAMLMap): boolean =>
    map.items.some((item) => {
      if (item === pair) return isFlow(map);
      return (
        isMap(item.value) && (isFlow(item.value) ? spans(item.value, pair) : holds(item.value))
      );
    });
  return holds(root);
}

function spans(outer: unknown, pair: AnyPair): boolean {
  const [start, end] = rangeOf(outer);
  const [key] = rangeOf(pair.key);
  return key > start && key < end;
}

function eol(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const map = isPlainMap(data) ? data : {};
  const inner = rest.length === 0 ? value : withValue(map[key], rest, value);
  const entries = Object.entries(map).filter(([name]) => name !== String(key));
  return Object.fromEntries(inner === undefined ? entries : [...entries, [String(key), inner]]);
}
