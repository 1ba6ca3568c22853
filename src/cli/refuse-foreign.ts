import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure.ts';
import { codeOf, isFile } from './files.ts';
import type { Io } from './io.ts';

export type ForceOptions = {
  /** Whether a file that is there may be written over, whatever it is. */
  readonly force?: boolean;
};

/**
 * Stops before a file is written over that this program did not make: what looks like an earlier result of the same
 * kind is replaced, an empty file filled, anything else is somebody's work.
 *
 * @param data what is to be written
 */
export function refuseForeign(
  target: string,
  data: string | Uint8Array,
  { force = false }: ForceOptions,
  { cwd }: Pick<Io, 'cwd'>,
): void {
  const path = resolve(cwd, target);
  if (force || !isFile(path)) return;
  const there = textAt(path);
  if (there === null || there.trim() === '') return;
  const wanted = Buffer.from(data).toString('utf8');
  if (there !== wanted && !isAlike(there, wanted)) throw new Failure('not-ours', { file: target });
}

// What cannot be read is told by whoever writes it.
function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

// Of data the format they name must be the same: a stored assessment is not to be lost to a comparison.
function isAlike(there: string, wanted: string): boolean {
  const format = /^\{[^{}]*?"format": ?"([a-z-]+)\/\d+"/;
  const [told, tells] = [there, wanted].map((text) => format.exec(text)?.[1]);
  if (told !== undefined || tells !== undefined) return told === tells;
  return marks.some((mark) => mark.test(there));
}

// By which results can be told from what people write. A test holds every output against them.
const marks: readonly RegExp[] = [
  /^(?:.*\n){0,12}<meta name="generator" content="five-hurdles/,
  /^<svg [^>]*data-generator="five-hurdles"/,
  /^<\?xml [^>]*>\s*<testsuites name="hurdles check"/,
  /^%PDF-[\s\S]*\/Creator \(five-hurdles /,
  /^\ufeff?"company"[;,]"use"[;,]"date"[;,]"questionnaire"[;,]/,
  // A check as a text.
  /^[✓■] \S/u,
  // The second line of what is told in Markdown, or the last one.
  /^\ufeff?# .*\n\n.*(?:\n\n.*)?\b(?:Fassung|version) \d+\.\d+\.\d+/i,
  /\n---\n\n.*\b(?:Fassung|version) \d+\.\d+\.\d+.*\s*$/i,
];
