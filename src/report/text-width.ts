// In ems, of a wide bold face: whoever opens a report has another font, and rarely a wider one.
const classes: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ iljtfrI.,:;'!|()[\]-]/u, 0.43],
  [/[mwMW%@…—]/u, 1.05],
  [/\p{Lu}/u, 0.78],
  [/[\p{Ll}\p{Nd}–„“”‘’‚]/u, 0.68],
];
// Scripts whose signs are as wide as they are high, and pictures.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3fffd}]/u;

/**
 * How much room a line of text may need: an estimate that is rather too large, as nobody knows the reader's font.
 *
 * @param size of the font; the answer is in the same unit
 */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) {
    ems += wide.test(sign) ? 1.1 : (classes.find(([matches]) => matches.test(sign))?.[1] ?? 0.9);
  }
  return Math.ceil(ems * size);
}

/** A text that fits into a width: as it is, or cut with an ellipsis. */
export function fitting(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`, size) > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text in lines that fit into a width, broken between words; what is beyond the last line is cut with an ellipsis. */
export function linesOf(text: string, size: number, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(joined, size) > room) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  const shown =
    lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return shown.map((line) => fitting(line, size, room));
}
