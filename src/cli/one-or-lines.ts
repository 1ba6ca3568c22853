import { Failure } from './failure.ts';
import { expandInputs, mostInputs } from './inputs.ts';
import type { Io } from './io.ts';
import { jsonLine, jsonText } from './json-text.ts';
import { loopOver } from './shell-words.ts';

/** How a command prints data: one object, or a line for each of its inputs. */
export type JsonOptions = { readonly json?: boolean; readonly ndjson?: boolean };

/**
 * The inputs of a command that tells of one company at a time, and with `--ndjson` of any number.
 *
 * @param command how it is called, up to where the file stands
 * @param rest    what stands behind the file, as a shell takes it
 * @throws Failure for several without `--ndjson`
 */
export async function oneOrLines(
  words: readonly string[],
  { json, ndjson }: JsonOptions,
  command: string,
  io: Io,
  rest: readonly string[] = [],
): Promise<readonly string[]> {
  if (json && ndjson) throw new Failure('json-and-ndjson', {});
  const files = await expandInputs(words, io, ndjson ? Number.POSITIVE_INFINITY : mostInputs);
  const count = files.length;
  if (count < 2 || ndjson) return files;
  if (json) throw new Failure('json-of-several', { count });
  const loop = loopOver(words, command, rest);
  throw new Failure('one-at-a-time', { count, loop, ndjson: true });
}

/** A value as the data of its input: with `--ndjson` on a line, with `--json` on many; null where neither is asked for. */
export function asData(value: () => unknown, { json, ndjson }: JsonOptions): string | null {
  if (ndjson) return jsonLine(value());
  return json ? jsonText(value()) : null;
}
