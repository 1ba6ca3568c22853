import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from './failure.ts';
import { byteOrderMark, codeOf, statOf } from './files.ts';

/**
 * Writes a file whole or not at all: into a file beside it that then takes its place.
 *
 * @param mark whether it begins with a byte order mark, as some editors want it
 */
export function writeWhole(
  path: string,
  name: string,
  data: string | Uint8Array,
  mark = false,
): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const bytes = typeof data === 'string' ? data : Buffer.from(data);
    const whole = mark ? `${byteOrderMark}${bytes}` : bytes;
    // A device or a pipe is written to; only a file can be replaced by another.
    if (statOf(path)?.isFile() === false) writeFileSync(path, whole);
    else writeFileAtomic.sync(path, whole);
  } catch (error) {
    throw writeFailure(error, name);
  }
}

/** What is thrown when something could not be written: a failure of the machine, or the mistake of ours it is. */
export function writeFailure(error: unknown, file: string): unknown {
  const reason = codeOf(error);
  return reason === null ? error : new Failure('cannot-write', { file, reason });
}
