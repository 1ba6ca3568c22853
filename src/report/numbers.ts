/** Formats the numbers of a report for one language; only here is anything rounded. */
export type Numbers = {
  /** No decimals: an index, a count. */
  readonly whole: (value: number) => string;
  /** At most one decimal: a value in levels, a priority. */
  readonly tenths: (value: number) => string;
  /** At most two decimals: a number in an arithmetic. */
  readonly hundredths: (value: number) => string;
  /** As it was given. */
  readonly exact: (value: number) => string;
  /** A share as a percentage, with the space the language wants. */
  readonly percent: (share: number) => string;
  /** A share as a percentage, as it was given. */
  readonly exactPercent: (share: number) => string;
  /** Person-days: "0,5–1", "2". */
  readonly effort: (effort: { readonly min: number; readonly max: number }) => string;
};

export function numbersIn(language: string): Numbers {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value: number) => formatter.format(value);
  };
  const days = format({ maximumFractionDigits: 2 });
  return {
    whole: format({ maximumFractionDigits: 0 }),
    tenths: format({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    hundredths: days,
    exact: format({ maximumFractionDigits: 12 }),
    percent: format({ style: 'percent', maximumFractionDigits: 0 }),
    exactPercent: format({ style: 'percent', maximumFractionDigits: 10 }),
    effort: ({ min, max }) => (min === max ? days(max) : `${days(min)}–${days(max)}`),
  };
}
