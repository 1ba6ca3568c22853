import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure.ts';
import { codeOf, statOf } from './files.ts';
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
  const before = force ? null : statOf(path);
  if (!before?.isFile() || before.size === 0) return;
  const there = before.size > mostOfOurs ? null : textAt(path);
  const wanted = Buffer.from(data).toString('utf8');
  const isOurs =
    there !== null && (there.trim() === '' || there === wanted || isAlike(there, wanted));
  if (!isOurs) throw new Failure('not-ours', { file: target });
}

// More bytes than anything of ours has; what is larger need not be looked at.
const mostOfOurs = 100_000_000;

// What may be written but not read is nobody's to replace.
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
  return isCheck(there) || marks.some((mark) => mark.test(there));
}

// By which results can be told from what people write. A test holds every output against them.
const marks: readonly RegExp[] = [
  /^(?:.*\n){0,12}<meta name="generator" content="five-hurdles/,
  /^<svg [^>]*data-generator="five-hurdles"/,
  /^<\?xml [^>]*>\s*<testsuites name="hurdles check"/,
  /^%PDF-[\s\S]*\/Creator \(five-hurdles /,
  /^\ufeff?"company"[;,]"use"[;,]"date"[;,]"questionnaire"[;,]/,
  // In Markdown the second line of what was judged, of a plan, or the last line but what a brand adds.
  /^\ufeff?# .*\n\n(?:Bericht|Report|Vergleich|Comparison|Vorhaben im Vergleich|AI uses side by side) · .*, (?:Fassung|version) \d+\.\d+\.\d+(?: · |\n)/,
  /^\ufeff?# Plan(?:: .*)?\n\n.*, (?:Fassung|version) \d+\.\d+\.\d+(?: · |\n)/,
  /\n---\n\n(?:.* · )?(?:Fragebogen „|Questionnaire “).*, (?:Fassung|version) \d+\.\d+\.\d+.*(?:\n\n.+){0,2}\s*$/,
];

// A sign for each file, and at the end how they stand.
function isCheck(there: string): boolean {
  if (!/^[✓■] \S/.test(there)) return false;
  const text = there.trimEnd();
  return /erlangt|ließ(?:en)? sich nicht prüfen|demanded|could not be checked/.test(
    text.slice(text.lastIndexOf('\n\n')),
  );
}
