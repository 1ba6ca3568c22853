/**
 * The contrast of two colours, 1 (the same) to 21 (black on white), by their relative luminance.
 *
 * Source: Web Content Accessibility Guidelines 2.2 (W3C, 2023), "contrast ratio" and "relative luminance"; they ask for
 * 4.5 between text and its ground (1.4.3) and for 3 between shapes and theirs (1.4.11).
 *
 * @param one   `#rrggbb`
 * @param other `#rrggbb`
 */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Lays one colour over another: `share` 0 leaves the lower one, 1 shows only the upper one. */
export function mixed(lower: string, upper: string, share: number): string {
  const above = channels(upper);
  const parts = channels(lower).map((value, index) =>
    Math.round(value + ((above[index] ?? 0) - value) * share),
  );
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour nearest to the one wanted that stands out from its ground, on the way to black or white in hundredths.
 *
 * @param least the contrast it must have; black on white has 21
 */
export function readable(colour: string, ground: string, least: number): string {
  const end = luminance(ground) > 0.18 ? '#000000' : '#ffffff';
  for (let step = 0; step < 100; step += 1) {
    const candidate = mixed(colour, end, step / 100);
    if (contrast(candidate, ground) >= least) return candidate;
  }
  return end;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
