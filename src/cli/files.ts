import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { problem } from '../shared/problem.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import type { Io } from './io.ts';

/** A file's text with the name it has in messages. */
export type Text = { readonly name: string; readonly text: string };

/** Reads a file named on the command line; `-` is standard input. */
export async function readInput(name: string, io: Io): Promise<Text> {
  if (name === '-') {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of io.stdin) {
        chunks.push(Buffer.from(chunk));
        size += chunk.length;
        if (size > mostBytes) break;
      }
    } catch (error) {
      throw readFailure(error, '<stdin>');
    }
    if (size > mostBytes) throw tooManyBytes('<stdin>');
    return { name: '<stdin>', text: decoded(Buffer.concat(chunks), '<stdin>') };
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
  let bytes: Buffer;
  try {
    bytes = firstBytes(path, mostBytes + 1);
  } catch (error) {
    throw readFailure(error, name);
  }
  if (bytes.length > mostBytes) throw tooManyBytes(name);
  return decoded(bytes, name);
}

/** What is read of a file at most, in bytes: the characters that one may have weigh no more. */
export const mostBytes = 8_000_000;

// A device or a pipe says nothing of its size, and may never end.
function firstBytes(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const chunks: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(left, Math.max(size + 1, 1 << 16)));
      const count = readSync(file, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      left -= count;
    }
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

function tooManyBytes(name: string): FileProblems {
  const at = { file: name, line: 1, column: 1 };
  return new FileProblems([problem('too-many-bytes', at, { limit: mostBytes })]);
}

/** A bare word is a file if it exists or ends like one. */
export function looksLikeFile(word: string, cwd: string): boolean {
  return word === '-' || /\.(ya?ml|json)$/i.test(word) || existsSync(resolve(cwd, word));
}

/** Whether something is a folder. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Whether there is a file, and no device or folder. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** Whether a path leads, links followed, to a file in a folder or below it. */
export function isFileWithin(folder: string, path: string): boolean {
  return isFile(path) && isWithin(folder, path);
}

/** Whether what is there at a path is, links followed, a folder itself or lies in it or below. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return !/^\.\.(?:[/\\]|$)/.test(way) && !isAbsolute(way);
}

/** Whether two paths are the same file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statOf(a), statOf(b)];
  return one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
}

/** What there is at a path, or null; what cannot be looked at is told by whoever then reads or writes it. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

/** What some editors begin a file with. */
export const byteOrderMark = '\ufeff';

/** Whether a file begins with a byte order mark; a pipe, read once, does not say so again. */
export function hasMark(path: string): boolean {
  return isFile(path) && readFileSync(path).subarray(0, 3).equals(Buffer.from(byteOrderMark));
}

// Letters that are no UTF-8 would be lost, and saved as lost.
function decoded(bytes: Buffer, name: string): string {
  if (!isUtf8(bytes)) {
    throw new FileProblems([problem('not-utf8', { file: name, line: 1, column: 1 }, {})]);
  }
  const text = bytes.toString('utf8');
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/** What is thrown when something could not be read; what has no code is a mistake of ours, and keeps its stack trace. */
export function readFailure(error: unknown, file: string): unknown {
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

/** The code of what the machine refused; null for what is none of its refusals. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
