/** Steps by their numbers in a row: "1, 2 and 4". */
export function ranksInWords(
  steps: readonly { readonly rank: number }[],
  language: string,
): string {
  return new Intl.ListFormat(language).format(steps.map(({ rank }) => String(rank)));
}
