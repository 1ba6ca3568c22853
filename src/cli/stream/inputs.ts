import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { readFailure } from '../files.ts';
import type { Io } from '../io.ts';
import { blocksOf, type Sizes } from './blocks.ts';
import type { Work } from './judge-block.ts';

/** Whether an input holds a sheet on each line; any other file is a sheet. */
export function isLines(name: string): boolean {
  return name === '-' || /\.(ndjson|jsonl)$/i.test(name);
}

/**
 * The inputs that are named, cut into parts of the work; `-` is standard input.
 *
 * @throws Failure when there is no such file, or it cannot be read
 */
export async function* partsOf(
  names: readonly string[],
  sizes: Sizes,
  firstLine: number,
  take: (bytes: number) => Uint8Array<ArrayBuffer>,
  io: Io,
): AsyncGenerator<Work> {
  for (const [index, input] of names.entries()) {
    const name = input === '-' ? '<stdin>' : input;
    const isOnly = names.length === 1 && isLines(input);
    const file = isOnly ? null : name;
    const stream =
      input === '-'
        ? io.stdin
        : createReadStream(resolve(io.cwd, input), { highWaterMark: 1 << 18 });
    try {
      if (isLines(input)) {
        for await (const block of blocksOf(stream, sizes, index === 0 ? firstLine : 1, take)) {
          yield { ...block, name, file };
        }
      } else {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const whole = Buffer.concat(chunks);
        const bytes = new Uint8Array(whole);
        yield { kind: 'file', bytes, name, file };
      }
    } catch (error) {
      throw readFailure(error, name);
    }
  }
}
