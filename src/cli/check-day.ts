import { isDay } from '../shared/day.ts';
import { Failure } from './failure.ts';

/** A day given on the command line, checked; undefined when none was given. */
export function checkDay(day: string | undefined): string | undefined {
  if (day === undefined || isDay(day)) return day;
  throw new Failure('bad-day', { value: day });
}
