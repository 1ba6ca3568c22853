import { isCollection, isMap, isPair, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { valueAt } from './check-shape.ts';
import { deepEqual } from './deep-equal.ts';
import { type Edit, editData, editing } from './edit-data.ts';
import { editTogether } from './edit-together.ts';
import type { Path } from './problem.ts';
import { insertion, section } from './yaml-insertion.ts';
import {
  type AnyPair,
  columnOf,
  endOfLine,
  eol,
  isBlockCollection,
  isFlow,
  pairIn,
  rangeOf,
  spliced,
  trimmedEnd,
  withoutLines,
} from './yaml-places.ts';
import { isPlainMap, keyText, valueText } from './yaml-text.ts';

/**
 * Changes values and keys of a YAML or JSON text and leaves every line that has nothing to do with them as it is, byte
 * for byte: comments, order, quotes, indentation, line ends.
 *
 * @param text must read without an error and hold a map
 * @returns the text with all edits made; the data it holds is what the edits say and nothing else
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const data: unknown = parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 0 });
  const wanted = editData(data, edits);
  const edited = withEdits(text, edits, data);
  if (holds(edited, wanted)) return edited;
  const [only, ...others] = edits;
  if (only === undefined) return text;
  return others.length > 0
    ? edits.reduce((current, edit) => editYaml(current, [edit]), text)
    : laidOutAnew(text, only.path, only, wanted);
}

function holds(text: string, wanted: unknown): boolean {
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length === 0 && deepEqual(document.toJS({ maxAliasCount: 0 }), wanted);
}

// Those that have nothing to do with each other at once, so that many of them need the text to be parsed only once.
function withEdits(text: string, edits: readonly Edit[], data: unknown): string {
  let waiting = effective(edits, data);
  let current = text;
  while (waiting.length > 0) {
    const renames = upToValue(waiting);
    const [edit, ...others] = waiting.slice(renames.length);
    current = renameIn(current, renames);
    if (edit === undefined || 'rename' in edit) break;
    const together = others.length === 0 ? null : editTogether(current, [edit, ...others]);
    if (together && together.made > 0) {
      current = together.text;
      waiting = [edit, ...others].slice(together.made);
    } else {
      current = setIn(current, edit.path, edit.value);
      waiting = others;
    }
  }
  return current;
}

// Those that change something where they are made.
function effective(edits: readonly Edit[], data: unknown): readonly Edit[] {
  const edited = editing(data);
  return edits.filter(edited.make);
}

function upToValue(edits: readonly Edit[]): readonly Rename[] {
  const end = edits.findIndex((edit) => !('rename' in edit));
  const first = end === -1 ? edits : edits.slice(0, end);
  return first.filter((edit) => 'rename' in edit);
}

// For a notation this editor does not know: rather lay the file out anew than lose what was said.
function laidOutAnew(text: string, path: Path, edit: Edit, wanted: unknown): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  for (let length = 1; length < path.length; length += 1) {
    const above = path.slice(0, length);
    if (!isCollection(document.getIn(above, true))) {
      document.setIn(above, document.createNode({}));
    }
  }
  const value = valueAt(wanted, path);
  if ('rename' in edit) {
    const pair = pairAt(document.contents, path);
    if (pair) pair.key = document.createNode(edit.rename);
  } else if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

type Rename = Extract<Edit, { readonly rename: string }>;

function renameIn(text: string, renames: readonly Rename[]): string {
  if (renames.length === 0) return text;
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  const found = new Map<AnyPair, string>();
  for (const { path, rename } of renames) {
    const pair = pairAt(contents, path);
    // A key that has its name by a rename before is looked for again once that is done.
    if (!pair || found.has(pair)) break;
    found.set(pair, rename);
  }
  const keys = [...found].map(([{ key }, name]) => ({ range: rangeOf(key), name }));
  const renamed = keys
    .toSorted((a, b) => b.range[0] - a.range[0])
    .reduce((current, { range, name }) => withKey(current, range, name), text);
  return found.size === 0 ? text : renameIn(renamed, renames.slice(found.size));
}

// As the key was quoted; all else stays as it is.
function withKey(text: string, [start, end]: readonly [number, number], name: string): string {
  const isSingle = text[start] === "'" && !name.includes("'");
  const key = isSingle ? `'${name}'` : keyText(name, text[start] === '"');
  return `${text.slice(0, start)}${key}${text.slice(end)}`;
}

function pairAt(root: unknown, path: Path): AnyPair | undefined {
  let node: unknown = root;
  let pair: AnyPair | undefined;
  for (const key of path) {
    pair = isMap(node) ? pairIn(node, String(key)) : undefined;
    node = isSeq(node) ? node.items[Number(key)] : pair?.value;
  }
  return pair;
}

function setIn(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const { contents } = document;
  if (!isMap(contents)) return text;
  let parent: YAMLMap = contents;
  let holder: AnyPair | null = null;
  for (let depth = 0; depth < path.length; depth += 1) {
    const key = String(path[depth]);
    const pair = pairIn(parent, key);
    const isLast = depth === path.length - 1;
    if (!pair) {
      const rest = path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      if (value === undefined) return text;
      const added = insertion(text, parent, [{ key, value: rest }], isFlow(contents));
      return added ? spliced(text, added) : text;
    }
    if (isLast && value === undefined) return remove(text, parent, pair, holder);
    if (isLast && isPlainMap(value) && isMap(pair.value) && pair.value.items.length > 0) {
      return mergeMap(text, path, value);
    }
    if (isLast) return replace(text, contents, pair, value);
    const item = isSeq(pair.value) ? pair.value.items[Number(path[depth + 1])] : undefined;
    if (isMap(item)) {
      parent = item;
      holder = null;
      depth += 1;
      continue;
    }
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
function mergeMap(text: string, path: Path, value: Readonly<Record<string, unknown>>): string {
  const present = valueAt(parseDocument(text, { logLevel: 'silent' }).toJS(), path);
  // What begins with `x-` is somebody's own and not ours to take away.
  const gone = Object.keys(present as object).filter(
    (key) => !Object.hasOwn(value, key) && !key.startsWith('x-'),
  );
  const edits = [
    ...Object.entries(value).map(([key, part]) => ({ path: [...path, key], value: part })),
    ...gone.map((key) => ({ path: [...path, key], value: undefined })),
  ];
  return editYaml(text, edits);
}

function replace(text: string, root: YAMLMap, pair: AnyPair, value: unknown): string {
  const node = pair.value as Node | null;
  const colon = text.indexOf(':', rangeOf(pair.key)[1]);
  const isEmpty = !node?.range || node.range[0] === node.range[1];
  const [start, end] = isEmpty
    ? [colon + 1, colon + 1]
    : [rangeOf(node)[0], trimmedEnd(text, node)];
  const inFlow = isInsideFlow(root, pair);
  const column = columnOf(text, rangeOf(pair.key)[0]);
  if (!inFlow && column === 0 && isPlainMap(value) && Object.keys(value).length > 0) {
    // A remark behind the key stays where it is.
    const head = isEmpty ? endOfLine(text, colon) : colon + 1;
    return `${text.slice(0, head)}${section(value, eol(text))}${text.slice(Math.max(head, end))}`;
  }
  const gap = start <= colon + 1 || isBlockCollection(node) ? ' ' : text.slice(colon + 1, start);
  return `${text.slice(0, colon + 1)}${gap}${valueText(value, inFlow, isFlow(root))}${text.slice(end)}`;
}

function remove(text: string, parent: YAMLMap, pair: AnyPair, holder: AnyPair | null): string {
  if (parent.items.length === 1 && holder) {
    const [start, end] = rangeOf(parent);
    if (isFlow(parent)) return `${text.slice(0, start)}{}${text.slice(end)}`;
    const colon = text.indexOf(':', rangeOf(holder.key)[1]) + 1;
    return `${text.slice(0, colon)} {}${spliced(text, withoutLines(text, pair)).slice(colon)}`;
  }
  if (isFlow(parent)) {
    const index = parent.items.indexOf(pair);
    const next = parent.items[index + 1] as AnyPair | undefined;
    const previous = parent.items[index - 1] as AnyPair | undefined;
    if (next) return text.slice(0, rangeOf(pair.key)[0]) + text.slice(rangeOf(next.key)[0]);
    const start = rangeOf(pair.key)[0];
    const end = rangeOf(pair.value ?? pair.key)[1];
    if (!previous) return text.slice(0, start) + text.slice(end);
    const from = rangeOf(previous.value ?? previous.key)[1];
    // The comma before it goes; a remark behind that comma stays.
    const between = text
      .slice(from, start)
      .replace(/^(\s*),/, '$1')
      .trimEnd();
    return `${text.slice(0, from)}${between}${text.slice(end)}`;
  }
  return spliced(text, withoutLines(text, pair));
}

function isInsideFlow(node: unknown, pair: AnyPair): boolean {
  if (!isCollection(node)) return false;
  if (isFlow(node) && spans(node, pair)) return true;
  return node.items.some((item) => isInsideFlow(isPair(item) ? item.value : item, pair));
}

function spans(outer: unknown, pair: AnyPair): boolean {
  const [start, end] = rangeOf(outer);
  const [key] = rangeOf(pair.key);
  return key > start && key < end;
}
