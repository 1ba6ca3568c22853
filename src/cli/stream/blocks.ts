/** Whole lines of a stream, with the number of the first; or the place of one that is too long to be kept. */
export type Block =
  | { readonly kind: 'lines'; readonly bytes: Uint8Array<ArrayBuffer>; readonly firstLine: number }
  | { readonly kind: 'too-long'; readonly firstLine: number };

export type Sizes = {
  /** Bytes of a block: as many lines as fit, and one at least. */
  readonly block: number;
  /** Bytes of the longest line that is kept. */
  readonly line: number;
};

/** What serves a pipeline well: one block keeps a thread busy for some milliseconds. */
export const usualSizes: Sizes = { block: 1 << 17, line: 1 << 20 };

const newline = 10;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Cuts a stream into blocks at the ends of lines. Never holds more than a block and a line.
 *
 * @param take a buffer of at least so many bytes, with nothing of worth in it
 */
export async function* blocksOf(
  chunks: AsyncIterable<Uint8Array | string>,
  sizes: Sizes,
  firstLine: number,
  take: (bytes: number) => Uint8Array<ArrayBuffer>,
): AsyncGenerator<Block> {
  let bytes = take(sizes.block);
  let used = 0;
  let line = firstLine;
  let isSkipping = false;
  let isFirst = true;
  const block = (end: number): Block => {
    const whole = bytes.subarray(0, end);
    const from = isFirst && byteOrderMark.every((byte, index) => whole[index] === byte) ? 3 : 0;
    isFirst = false;
    const made = { kind: 'lines', bytes: whole.subarray(from), firstLine: line } as const;
    line += newlinesIn(made.bytes);
    return made;
  };

  for await (const chunk of chunks) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    while (rest.length > 0) {
      if (isSkipping) {
        const end = rest.indexOf(newline);
        if (end < 0) break;
        rest = rest.subarray(end + 1);
        isSkipping = false;
        line += 1;
        continue;
      }
      const part = rest.subarray(0, bytes.length - used);
      bytes.set(part, used);
      used += part.length;
      rest = rest.subarray(part.length);
      if (used < bytes.length) break;
      const end = bytes.lastIndexOf(newline) + 1;
      if (end > 0) {
        const left = bytes.subarray(end);
        const next = take(Math.max(sizes.block, left.length + 1));
        next.set(left);
        // Whoever takes the block may take its buffer away.
        used = left.length;
        yield block(end);
        bytes = next;
      } else if (used > sizes.line) {
        isFirst = false;
        yield { kind: 'too-long', firstLine: line };
        used = 0;
        isSkipping = true;
      } else {
        const larger = take(Math.min(2 * bytes.length, sizes.line + 1));
        larger.set(bytes);
        bytes = larger;
      }
    }
  }
  if (used > 0) yield block(used);
}

function newlinesIn(bytes: Uint8Array<ArrayBuffer>): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = buffer.indexOf(newline); at >= 0; at = buffer.indexOf(newline, at + 1)) count += 1;
  return count;
}
