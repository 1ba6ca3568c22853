import { createRequire } from 'node:module';
import { packageFile, packagePath, packageStat } from './package-files.ts';

/** Something the build made from files of the package, so that it need not be made again. */
export type Prepared<Value> = {
  /** The files it was made from, by their paths. */
  readonly sources: Readonly<Record<string, Fingerprint>>;
  readonly value: Value;
};

type Fingerprint = { readonly bytes: number; readonly sha256: string };

/**
 * What the build prepared from files of the package; null before the build, or where one of them was changed since.
 *
 * @param path what was made, below `dist`
 */
export function prepared<Value>(path: string): Value | null {
  return asBuilt(`dist/${path}`, (made) => JSON.parse(packageFile(made)) as Prepared<Value>);
}

/** The same for what is no data but functions. */
export function preparedModule<Value>(path: string): Value | null {
  const load = createRequire(packagePath('package.json'));
  return asBuilt(`dist/${path}`, (made) => load(packagePath(made)) as Prepared<Value>);
}

function asBuilt<Value>(made: string, load: (made: string) => Prepared<Value>): Value | null {
  const built = packageStat(made);
  if (!built) return null;
  const { sources, value } = load(made);
  return Object.entries(sources).every((source) => isAsBuilt(...source, built.mtimeMs))
    ? value
    : null;
}

// As `make` does it: what is no newer than what was made of it is not read again. An edited text that is newer is looked
// at, because a checkout makes everything new.
function isAsBuilt(path: string, { bytes, sha256 }: Fingerprint, builtAt: number): boolean {
  const now = packageStat(path);
  if (now?.size !== bytes) return false;
  return now.mtimeMs <= builtAt || fingerprintOf(packageFile(path)) === sha256;
}

// Most starts never get here, and crypto takes long to load.
function fingerprintOf(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}
