/** What stands otherwise: the words that are there once, and those that take their place. */
export type Change = readonly [from: string, to: string];

/** A text with some of its words replaced; throws when they are not there, or not there once. */
export function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, [from, to]) => {
    const found = before.split(from).length - 1;
    if (found !== 1) throw new Error(`"${from}" stands ${found} times in the text, not once`);
    return before.replace(from, () => to);
  }, text);
}

/** Marks, in a text for a test, the place a problem is expected at. */
export const mark = '▸';

/** Takes the marks out of a text and says where they stood, in reading order. */
export function marked(text: string): {
  readonly text: string;
  readonly places: readonly { readonly line: number; readonly column: number }[];
} {
  const [first = '', ...rest] = text.split(mark);
  const places = [];
  let before = first;
  for (const part of rest) {
    const lines = before.split('\n');
    places.push({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
    before += part;
  }
  return { text: before, places };
}
