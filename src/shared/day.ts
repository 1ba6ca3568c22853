/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;

/** The day so many days later; negative counts back. */
export function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day in words: "20. November 2026", "20 November 2026". */
export function dayInWords(day: Day, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
