import { createHash } from 'node:crypto';
import { hasPackageFile, packageFile } from './package-files.ts';

/** What the build makes of a YAML file of the package, so that it need not be read again. */
type Prepared<Value> = {
  /** Fingerprint of the YAML it was made from. */
  readonly source: string;
  readonly value: Value;
};

/**
 * What the build prepared from a file of the package; null before the build, or where the file was changed since.
 *
 * @param path the file, below the package's folder, ending in .yaml
 * @param yaml its text as it is now
 */
export function prepared<Value>(path: string, yaml: string): Value | null {
  const made = `dist/${path.replace(/yaml$/, 'json')}`;
  if (!hasPackageFile(made)) return null;
  const { source, value } = JSON.parse(packageFile(made)) as Prepared<Value>;
  return source === createHash('sha256').update(yaml).digest('hex') ? value : null;
}
