import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem, type ReferredThing } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { list, nodeAt, record } from './outline.ts';

/** The ids there are, of each kind. */
export type Known = Readonly<Record<ReferredThing, readonly string[]>>;

/** Ways to hold what stands at a path against what there is. */
export type Referrer = {
  readonly one: (what: ReferredThing, path: Path) => readonly Problem[];
  readonly each: (what: ReferredThing, path: Path) => readonly Problem[];
  readonly keys: (what: ReferredThing, path: Path) => readonly Problem[];
  /** The paths of a list's entries. */
  readonly listed: (path: Path) => readonly Path[];
};

/** Holds the ids of a file against what is known. */
export function referrer(file: YamlFile, known: Known): Referrer {
  const listed = (path: Path) =>
    list(nodeAt(file.data, path)).map((_entry, index) => [...path, index]);
  const stranger = (what: ReferredThing, id: string, at: Problem['at']) =>
    known[what].includes(id)
      ? []
      : [problem('unknown-id', at, { what, id, nearest: nearest(id, known[what]) })];
  const one = (what: ReferredThing, path: Path) => {
    const id = nodeAt(file.data, path);
    return typeof id === 'string' ? stranger(what, id, file.at(path)) : [];
  };
  return {
    one,
    each: (what, path) => listed(path).flatMap((entry) => one(what, entry)),
    keys: (what, path) =>
      Object.keys(record(nodeAt(file.data, path))).flatMap((id) =>
        stranger(what, id, file.keyAt([...path, id])),
      ),
    listed,
  };
}
