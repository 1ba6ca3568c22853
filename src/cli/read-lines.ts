import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A stream line by line, as somebody asks for one; null when there are no more. */
export function linesOf(input: Readable): {
  readonly next: () => Promise<string | null>;
  readonly close: () => void;
} {
  const reading = createInterface({ input, terminal: false });
  const lines = reading[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { value, done } = await lines.next();
      return done ? null : value;
    },
    close: () => reading.close(),
  };
}
