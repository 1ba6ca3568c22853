import type * as z from 'zod';
import { nearest } from '../../shared/nearest.ts';
import type { Path } from '../../shared/problem.ts';
import { keysAt, kindsAt } from '../../shared/walk-schema.ts';
import { allAtOnce } from '../all-at-once.ts';
import { Failure } from '../failure.ts';
import type { Fields } from './picked.ts';

/**
 * Reads which fields are asked for: `subject.name,overall.level,hurdles.ID.level`.
 *
 * @param schema of what they are fields of
 * @param ids    what can stand in a map, asked only where a field lies in one
 * @throws Failure for each field that there is none of, with the nearest
 */
export function fieldsIn(
  given: string,
  schema: z.ZodType,
  ids: (map: string) => readonly string[],
): Fields {
  const { tried, refuse } = allAtOnce();
  const ways = given.split(',').flatMap((field) => {
    const way = tried(() => wayTo(field.trim(), schema, ids));
    return way === null ? [] : [way];
  });
  refuse();
  return ways;
}

function wayTo(
  field: string,
  schema: z.ZodType,
  ids: (map: string) => readonly string[],
): readonly string[] {
  const way: string[] = [];
  let at: Path = [];
  for (const step of field.split('.')) {
    // Of every entry of a list.
    if (kindsAt(schema, at).includes('array')) at = [...at, 0];
    const isMap = kindsAt(schema, at).includes('record');
    const known = isMap ? ids(way.join('.')) : keysAt(schema, at);
    if (!known.includes(step)) {
      const meant = nearest(step, known);
      const whole = (key: string) => [...way, key].join('.');
      throw new Failure('unknown-field', {
        field,
        nearest: meant === null ? null : whole(meant),
        known: known.map(whole),
      });
    }
    way.push(step);
    at = [...at, step];
  }
  return way;
}
