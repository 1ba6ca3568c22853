/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const isWritten =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return isWritten && daysLater(text, 0) === text;
}

/** The day so many days later; negative counts back. */
export function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day so many months earlier; where that month is shorter, its last day. */
export function monthsEarlier(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const then = Date.UTC(year, month - 1 - months, Math.min(date, last));
  return new Date(then).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** A day in words: "20. November 2026", "20 November 2026". */
export function dayInWords(day: Day, language: string): string {
  return dayIn('long', day, language);
}

/** A day as short as it goes without doubt: "20.11.2026", "20 Nov 2026". */
export function dayInShort(day: Day, language: string): string {
  return dayIn('medium', day, language);
}

function dayIn(dateStyle: 'long' | 'medium', day: Day, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/**
 * A moment (ISO 8601, with its offset) as it reads in UTC, so that moments compare as texts. A day stays as it is, and
 * comes before all moments of it.
 */
export function inUtc(moment: string): string {
  if (!moment.includes('T')) return moment;
  const [, day = '', time = '', rest = '', sign = '+', hours = '0', minutes = '0'] =
    /^(.{10})T(\d\d:\d\d)([^Z+-]*)(?:Z|([+-])(\d\d):?(\d\d))$/.exec(moment) ?? [];
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const total = hour * 60 + minute - offset;
  const within = ((total % 1440) + 1440) % 1440;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const shifted = daysLater(day, Math.floor(total / 1440));
  return `${shifted}T${two(within / 60)}:${two(within % 60)}${rest}`;
}
