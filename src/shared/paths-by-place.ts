import { type Path, type Place, spotOf } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';

/** The paths of everything that begins at a place, the outermost first. */
export type PathsByPlace = (at: Place) => readonly Path[];

/** Turns a file's places around: from line and column to what stands there. */
export function pathsByPlace(file: YamlFile): PathsByPlace {
  const found = new Map<string, Path[]>();
  const note = (at: Place, path: Path) => {
    const here = found.get(spotOf(at)) ?? [];
    found.set(spotOf(at), [...here, path]);
  };
  const walk = (value: unknown, path: Path): void => {
    if (value === null || typeof value !== 'object') return;
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const below = [...path, isList ? Number(key) : key];
      note(file.at(below), below);
      if (!isList) note(file.keyAt(below), below);
      walk((value as Readonly<Record<string, unknown>>)[key], below);
    }
  };
  walk(file.data, []);
  return (at) => found.get(spotOf(at)) ?? [];
}
