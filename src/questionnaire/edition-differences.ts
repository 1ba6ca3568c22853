import { isPlainMap } from '../shared/yaml-text.ts';

/** What has ids and can be added to, whatever the order: questions, options, gates. */
export type Parts = {
  readonly parts: ReadonlyMap<string, unknown>;
  /** Whether each of them is spoken of by its own id, not as a part of something. */
  readonly named: boolean;
};

/** Something that another edition has otherwise: it came, or it went or changed. */
type Difference = { readonly kind: 'added' | 'changed'; readonly id: string };

/**
 * Compares two trees of plain data and `Parts`.
 *
 * A part that came is told as added, whatever else differs as changed; maps and lists must be equal.
 *
 * @param id what is spoken of where no part around it has an id of its own
 */
export function differences(old: unknown, now: unknown, id: string): readonly Difference[] {
  if (Object.is(old, now)) return [];
  const changed = [{ kind: 'changed', id }] as const;
  if (isParts(old) && isParts(now)) return partDifferences(old, now, id);
  if (Array.isArray(old) && Array.isArray(now)) {
    return old.length === now.length
      ? old.flatMap((part, index) => differences(part, now[index], id))
      : changed;
  }
  if (!isPlainMap(old) || !isPlainMap(now)) return changed;
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((key) => differences(old[key], now[key], id === '' ? key : id));
}

function partDifferences(old: Parts, now: Parts, id: string): readonly Difference[] {
  const idOf = (key: string) => (old.named ? key : id);
  const kept = [...old.parts].flatMap(([key, part]): readonly Difference[] =>
    now.parts.has(key)
      ? differences(part, now.parts.get(key), idOf(key))
      : [{ kind: 'changed', id: idOf(key) }],
  );
  const added = [...now.parts.keys()]
    .filter((key) => !old.parts.has(key))
    .map((key) => ({ kind: 'added', id: idOf(key) }) as const);
  return [...kept, ...added];
}

function isParts(value: unknown): value is Parts {
  return isPlainMap(value) && value.parts instanceof Map;
}
