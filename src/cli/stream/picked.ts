/** The ways to fields, key by key. */
export type Fields = readonly (readonly string[])[];

/** A value with the fields that are asked for, in its own order; with null all of it. */
export function picked(value: unknown, fields: Fields | null): unknown {
  if (fields === null || fields.some((way) => way.length === 0)) return value;
  if (Array.isArray(value)) return value.map((part) => picked(part, fields));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const below = fields.flatMap(([first, ...rest]) => (first === key ? [rest] : []));
      return below.length === 0 ? [] : [[key, picked(part, below)]];
    }),
  );
}
