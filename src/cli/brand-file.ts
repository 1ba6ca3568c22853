import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Brand, type OpenBeside, parseBrand } from '../report/parse-brand.ts';
import { nearest } from '../shared/nearest.ts';
import { readConfig } from './config.ts';
import { FileProblems } from './file-problems.ts';
import { isFile, isFolder, isWithin, readText } from './files.ts';
import type { Io } from './io.ts';

export type BrandOptions = {
  readonly brand?: string;
  /** False with `--no-config`. */
  readonly config: boolean;
};

/** Reads the brand that was named, or the one of the config; null where there is none. */
export function readBrand(options: BrandOptions, io: Io): Brand | null {
  const name = brandNamed(options, io);
  if (name === null) return null;
  const text = readText(resolve(io.cwd, name), name);
  const parsed = parseBrand(text, name, besideFile(name, io));
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}

/** The file of the brand, from the working folder; null where there is none. */
export function brandNamed({ brand, config }: BrandOptions, io: Io): string | null {
  return brand ?? (config ? readConfig(io.cwd).brand : undefined) ?? null;
}

/** Opens what a file names: beside it or below, links followed, and nothing else. */
export function besideFile(name: string, io: Io): OpenBeside {
  const folder = resolve(io.cwd, dirname(name));
  return (file, most) => {
    const path = resolve(folder, file);
    if (!isFile(path)) return { kind: 'missing', nearest: nearestBeside(file, folder) };
    if (!isWithin(folder, path)) return { kind: 'outside' };
    const { size } = statSync(path);
    return size > most ? { kind: 'too-large', size } : { kind: 'bytes', bytes: readFileSync(path) };
  };
}

function nearestBeside(file: string, folder: string): string | null {
  const below = dirname(file);
  const path = resolve(folder, below);
  // Whoever asks for a file elsewhere is not told what lies there.
  if (!isFolder(path) || !isWithin(folder, path)) return null;
  const found = nearest(basename(file), readdirSync(path));
  return found === null ? null : join(below, found);
}
