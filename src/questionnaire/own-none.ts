type Option = { readonly exclusive: boolean; readonly points?: number };

/**
 * Whether one of several options says "none of these" in the questionnaire's own words, so that nothing else need offer
 * it: one that can only be chosen alone, unless it is worth the most, as "all of these" would be.
 */
export function hasOwnNone({ options }: { readonly options: readonly Option[] }): boolean {
  return options.some((option) => option.exclusive && !isWorthMost(option, options));
}

function isWorthMost(option: Option, all: readonly Option[]): boolean {
  const { points = 0 } = option;
  return points > 0 && all.every((other) => other === option || (other.points ?? 0) < points);
}
