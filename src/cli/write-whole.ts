import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from './failure.ts';
import { byteOrderMark, codeOf, statOf } from './files.ts';
import { holdingPlace } from './hold-place.ts';
import { uninterrupted } from './uninterrupted.ts';
import { writeAll } from './write-all.ts';

/**
 * Writes a file whole or not at all: into a file beside it that then takes its place, before a signal ends the process.
 * Links are followed; a file that is there keeps its rights. A pipe that nobody reads from any more is no failure.
 *
 * @param mark whether it begins with a byte order mark, as some editors want it
 * @throws Failure when it cannot be written, or somebody else is just writing it; it is then as it was before
 */
export function writeWhole(
  path: string,
  name: string,
  data: string | Uint8Array,
  mark = false,
): void {
  rewriteWhole(path, name, () => ({ data, mark }));
}

/** What is written, with whatever is to be known of it. */
type Making = {
  readonly data: string | Uint8Array;
  /** Whether it begins with a byte order mark, as some editors want it. */
  readonly mark?: boolean;
};

/**
 * The same for what hangs on what stands there: it is made once nobody else can write the file.
 *
 * @param make may throw a failure of its own; nothing is then written
 * @returns what was made
 */
export function rewriteWhole<Made extends Making>(
  path: string,
  name: string,
  make: () => Made,
): Made {
  try {
    return uninterrupted(() => written(path, name, make));
  } catch (error) {
    throw writeFailure(error, name);
  }
}

/** What is thrown when something could not be written: a failure of the machine, or the mistake of ours it is. */
export function writeFailure(error: unknown, file: string): unknown {
  const reason = error instanceof Failure ? null : codeOf(error);
  return reason === null ? error : new Failure('cannot-write', { file, reason });
}

function written<Made extends Making>(path: string, name: string, make: () => Made): Made {
  const before = statOf(path);
  // A device or a pipe is written to, by the name it has; only a file can be replaced by another.
  if (before?.isFile() === false) return poured(path, make());
  const target = followed(path);
  // Rights to the folder would do; whoever took those to the file away meant it.
  if (before) accessSync(target, constants.W_OK);
  return inFolder(dirname(target), () => replace(target, before, name, make));
}

function poured<Made extends Making>(path: string, made: Made): Made {
  try {
    writeFileSync(path, bytesOf(made));
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
  }
  return made;
}

function replace<Made extends Making>(
  target: string,
  before: Stats | null,
  name: string,
  make: () => Made,
): Made {
  const made = holdingPlace(target, name, (part) => {
    const one = writtenTo(part, before, make);
    renameSync(part, target);
    return one;
  });
  settled(dirname(target));
  return made;
}

function writtenTo<Made extends Making>(
  part: string,
  before: Stats | null,
  make: () => Made,
): Made {
  const fd = openSync(part, 'r+');
  try {
    const made = make();
    writeAll(fd, bytesOf(made));
    if (before) likeBefore(fd, before);
    fsyncSync(fd);
    return made;
  } finally {
    closeSync(fd);
  }
}

function likeBefore(fd: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(fd, uid, gid);
  } catch (error) {
    // Only root may give files away; it is then the file of whoever changed it.
    if (codeOf(error) === null) throw error;
  }
  fchmodSync(fd, mode & 0o7777);
}

// The new name is on the disk, too, not only in the memory; where folders cannot be asked for that, it soon is.
function settled(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}

// Folders made for a file that could not be written go again.
function inFolder<Made>(folder: string, act: () => Made): Made {
  const first = mkdirSync(folder, { recursive: true });
  try {
    return act();
  } catch (error) {
    if (first !== undefined) removeEmpty(folder, resolve(first));
    throw error;
  }
}

function removeEmpty(folder: string, first: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return;
  }
  if (folder !== first && dirname(folder) !== folder) removeEmpty(dirname(folder), first);
}

// Where a path leads in the end, though there may be nothing yet.
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || !isLink(path)) return path;
    return followed(resolve(dirname(path), readlinkSync(path)));
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function bytesOf({ data, mark = false }: Making): Buffer {
  return Buffer.concat([Buffer.from(mark ? byteOrderMark : ''), Buffer.from(data)]);
}
