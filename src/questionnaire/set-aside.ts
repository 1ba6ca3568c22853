import type { Edit } from '../shared/edit-data.ts';
import { isPlainMap } from '../shared/yaml-text.ts';
import { nodeAt, record } from './outline.ts';

/** Takes an entry out of a file of answers and keeps it among what is nobody's to read. */
export function setAside(
  data: unknown,
  section: string,
  id: string,
  version: string,
): readonly Edit[] {
  return [kept(data, section, id, version), { path: [section, id], value: undefined }];
}

/**
 * Keeps a copy of an entry below `x-carried`, by the edition that was answered.
 *
 * Whatever stands there already is left alone: the copy takes the next name that is free.
 */
export function kept(data: unknown, section: string, id: string, version: string): Edit {
  const shelf = firstFree('x-carried', (name) => {
    const way = [[name], [name, version], [name, version, section]];
    return way.every((path) => isPlainMap(nodeAt(data, path) ?? {}));
  });
  const there = record(nodeAt(data, [shelf, version, section]));
  const name = firstFree(id, (candidate) => !Object.hasOwn(there, candidate));
  return { path: [shelf, version, section, name], value: nodeAt(data, [section, id]) };
}

function firstFree(name: string, isFree: (candidate: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (isFree(candidate)) return candidate;
  }
}
