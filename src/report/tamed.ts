import { tame } from '../shared/tame.ts';

/** A view with every text in it harmless to show: an answers file, a questionnaire, a stored assessment may have brought it. */
export function tamed<Value>(value: Value): Value {
  if (typeof value === 'string') return tame(value) as Value;
  if (Array.isArray(value)) return value.map(tamed) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, tamed(part)]),
  ) as Value;
}
