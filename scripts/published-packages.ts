import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Foreign code that reaches whoever installs us. */
export type PublishedPackage = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Whether npm installs it with ours, or its code is part of our files; what is both counts as installed. */
  readonly how: 'installed' | 'bundled';
  /** Whether our package.json names it. */
  readonly isOurs: boolean;
  /** Those of ours that ask for it, at whatever distance. */
  readonly broughtBy: readonly string[];
  /** All its files, unpacked. */
  readonly bytes: number;
  readonly runsAtInstall: boolean;
};

type Entry = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};
type Lock = Readonly<Record<string, Entry>>;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * All of it, in alphabetical order: what is installed by the lock file, what is bundled by the licences that the build
 * collected.
 */
export function publishedPackages(): readonly PublishedPackage[] {
  const lock = (
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }
  ).packages;
  const named = { ...lock['']?.dependencies, ...lock['']?.devDependencies };
  const bundled = bundledPackages();
  const all = Object.entries(lock).flatMap(([folder, entry]) => {
    const name = folder.replace(/^.*node_modules\//, '');
    const isInstalled = folder !== '' && !entry.dev && !entry.optional;
    if (!isInstalled && !bundled.includes(`${name} ${entry.version}`)) return [];
    return [
      { name, folder, entry, how: isInstalled ? ('installed' as const) : ('bundled' as const) },
    ];
  });
  const ours = all.map(({ name }) => name).filter((name) => name in named);
  return all
    .map(({ name, folder, entry, how }) => ({
      name,
      version: entry.version ?? '',
      licence: entry.license ?? '',
      how,
      isOurs: name in named,
      broughtBy: ours.filter((other) => other !== name && askedBy(other, lock).has(name)),
      bytes: bytesIn(join(root, folder)),
      runsAtInstall: entry.hasInstallScript === true,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Packages whose code is part of our files, each as `name version`. */
export function bundledPackages(): readonly string[] {
  const licences = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  return [...licences.matchAll(/^(\S+ \S+) \(.*\)\n-{72}$/gm)].map(([, head = '']) => head);
}

// By name alone: a name is published in one version only.
function askedBy(name: string, lock: Lock, found = new Set<string>()): ReadonlySet<string> {
  for (const other of Object.keys(lock[`node_modules/${name}`]?.dependencies ?? {})) {
    if (found.has(other)) continue;
    found.add(other);
    askedBy(other, lock, found);
  }
  return found;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules'),
    )
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
