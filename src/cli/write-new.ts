import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tameLine } from '../shared/tame.ts';
import type { Call } from './call.ts';
import { Failure } from './failure.ts';
import { isFolder, readText } from './files.ts';
import { write } from './io.ts';
import type { ForceOptions } from './refuse-foreign.ts';
import type { Words } from './words/words.ts';
import { writeWhole } from './write-whole.ts';

/** A file to be written that was not there before. */
export type NewText = {
  readonly name: string;
  readonly text: string;
  /** The schema that its first line names, and that lies beside it. */
  readonly schema: { readonly name: string; readonly text: string };
};

/** Where a new file goes: where it was said; in a folder, or where nothing was said, by its usual name. */
export function fileOrInFolder(wanted: string | undefined, usual: string, cwd: string): string {
  if (wanted === undefined) return usual;
  const isInFolder = /[/\\]$/.test(wanted) || isFolder(resolve(cwd, wanted));
  return isInFolder ? join(wanted, usual) : wanted;
}

/** Stops before anything is written over. */
export function refuseThere(name: string, cwd: string, { force = false }: ForceOptions): void {
  if (!force && existsSync(resolve(cwd, name))) throw new Failure('already-there', { file: name });
}

/**
 * Writes a new file, and its schema, which is renewed where an older one of the same name for itself (`$id`) lies there;
 * says what was written and how to go on.
 */
export async function writeNew(
  { name, text, schema }: NewText,
  next: (words: Words['fresh']) => readonly string[],
  options: ForceOptions,
  { io, words }: Call,
): Promise<void> {
  refuseThere(name, io.cwd, options);
  const beside = { ...schema, name: join(dirname(name), schema.name) };
  // The schema first: a file that is there is there with all it names.
  const files = [
    ...(isCurrent(resolve(io.cwd, beside.name), beside) ? [] : [beside]),
    { name, text },
  ];
  for (const file of files) writeWhole(resolve(io.cwd, file.name), file.name, file.text);
  const lines = [
    ...files.map((file) => tameLine(words.written(file.name))).reverse(),
    '',
    ...next(words.fresh),
  ];
  await write(io.stderr, `${lines.join('\n')}\n`);
}

// What somebody else put there under its name is theirs.
function isCurrent(
  path: string,
  { name, text }: { readonly name: string; readonly text: string },
): boolean {
  if (!existsSync(path)) return false;
  const there = readText(path, name);
  return there === text || idOf(there) !== idOf(text);
}

function idOf(schema: string): unknown {
  try {
    const { $id } = JSON.parse(schema) as { readonly $id?: unknown };
    return $id ?? null;
  } catch {
    return null;
  }
}
