import type { Path } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';

/** A file without some of its parts; what is left keeps its places. */
export function pruned(file: YamlFile, parts: readonly Path[]): YamlFile {
  const gone = new Set(parts.map((path) => path.join('/')));
  const positions = new WeakMap<object, readonly number[]>();
  const copy = (value: unknown, path: Path): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (!Array.isArray(value)) {
      const entries = Object.entries(value).filter(([key]) => !gone.has([...path, key].join('/')));
      return Object.fromEntries(entries.map(([key, part]) => [key, copy(part, [...path, key])]));
    }
    const left = [...value.keys()].filter((index) => !gone.has([...path, index].join('/')));
    const list = left.map((index) => copy(value[index], [...path, index]));
    positions.set(list, left);
    return list;
  };
  const data = copy(file.data, []);
  const source = (path: Path): Path => {
    let node: unknown = data;
    return path.map((key) => {
      const own = Array.isArray(node) ? (positions.get(node)?.[Number(key)] ?? key) : key;
      node = (node as Readonly<Record<string | number, unknown>> | undefined)?.[key];
      return own;
    });
  };
  return {
    ...file,
    data,
    at: (path) => file.at(source(path)),
    keyAt: (path) => file.keyAt(source(path)),
  };
}
