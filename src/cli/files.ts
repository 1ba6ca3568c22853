import { existsSync, mkdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';

/** A file's text with the name it has in messages. */
export type Text = { readonly name: string; readonly text: string };

/** Reads a file named on the command line; `-` is standard input. */
export async function readInput(name: string, io: Io): Promise<Text> {
  if (name === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
    return { name: '<stdin>', text: decoded(Buffer.concat(chunks)) };
  }
  return { name, text: readText(resolve(io.cwd, name), name) };
}

/**
 * Reads a text file.
 *
 * @param name what it is called in messages
 * @throws Failure when there is none or it cannot be read
 */
export function readText(path: string, name: string): string {
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    throw readFailure(error, name);
  }
}

/** Writes a file whole or not at all: into a file beside it that then takes its place. */
export function writeWhole(path: string, name: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, text);
  } catch (error) {
    const reason = codeOf(error);
    throw reason === null ? error : new Failure('cannot-write', { file: name, reason });
  }
}

/** A bare word is a file if it exists or ends like one. */
export function looksLikeFile(word: string, cwd: string): boolean {
  return word === '-' || /\.(ya?ml|json)$/i.test(word) || existsSync(resolve(cwd, word));
}

/** Whether something is a folder. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Whether two paths are the same file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statOf(a), statOf(b)];
  return one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
}

// Below a file there is nothing, as there is nothing at a name nobody gave.
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return null;
    throw error;
  }
}

function decoded(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

// What has no code is no failure of the machine but a mistake of ours, and keeps its stack trace.
function readFailure(error: unknown, file: string): unknown {
  const reason = codeOf(error);
  switch (reason) {
    case null:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('no-such-file', { file });
    case 'EISDIR':
      return new Failure('is-a-folder', { file });
    default:
      return new Failure('cannot-read', { file, reason });
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
