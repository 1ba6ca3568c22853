import type { Change } from './migration-format.ts';

/** Every name that a question, or what became of it, had; and those it has in the end (none: it is asked no more). */
export type Lineage = { readonly names: readonly string[]; readonly finals: readonly string[] };

/**
 * Follows questions through changes.
 *
 * @returns what becomes of an id by the changes from an index on
 */
export function lineages(
  changes: readonly Pick<Change, 'of' | 'from' | 'to'>[],
): (id: string, start?: number) => Lineage {
  const leaves = new Map<string, number[]>();
  changes.forEach(({ of, from }, index) => {
    if (of !== null) return;
    for (const id of from) leaves.set(id, [...(leaves.get(id) ?? []), index]);
  });
  return (id, start = 0) => {
    const names = new Set<string>();
    const finals = new Set<string>();
    const seen = new Set<string>();
    const follow = (name: string, from: number): void => {
      if (seen.has(`${from} ${name}`)) return;
      seen.add(`${from} ${name}`);
      names.add(name);
      const next = leaves.get(name)?.find((index) => index >= from);
      if (next === undefined) finals.add(name);
      else for (const target of changes[next]?.to ?? []) follow(target, next + 1);
    };
    follow(id, start);
    return { names: [...names], finals: [...finals] };
  };
}
