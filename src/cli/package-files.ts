import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

// Two floors below the package's folder, in src/cli as well as in dist/cli.
const root = join(import.meta.dirname, '../..');

/** A file that comes with the package. */
export function packageFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The names of what lies in a folder of the package; none where there is no such folder. */
export function packageFolder(path: string): readonly string[] {
  const folder = join(root, path);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Whether the package has a file; what the build makes is missing before it. */
export function hasPackageFile(path: string): boolean {
  return existsSync(join(root, path));
}

/** What there is to know about a file of the package without reading it; null where there is none. */
export function packageStat(path: string): Stats | null {
  return statSync(join(root, path), { throwIfNoEntry: false }) ?? null;
}

/** Where a file of the package lies. */
export function packagePath(path: string): string {
  return join(root, path);
}

/** The ids of the questionnaires that come with the package. */
export function builtInQuestionnaires(): readonly string[] {
  return readdirSync(join(root, 'questionnaires'))
    .filter((name) => /^[^.]+\.yaml$/.test(name))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** Who made an assessment: this package and its version. */
export function tool(): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(packageFile('package.json')) as Record<string, string>;
  return { name: name ?? '', version: version ?? '' };
}
