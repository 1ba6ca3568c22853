import { existsSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Failure } from './failure.ts';
import { isFolder } from './files.ts';
import type { Io } from './io.ts';
import { asPattern, loopOver } from './shell-words.ts';

/**
 * What the words of a call name to be read: in their order, each once. A word that is a file is that file, whatever
 * signs are in its name; else a pattern (`*`, `**`, `?`, `[…]`, `{…,…}`) becomes the files that it fits, sorted by name.
 * A shell mostly did so before; on Windows and in the files of a CI nobody does.
 *
 * A word that is neither is returned as it is: whoever reads it says that it is missing, or knows it as an id.
 *
 * @throws Failure for a pattern that fits no file, for a folder, and for `-` (standard input) more than once
 */
export async function expandInputs(
  words: readonly string[],
  io: Io,
  most: number = mostInputs,
): Promise<readonly string[]> {
  return eachOnce(await expandInOrder(words, io, most), io);
}

/** How many files a command takes that holds all of them at once. */
export const mostInputs = 5_000;

/** The same, but what is named twice stays twice: a comparison may set a file beside itself. */
export async function expandInOrder(
  words: readonly string[],
  io: Io,
  most: number = mostInputs,
): Promise<readonly string[]> {
  refuseStdinTwice(words);
  const found: string[] = [];
  for (const word of words) for (const file of await expandWord(word, io)) found.push(file);
  const count = found.length;
  if (count > most) throw new Failure('too-many-inputs', { count, limit: most });
  return found;
}

/**
 * The one thing that a word of a call names to be read.
 *
 * @param command how the command is called that reads one at a time, up to where the file stands
 * @throws Failure also for a pattern that fits more than one file
 */
export async function expandOne(word: string, command: string, io: Io): Promise<string> {
  const [first = word, ...others] = await expandWord(word, io, false);
  if (others.length === 0) return first;
  const loop = loopOver([word], command);
  throw new Failure('one-at-a-time', { count: others.length + 1, loop, ndjson: false });
}

/** Stops where standard input is named more than once: it can be read only once. */
export function refuseStdinTwice(words: readonly string[]): void {
  if (words.filter((word) => word === '-').length > 1) throw new Failure('stdin-twice', {});
}

/** What a single word of a call names; see {@link expandInputs}. */
export async function expandWord(
  word: string,
  io: Io,
  isOneOfSeveral = true,
): Promise<readonly string[]> {
  if (word === '-') return [word];
  const there = [word, ...otherSpellings(word)].find((one) => existsSync(resolve(io.cwd, one)));
  if (there !== undefined) {
    if (!isFolder(resolve(io.cwd, there))) return [there];
    const within = { within: asPattern(join(there, '*.yaml')) };
    throw new Failure('is-a-folder', { file: word, ...(isOneOfSeveral ? within : {}) });
  }
  if (!isPattern(word)) return [word];
  const found = await filesThatFit(word, io);
  if (found.length === 0) throw new Failure('no-file-fits', { pattern: word });
  return found;
}

// An ä is one sign or two: what a Mac has packed is written otherwise than what a keyboard types.
function otherSpellings(word: string): readonly string[] {
  return [word.normalize('NFC'), word.normalize('NFD')].filter((other) => other !== word);
}

const wildcards = /[*?]|\[[^\]]+\]|\{[^}]*,[^}]*\}/;

function isPattern(word: string): boolean {
  return wildcards.test(word);
}

async function filesThatFit(word: string, io: Io): Promise<readonly string[]> {
  const { folder, pattern } = divided(word, io);
  const spellings = [pattern, ...otherSpellings(pattern)].map(withoutGroups);
  const { glob } = await import('tinyglobby');
  const found = await glob(spellings, {
    cwd: resolve(io.cwd, folder === '' ? '.' : folder),
    expandDirectories: false,
    caseSensitiveMatch: sep === '/',
  });
  const named = found.map((file) => `${folder}${folder === '' && file === '-' ? './' : ''}${file}`);
  return withoutLinks(named, io).sort();
}

// A link to a folder above would show every file again and again.
function withoutLinks(files: readonly string[], io: Io): string[] {
  const shortest = new Map<string, string>();
  for (const file of files) {
    const path = realpathSync(resolve(io.cwd, file));
    if (file.length < (shortest.get(path)?.length ?? Number.POSITIVE_INFINITY)) {
      shortest.set(path, file);
    }
  }
  return [...shortest.values()];
}

// The folders before the first wildcard are taken by their names, whatever is in them.
function divided(word: string, io: Io): { readonly folder: string; readonly pattern: string } {
  const parts = (sep === '/' ? word : word.replaceAll(sep, '/')).split('/');
  const folderOf = (count: number) => parts.slice(0, count).map((part) => `${part}/`);
  const isKept = (part: string, index: number) =>
    !isPattern(part) || isFolder(resolve(io.cwd, folderOf(index + 1).join('')));
  const first = parts.findIndex((part, index) => !isKept(part, index));
  const count = first === -1 ? parts.length - 1 : first;
  return { folder: folderOf(count).join(''), pattern: parts.slice(count).join('/') };
}

// Brackets and an exclamation mark are common in names; as groups and negations nobody types them here.
function withoutGroups(pattern: string): string {
  return pattern.replace(/[()]|^!/g, '\\$&');
}

function eachOnce(files: readonly string[], io: Io): readonly string[] {
  // `-` is no file of that name.
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = file === '-' ? file : resolve(io.cwd, file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return [...byPath.values()];
}
