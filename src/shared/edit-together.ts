import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Edit } from './edit-data.ts';
import type { Path } from './problem.ts';
import { insertion, type NewEntry } from './yaml-insertion.ts';
import { type AnyPair, isFlow, rangeOf, type Splice, withoutLines } from './yaml-places.ts';

/**
 * Makes as many of the first edits as have nothing to do with each other, on a text that is parsed once: entries that
 * are taken away, and new ones in maps that have some. The text is the one that they make one after the other.
 *
 * @param edits each changes something
 * @returns the text, and how many were made; perhaps none
 */
export function editTogether(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly made: number } {
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  if (!isMap(contents)) return { text, made: 0 };
  const entriesOf = indexed();
  const touched = new Set<string>();
  const above = new Set<string>();
  const gone = new Map<YAMLMap, Set<AnyPair>>();
  const fresh = new Map<YAMLMap, NewEntry[]>();
  const removals: Splice[] = [];
  let made = 0;
  for (const edit of edits) {
    if ('rename' in edit || isTouched(edit.path, touched, above)) break;
    const parent = parentOf(contents, edit.path, entriesOf);
    if (parent === null) break;
    const key = String(edit.path.at(-1));
    const pair = entriesOf(parent).get(key);
    const lost = gone.get(parent) ?? new Set();
    const last = parent.items.at(-1) as AnyPair;
    if (edit.value !== undefined) {
      // New entries go behind the last one.
      if (pair || lost.has(last)) break;
      fresh.set(parent, [...(fresh.get(parent) ?? []), { key, value: edit.value }]);
    } else {
      const isLast = pair === last && (isFlow(parent) || fresh.has(parent));
      if (!pair || isLast || lost.size + 1 === parent.items.length) break;
      gone.set(parent, lost.add(pair));
      removals.push(removal(text, parent, pair));
    }
    note(edit.path, touched, above);
    made += 1;
  }
  const json = isFlow(contents);
  const insertions = [...fresh].flatMap(([parent, entries]) => {
    const one = insertion(text, parent, entries, json);
    return one ? [one] : [];
  });
  const splices = [...removals, ...insertions].toSorted((a, b) => a.start - b.start);
  // What is put behind a line that goes belongs behind the one before it.
  const meet = splices.some(({ start }, at) => at > 0 && start < (splices[at - 1]?.end ?? 0));
  return meet ? { text, made: 0 } : { text: withAll(text, splices), made };
}

function indexed(): (map: YAMLMap) => ReadonlyMap<string, AnyPair> {
  const known = new Map<YAMLMap, ReadonlyMap<string, AnyPair>>();
  return (map) => {
    const entries =
      known.get(map) ??
      new Map(
        map.items.flatMap((pair) =>
          isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [],
        ),
      );
    known.set(map, entries);
    return entries;
  };
}

// The map with entries that a path ends in.
function parentOf(
  root: YAMLMap,
  path: Path,
  entriesOf: (map: YAMLMap) => ReadonlyMap<string, AnyPair>,
): YAMLMap | null {
  let map: YAMLMap = root;
  for (const key of path.slice(0, -1)) {
    const below = entriesOf(map).get(String(key))?.value;
    if (!isMap(below)) return null;
    map = below;
  }
  return map.items.length > 0 ? map : null;
}

// Whether something was done to what a path leads to or leads through, or to something below it.
function isTouched(path: Path, touched: ReadonlySet<string>, above: ReadonlySet<string>): boolean {
  return above.has(JSON.stringify(path)) || path.some((_, at) => touched.has(upTo(path, at)));
}

function note(path: Path, touched: Set<string>, above: Set<string>): void {
  touched.add(JSON.stringify(path));
  for (const at of path.keys()) above.add(upTo(path, at));
}

function upTo(path: Path, at: number): string {
  return JSON.stringify(path.slice(0, at + 1));
}

function removal(text: string, parent: YAMLMap, pair: AnyPair): Splice {
  if (!isFlow(parent)) return withoutLines(text, pair);
  const next = parent.items[parent.items.indexOf(pair) + 1] as AnyPair;
  return { start: rangeOf(pair.key)[0], end: rangeOf(next.key)[0], text: '' };
}

function withAll(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: instead } of splices) {
    parts.push(text.slice(from, start), instead);
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}
