import { extname, relative, resolve } from 'node:path';
import { tameLine } from '../shared/tame.ts';
import type { Call } from './call.ts';
import { configName } from './config-name.ts';
import { Failure } from './failure.ts';
import { isFolder, isSameFile } from './files.ts';
import { type Io, write } from './io.ts';

/** Formats by the endings of file names, in lower case with the dot; `''` for none. */
export type Endings<Format extends string> = Readonly<Record<string, Format>>;

/** Whether data goes to standard output. */
export function isStdout(output: string | undefined): output is undefined | '-' {
  return output === undefined || output === '-';
}

/**
 * The format that a file's ending tells.
 *
 * @throws Failure where it tells none, or another than the one asked for
 */
export function formatOfFile<Format extends string>(
  file: string,
  endings: Endings<Format>,
  asked?: Format,
): Format {
  const told = endings[extname(file).toLowerCase()];
  if (asked !== undefined) {
    const names = extname(file) === '' ? undefined : told;
    if (names !== undefined && names !== asked) {
      throw new Failure('other-ending', { file, format: asked });
    }
    return asked;
  }
  if (told !== undefined) return told;
  const allowed = [...new Set(Object.values(endings))].join(', ');
  throw new Failure('unknown-ending', { file, allowed });
}

/** Whether something to be written goes into a folder: there is one, or the name says so. */
export function isInFolder(output: string, io: Io): boolean {
  return /[/\\]$/.test(output) || isFolder(resolve(io.cwd, output));
}

/** Stops before something that was read, or that says what to read, is written over. */
export function refuseInputs(
  target: string,
  read: readonly string[],
  { config }: { readonly config?: boolean },
  io: Io,
): void {
  const path = resolve(io.cwd, target);
  const inputs = [...read.filter((file) => file !== '-'), ...(config ? [configName] : [])];
  const file = inputs.find((input) => isSameFile(resolve(io.cwd, input), path));
  if (file !== undefined) throw new Failure('would-overwrite-input', { file });
}

/** Writes a file whole and says so. */
export async function writeOutput(
  target: string,
  data: string | Uint8Array,
  { io, words }: Pick<Call, 'io' | 'words'>,
): Promise<void> {
  const path = resolve(io.cwd, target);
  const { writeWhole } = await import('./write-whole.ts');
  const { heardSignals } = await import('./uninterrupted.ts');
  writeWhole(path, target, data);
  await write(io.stderr, `${tameLine(words.written(relative(io.cwd, path) || target))}\n`);
  await heardSignals();
}
