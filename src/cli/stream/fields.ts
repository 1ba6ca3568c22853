import type * as z from 'zod';
import { nearest } from '../../shared/nearest.ts';
import type { Path } from '../../shared/problem.ts';
import { keysAt, kindsAt } from '../../shared/walk-schema.ts';
import { Failure } from '../failure.ts';

/** The ways to fields, key by key. */
export type Fields = readonly (readonly string[])[];

/**
 * Reads which fields are asked for: `subject.name,overall.level,hurdles.ID.level`.
 *
 * @param schema of what they are fields of
 * @param ids    what can stand in a map, asked only where a field lies in one
 * @throws Failure for a field that there is none of, with the nearest
 */
export function fieldsIn(
  given: string,
  schema: z.ZodType,
  ids: (map: string) => readonly string[],
): Fields {
  return given.split(',').map((field) => {
    const way: string[] = [];
    let at: Path = [];
    for (const step of field.trim().split('.')) {
      // Of every entry of a list.
      if (kindsAt(schema, at).includes('array')) at = [...at, 0];
      const isMap = kindsAt(schema, at).includes('record');
      const known = isMap ? ids(way.join('.')) : keysAt(schema, at);
      if (!known.includes(step)) {
        const meant = nearest(step, known);
        const whole = (key: string) => [...way, key].join('.');
        throw new Failure('unknown-field', {
          field: field.trim(),
          nearest: meant === null ? null : whole(meant),
          known: known.map(whole),
        });
      }
      way.push(step);
      at = [...at, step];
    }
    return way;
  });
}

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
