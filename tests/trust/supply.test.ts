import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dependencyPages, dependencyWords } from '../../scripts/dependency-pages.ts';
import { bundledPackages, publishedPackages } from '../../scripts/published-packages.ts';
import { sbom } from '../../scripts/sbom.ts';
import { deadLinks } from '../docs/links.ts';
import { root } from '../support/run.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const ours = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies' | 'scripts', Readonly<Record<string, string>>>
>;
const published = publishedPackages();

describe('the lock file', () => {
  type Entry = {
    readonly version: string;
    readonly integrity?: string;
    readonly resolved?: string;
    readonly link?: boolean;
    readonly dev?: boolean;
    readonly optional?: boolean;
    readonly hasInstallScript?: boolean;
  };
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(packages).filter(([folder]) => folder !== '');

  test('has a checksum for everything, all of it from a registry', () => {
    expect(entries.length).toBeGreaterThan(100);
    const doubtful = entries.filter(
      ([, { version, integrity, resolved, link }]) =>
        !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ||
        !/^\d+\.\d+\.\d+/.test(version) ||
        link === true ||
        !/^https:\/\/[^/]+\/.*\.tgz$/.test(resolved ?? 'https://registry/a.tgz'),
    );
    expect(doubtful).toEqual([]);
  });

  test('has the versions that package.json names, each of them exact', () => {
    const named = Object.entries({ ...ours.dependencies, ...ours.devDependencies });
    expect(named.length).toBeGreaterThan(20);
    for (const [name, version] of named) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test('only knows one package that runs anything at install, and only a checkout gets that', () => {
    const running = entries.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(
      running.map(([folder]) => folder).filter((folder) => !folder.endsWith('/fsevents')),
    ).toEqual(['node_modules/esbuild']);
    expect(running.every(([, { dev }]) => dev)).toBe(true);
  });
});

describe('what is published', () => {
  test('runs nothing at install', () => {
    expect(published.filter(({ runsAtInstall }) => runsAtInstall)).toEqual([]);
    for (const { name } of published) {
      const folder = join(root, 'node_modules', name);
      const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly scripts?: Readonly<Record<string, string>>;
      };
      expect(Object.keys(scripts).filter((script) => /^(pre|post)?install$/.test(script))).toEqual(
        [],
      );
      expect(existsSync(join(folder, 'binding.gyp')), name).toBe(false);
    }
    const atInstall = Object.keys(ours.scripts).filter((name) => /^(pre|post)?install$/.test(name));
    expect(atInstall).toEqual([]);
  });

  // npm would take whatever lies in these folders.
  const meant = [
    /^(README(\.en)?|CHANGELOG|SECURITY|LICENSE-CONTENT)\.md$/,
    /^(LICENSE|NOTICE|package\.json)$/,
    /^bin\/(hurdles\.js|package\.json)$/,
    /^completions\/[\w-]+(\.\w+)?$/,
    /^dist\/cli\/([\w-]+\.js|package\.json)$/,
    /^dist\/lib\/[\w/-]+(\.js|\.d\.ts)$/,
    /^dist\/(questionnaires|templates)\/[\w.-]+\.(json|cjs)$/,
    /^dist\/THIRD-PARTY-LICENSES\.txt$/,
    /^docs\/[\w-]+(\.en)?\.md$/,
    /^docs\/lint\.base\.yaml$/,
    /^examples\/([\w-]+\/)*[\w.-]+\.(yaml|ndjson|txt|html|md|csv|json|svg|png|hbs)$/,
    /^questionnaires\/[\w.-]+\.yaml$/,
    /^questionnaires\/published\/[\w.@-]+\.json$/,
    /^schemas\/[\w.-]+\.json$/,
    /^templates\/([\w.-]+\/)*[\w.-]+\.(hbs|yaml)$/,
  ];

  test('is what is meant, and not larger than it should be', () => {
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [pack] = Object.values(
      JSON.parse(said) as Record<
        string,
        { size: number; unpackedSize: number; files: { path: string }[] }
      >,
    );
    const paths = pack?.files.map(({ path }) => path) ?? [];
    expect(paths.length).toBeGreaterThan(300);
    expect(paths.filter((path) => !meant.some((pattern) => pattern.test(path)))).toEqual([]);
    // As docs/dependencies says it.
    expect(pack?.size).toBeLessThan(3_000_000);
    expect(pack?.unpackedSize).toBeLessThan(15_000_000);
  });

  test('passes on the licence of everything that is in our files', () => {
    const parts = read('dist/THIRD-PARTY-LICENSES.txt').split(/^(?=\S+ \S+ \(.*\)\n-{72}$)/m);
    expect(parts).toHaveLength(bundledPackages().length);
    for (const part of parts) {
      expect(part).toMatch(/copyright|©/i);
      expect(part).toMatch(/permission|redistribution/i);
    }
  });

  test('names in the licences what is bundled into the judging thread, too', () => {
    // esbuild writes above each piece which file it was.
    const pieces = /^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;
    const named = [...read('dist/cli/judging-thread.js').matchAll(pieces)].map(([, name]) => name);
    const bundled = bundledPackages().map((one) => one.slice(0, one.lastIndexOf(' ')));
    expect(new Set(named).size).toBeGreaterThan(2);
    expect([...new Set(named)].filter((name) => !bundled.includes(name ?? ''))).toEqual([]);
  });

  test('starts no editor and brings no encodings for one', () => {
    expect(bundledPackages().filter((one) => /editor |iconv|chardet/.test(one))).toEqual([
      expect.stringMatching(/^@inquirer\/editor /),
    ]);
  });
});

describe('the pages about it', () => {
  test.each(Object.entries(dependencyPages()))(
    'docs/%s is up to date (`npm run build && npm run dependency-pages` writes it)',
    (name, text) => {
      expect(read(`docs/${name}`)).toBe(text);
      expect(deadLinks(join(root, 'docs', name))).toEqual([]);
    },
  );

  test('give a reason for each package of ours, and for no other', () => {
    const names = published.filter(({ isOurs }) => isOurs).map(({ name }) => name);
    expect(Object.keys(dependencyWords.packages).toSorted()).toEqual(names);
  });

  test('say which licences there are: all of them ask for no more than to be named', () => {
    const licences = new Set(published.map(({ licence }) => licence));
    expect([...licences].toSorted()).toEqual(['BSD-3-Clause', 'ISC', 'MIT']);
  });

  test('SECURITY.md leads somewhere with every link', () => {
    expect(deadLinks(join(root, 'SECURITY.md'))).toEqual([]);
  });
});

test('the bill of materials names all that is installed and all that is bundled, and nothing else', () => {
  const { metadata, components, dependencies, ...rest } = sbom();
  expect(rest).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  expect(metadata.component.name).toBe('five-hurdles');
  expect(
    components.map(({ name, version, properties }) => [name, version, properties[0]?.value]),
  ).toEqual(published.map(({ name, version, how }) => [name, version, how]));
  for (const { name, hashes, licenses } of components) {
    expect(hashes?.[0]?.content, name).toMatch(/^[\da-f]{128}$/);
    expect(licenses, name).toHaveLength(1);
  }
  // Each can be reached from the program.
  const below = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set([metadata.component['bom-ref']]);
  for (const ref of reached) for (const other of below.get(ref) ?? []) reached.add(other);
  expect(reached.size).toBe(components.length + 1);
});

describe('the workflows', () => {
  const folder = join(root, '.github/workflows');
  const workflows = readdirSync(folder);
  type Workflow = {
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<
      Record<
        string,
        {
          readonly permissions?: Readonly<Record<string, string>>;
          readonly needs?: string;
          readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
        }
      >
    >;
  };
  const workflow = (name: string) => parse(readFileSync(join(folder, name), 'utf8')) as Workflow;

  test('use foreign actions by their commit only', () => {
    const texts = [...workflows.map((name) => `.github/workflows/${name}`), 'action.yml'].map(read);
    const used = texts.flatMap((text) => text.match(/uses: .*$/gm) ?? []);
    expect(used.length).toBeGreaterThan(5);
    for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d/);
  });

  test('may do nothing but read, except the one that publishes', () => {
    expect(workflows).toEqual(['ci.yml', 'publish.yml']);
    expect(workflow('ci.yml').permissions).toEqual({ contents: 'read' });
    const { permissions, jobs } = workflow('publish.yml');
    expect(permissions).toEqual({});
    expect(jobs.test?.permissions).toEqual({ contents: 'read' });
    expect(jobs.publish?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  });

  test('publishing comes after all tests, with provenance and a bill of materials, from scripts there are', () => {
    const { jobs } = workflow('publish.yml');
    expect(jobs.publish?.needs).toBe('test');
    const runs = jobs.publish?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(runs.join('\n')).toMatch(
      /sbom > (\S+)[\s\S]*npm publish .*--provenance[\s\S]*gh release create .*\1/,
    );
    for (const name of workflows) {
      const lines = Object.values(workflow(name).jobs).flatMap(({ steps }) =>
        steps.flatMap(({ run }) => run ?? []),
      );
      for (const [, script = ''] of lines.join('\n').matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
        expect(Object.keys(ours.scripts)).toContain(script);
      }
    }
  });

  test('CI looks at every Node that package.json supports', () => {
    expect(read('.github/workflows/ci.yml')).toContain('node: [20, 22, 24, 26]');
    expect(read('scripts/test-nodes.js')).toContain("const supported = ['20', '22', '24', '26'];");
  });
});

test('where packages come from is said by nobody but npm', () => {
  const others = ['node_modules', 'dist', '.git', 'coverage', 'package-lock.json'];
  const files = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !others.includes(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((name) =>
            join(entry.name, name),
          )
        : [entry.name],
    )
    .filter((name) => /\.(ya?ml|json|md|js|ts)$|^\.npmrc$|^\.ci\/run$/.test(name))
    .filter((name) => statSync(join(root, name)).isFile());
  expect(files).toContain('.npmrc');
  expect(files.length).toBeGreaterThan(300);
  const host = ['registry', 'npmjs'].join('.');
  expect(files.filter((name) => read(name).includes(host))).toEqual([]);
});
