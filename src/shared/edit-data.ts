import { valueAt } from './check-shape.ts';
import { deepEqual } from './deep-equal.ts';
import type { Path } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';
import { isPlainMap } from './yaml-text.ts';

/** One change of a file: a value to stand at a path, or another name for the key that a path ends in. */
export type Edit =
  | {
      readonly path: Path;
      /** `undefined` takes the key away. */
      readonly value: unknown;
      /** Where the value stood before, so that problems in it are told there. */
      readonly from?: Path;
      /** Of a list that is made from another: the index that each of its entries had. */
      readonly items?: readonly number[];
    }
  | {
      readonly path: Path;
      /** There must be none of this name beside it. */
      readonly rename: string;
    };

/** Plain data that edits are made on, one after the other. */
export type Edited = {
  /** As it stands after the edits so far. */
  readonly data: () => unknown;
  /** Makes an edit; returns whether it changed anything. */
  readonly make: (edit: Edit) => boolean;
};

/** Makes edits on plain data, which itself stays as it is; what begins with `x-` in a map that is replaced stays, for it is somebody's own. */
export function editData(data: unknown, edits: readonly Edit[]): unknown {
  const edited = editing(data);
  for (const edit of edits) edited.make(edit);
  return edited.data();
}

/** The same, one by one. A map is copied before its first change only: many edits cost what they change. */
export function editing(data: unknown): Edited {
  let root = data;
  // Copies that nobody else holds.
  const own = new WeakSet<object>();
  return {
    data: () => root,
    make: (edit) => {
      const present = valueAt(root, edit.path);
      if ('rename' in edit) {
        if (present === undefined) return false;
        root = withKey(root, edit.path, edit.rename);
        return true;
      }
      // Whoever made the edit holds it, too.
      disown(edit.value, own);
      if (deepEqual(present, edit.value)) return false;
      root = withValue(root, edit.path, keepingOwn(present, edit.value), own);
      return true;
    },
  };
}

/** Makes edits on a file as it was read: the data is new, its places are still those in the file as it is written. */
export function editFile(file: YamlFile, edits: readonly Edit[]): YamlFile {
  if (edits.length === 0) return file;
  const written = (path: Path) => edits.reduceRight(before, path);
  return {
    ...file,
    data: editData(file.data, edits),
    at: (path) => file.at(written(path)),
    keyAt: (path) => file.keyAt(written(path)),
  };
}

// The path, before an edit, of what stands at a path after it.
function before(path: Path, edit: Edit): Path {
  if ('rename' in edit) {
    const renamed = [...edit.path.slice(0, -1), edit.rename];
    return beginsWith(path, renamed) ? [...edit.path, ...path.slice(renamed.length)] : path;
  }
  if (edit.from === undefined || !beginsWith(path, edit.path)) return path;
  const [first, ...rest] = path.slice(edit.path.length);
  if (first === undefined) return edit.from;
  const item = typeof first === 'number' ? (edit.items?.[first] ?? first) : first;
  return [...edit.from, item, ...rest];
}

function beginsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}

function withKey(data: unknown, [key, ...rest]: Path, name: string): unknown {
  if (Array.isArray(data)) return data.with(Number(key), withKey(data[Number(key)], rest, name));
  if (rest.length > 0) {
    const map = data as Readonly<Record<string, unknown>>;
    return { ...map, [String(key)]: withKey(map[String(key)], rest, name) };
  }
  return Object.fromEntries(
    Object.entries(data as object).map(([other, part]) =>
      other === String(key) ? [name, part] : [other, part],
    ),
  );
}

function withValue(data: unknown, path: Path, value: unknown, own: WeakSet<object>): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data) && typeof key === 'number') {
    return data.with(key, withValue(data[key], rest, value, own));
  }
  const map = ownCopy(isPlainMap(data) ? data : {}, own);
  const below = Object.hasOwn(map, key) ? map[key] : undefined;
  const inner = rest.length === 0 ? value : withValue(below, rest, value, own);
  // What is set stands behind the others; `__proto__` is a name like any other.
  delete map[key];
  if (inner !== undefined) {
    const kind = { writable: true, enumerable: true, configurable: true };
    Object.defineProperty(map, key, { value: inner, ...kind });
  }
  return map;
}

function ownCopy(
  map: Readonly<Record<string, unknown>>,
  own: WeakSet<object>,
): Record<string, unknown> {
  if (own.has(map)) return map;
  const copy = { ...map };
  own.add(copy);
  return copy;
}

function disown(value: unknown, own: WeakSet<object>): void {
  if (value === null || typeof value !== 'object') return;
  own.delete(value);
  for (const part of Object.values(value)) disown(part, own);
}

function keepingOwn(present: unknown, value: unknown): unknown {
  if (!isPlainMap(present) || !isPlainMap(value)) return value;
  const own = Object.entries(present).filter(([key]) => key.startsWith('x-'));
  return { ...value, ...Object.fromEntries(own) };
}
