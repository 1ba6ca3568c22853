/**
 * The words of a line as a shell would take them, up to its end; quotation marks and backslashes are taken off, and
 * nothing is ever expanded. The last is the word being typed, empty after a space.
 */
export function wordsIn(line: string): readonly Word[] {
  const words: Word[] = [];
  let word = '';
  let start = 0;
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const sign = line[index] as string;
    if (sign === '\\' && quote !== "'") {
      word += line[index + 1] ?? '';
      index += 1;
    } else if (quote !== '') {
      if (sign === quote) quote = '';
      else word += sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (/\s/.test(sign)) {
      if (index > start) words.push({ text: word, raw: line.slice(start, index) });
      word = '';
      start = index + 1;
    } else word += sign;
  }
  return [...words, { text: word, raw: line.slice(start) }];
}

/** A word of a line, and how it is written there. */
export type Word = { readonly text: string; readonly raw: string };
