/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;

/** The day so many days later; negative counts back. */
export function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
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
