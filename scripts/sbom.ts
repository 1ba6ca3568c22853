import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedPackages } from './published-packages.ts';

type Component = { readonly 'bom-ref': string; readonly name: string };
type Dependency = { readonly ref: string; readonly dependsOn?: readonly string[] };
type Bom = {
  readonly $schema: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly (Component & {
    readonly version: string;
    readonly scope: string;
    readonly properties: readonly { readonly name: string; readonly value: string }[];
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
    readonly licenses?: readonly unknown[];
  })[];
  readonly dependencies: readonly Dependency[];
};

/**
 * What a release is made of, as CycloneDX. npm knows what is installed with us; what is bundled into our files is a
 * development tool to it, and is said to be part of us here.
 */
export function sbom(): Bom {
  const all = ofEverything();
  const { name } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Component;
  const hows = new Map<string, string>(
    publishedPackages().map((one) => [`${one.name}@${one.version}`, one.how]),
  );
  const self = all.metadata.component['bom-ref'];
  const below = new Map(all.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const isIn = (ref: string) => ref === self || hows.has(ref);
  // What is bundled for a package of which nothing is left, such as one that only hands others on.
  const kept = (ref: string): readonly string[] =>
    isIn(ref) ? [ref] : (below.get(ref) ?? []).flatMap(kept);
  return {
    ...all,
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    specVersion: '1.6',
    // npm calls it as the folder of the checkout is called.
    metadata: { ...all.metadata, component: { ...all.metadata.component, name } },
    components: all.components
      .filter((component) => isIn(component['bom-ref']))
      .map((component) => ({
        ...component,
        scope: 'required',
        properties: [{ name: 'five-hurdles:how', value: hows.get(component['bom-ref']) ?? '' }],
      })),
    dependencies: all.dependencies
      .filter(({ ref }) => isIn(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: [...new Set(dependsOn.flatMap(kept))],
      })),
  };
}

function ofEverything(): Bom {
  const how = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const said = execFileSync('npm', ['sbom', ...how], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  return JSON.parse(said) as Bom;
}
