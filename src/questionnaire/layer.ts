import type { Path, Place } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { list, record } from './outline.ts';

/** Data that may be put together from several files; each part of it knows where it was written. */
export type Layer = {
  readonly data: unknown;
  readonly origin: Origin;
  /** Where something was taken away, by the ids that went with it. */
  readonly removed?: ReadonlyMap<string, Place>;
};

export type Origin = {
  readonly file: YamlFile;
  readonly path: Path;
  /** Parts that come from elsewhere than below `path`. */
  readonly parts?: ReadonlyMap<string | number, Origin>;
};

/** The file that a layer makes up: whole data, and places where each part was written. */
export function layered({ data, origin, removed }: Layer): YamlFile {
  const { file } = origin;
  const source = (path: Path) => {
    let here = origin;
    let depth = 0;
    for (const key of path) {
      const part = here.parts?.get(key);
      if (!part) break;
      here = part;
      depth += 1;
    }
    return { file: here.file, path: [...here.path, ...path.slice(depth)] };
  };
  return {
    ...file,
    data,
    ...(removed ? { removed } : {}),
    at: (path) => {
      const found = source(path);
      return found.file.at(found.path);
    },
    keyAt: (path) => {
      const found = source(path);
      return found.file.keyAt(found.path);
    },
    isBlank: (path) => {
      const found = source(path);
      return found.file.isBlank(found.path);
    },
  };
}

/** The entries of a map, in order. */
export function entriesOf(layer: Layer): ReadonlyMap<string, Layer> {
  return new Map(Object.keys(record(layer.data)).map((key) => [key, partOf(layer, key)]));
}

/** The items of a list. */
export function itemsOf(layer: Layer): readonly Layer[] {
  return list(layer.data).map((_item, index) => partOf(layer, index));
}

/** A map of these entries; what is missing in it is missed where the other layer stands. */
export function withEntries({ origin }: Layer, entries: ReadonlyMap<string, Layer>): Layer {
  return {
    data: Object.fromEntries([...entries].map(([key, { data }]) => [key, data])),
    origin: { ...origin, parts: new Map([...entries].map(([key, part]) => [key, part.origin])) },
  };
}

/** A list of these items. */
export function withItems({ origin }: Layer, items: readonly Layer[]): Layer {
  return {
    data: items.map(({ data }) => data),
    origin: { ...origin, parts: new Map(items.map((item, index) => [index, item.origin])) },
  };
}

/** A map without some of its entries. */
export function without(layer: Layer, keys: readonly string[]): Layer {
  const kept = [...entriesOf(layer)].filter(([key]) => !keys.includes(key));
  return withEntries(layer, new Map(kept));
}

function partOf({ data, origin }: Layer, key: string | number): Layer {
  const part = origin.parts?.get(key) ?? { file: origin.file, path: [...origin.path, key] };
  return { data: (data as Readonly<Record<string | number, unknown>>)[key], origin: part };
}
