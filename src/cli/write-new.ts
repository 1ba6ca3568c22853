import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Call } from './call.ts';
import { Failure } from './failure.ts';
import { writeWhole } from './files.ts';
import { write } from './io.ts';
import type { Words } from './words/words.ts';

/** A file to be written that was not there before. */
export type NewText = {
  readonly name: string;
  readonly text: string;
  /** The schema that its first line names, and that lies beside it. */
  readonly schema: { readonly name: string; readonly text: string };
};

/** Stops before anything is written over. */
export function refuseThere(name: string, cwd: string): void {
  if (existsSync(resolve(cwd, name))) throw new Failure('already-there', { file: name });
}

/** Writes a new file, and its schema unless there is one; says what was written and how to go on. */
export async function writeNew(
  { name, text, schema }: NewText,
  next: (words: Words['fresh']) => readonly string[],
  { io, words }: Call,
): Promise<void> {
  refuseThere(name, io.cwd);
  const beside = { ...schema, name: join(dirname(name), schema.name) };
  // The schema first: a file that is there is there with all it names.
  const files = [...(existsSync(resolve(io.cwd, beside.name)) ? [] : [beside]), { name, text }];
  for (const file of files) writeWhole(resolve(io.cwd, file.name), file.name, file.text);
  const lines = [
    ...files.map((file) => words.written(file.name)).reverse(),
    '',
    ...next(words.fresh),
  ];
  await write(io.stderr, `${lines.join('\n')}\n`);
}
