import { createHash } from 'node:crypto';
import { hasPackageFile, packageFile } from './package-files.ts';

/** What the build makes of a YAML file of the package, so that it need not be read again. */
type Prepared<Value> = {
  /** Fingerprints of the YAML files it was made from, by their paths. */
  readonly sources: Readonly<Record<string, string>>;
  readonly value: Value;
};

/**
 * What the build prepared from a file of the package; null before the build, or where a file was changed since.
 *
 * @param path the file, below the package's folder, ending in .yaml
 */
export function prepared<Value>(path: string): Value | null {
  const made = `dist/${path.replace(/yaml$/, 'json')}`;
  if (!hasPackageFile(made)) return null;
  const { sources, value } = JSON.parse(packageFile(made)) as Prepared<Value>;
  const isCurrent = Object.entries(sources).every(
    ([file, fingerprint]) => hasPackageFile(file) && fingerprintOf(file) === fingerprint,
  );
  return isCurrent ? value : null;
}

function fingerprintOf(file: string): string {
  return createHash('sha256').update(packageFile(file)).digest('hex');
}
