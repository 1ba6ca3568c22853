import type * as z from 'zod';
import { checkShape, valueAt } from './check-shape.ts';
import { pathsByPlace } from './paths-by-place.ts';
import type { Path, Problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';

/** A file as it was probably meant, and the slips it would then be without. */
export type AsMeant = { readonly file: YamlFile; readonly slips: readonly Problem[] };

// A key in its right name shows what is below it, where more can be misspelt.
const rounds = 8;

/**
 * Reads misspelt keys and words as the names that were probably meant, so that nothing else need be told that only
 * follows from them. Every part keeps its place.
 *
 * @returns the file itself where nothing is misspelt
 */
export function asMeant(schema: z.ZodType, file: YamlFile): AsMeant {
  let current = file;
  const slips: Problem[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const shape = checkShape(schema, current);
    const found = shape.ok ? [] : slipsIn(shape.problems, current);
    if (found.length === 0) break;
    for (const { told } of found) slips.push(told);
    current = corrected(current, found);
  }
  return { file: current, slips };
}

/** What is misspelt at a path: the key it ends in, or the word that stands there. */
type Slip = {
  readonly told: Problem;
  readonly path: Path;
  readonly kind: 'key' | 'word';
  readonly meant: string;
};

function slipsIn(problems: readonly Problem[], file: YamlFile): readonly Slip[] {
  const misspelt = problems.filter(
    ({ code, facts }) =>
      (code === 'unknown-key' || code === 'not-one-of') && facts.nearest !== null,
  );
  if (misspelt.length === 0) return [];
  const paths = pathsByPlace(file);
  const taken = new Set<string>();
  return misspelt.flatMap((told): readonly Slip[] => {
    if (told.code !== 'unknown-key' && told.code !== 'not-one-of') return [];
    const meant = told.facts.nearest ?? '';
    const here = paths(told.at);
    if (told.code === 'not-one-of') {
      const { value } = told.facts;
      const path = here.findLast((one) => valueAt(file.data, one) === value);
      return path ? [{ told, path, kind: 'word', meant }] : [];
    }
    const { key } = told.facts;
    const path = here.findLast((one) => one.at(-1) === key);
    if (!path) return [];
    // Two keys cannot both become one.
    const name = [...path.slice(0, -1), meant];
    const isFree = valueAt(file.data, name) === undefined && !taken.has(name.join('/'));
    taken.add(name.join('/'));
    return isFree ? [{ told, path, kind: 'key', meant }] : [];
  });
}

function corrected(file: YamlFile, slips: readonly Slip[]): YamlFile {
  const byPath = new Map(slips.map((slip) => [slip.path.join('/'), slip]));
  const written = new WeakMap<object, ReadonlyMap<string, string>>();
  const copy = (value: unknown, path: Path): unknown => {
    const slip = byPath.get(path.join('/'));
    if (slip?.kind === 'word') return slip.meant;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    const names = new Map<string, string>();
    const entries = Object.entries(value).map(([key, part]) => {
      const below = [...path, key];
      const misspelt = byPath.get(below.join('/'));
      const name = misspelt?.kind === 'key' ? misspelt.meant : key;
      names.set(name, key);
      return [name, copy(part, below)];
    });
    const map = Object.fromEntries(entries) as object;
    written.set(map, names);
    return map;
  };
  const data = copy(file.data, []);
  const source = (path: Path): Path => {
    let node: unknown = data;
    return path.map((key) => {
      const names = node !== null && typeof node === 'object' ? written.get(node) : undefined;
      node = (node as Readonly<Record<string | number, unknown>> | undefined)?.[key];
      return names?.get(String(key)) ?? key;
    });
  };
  return {
    ...file,
    data,
    at: (path) => file.at(source(path)),
    keyAt: (path) => file.keyAt(source(path)),
    isBlank: (path) => file.isBlank(source(path)),
  };
}
