import * as z from 'zod';
import { Failure } from './failure.ts';

const Day = z.iso.date();

/** A day given on the command line, checked; undefined when none was given. */
export function checkDay(day: string | undefined): string | undefined {
  if (day === undefined || Day.safeParse(day).success) return day;
  throw new Failure('bad-day', { value: day });
}
