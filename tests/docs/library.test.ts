import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { aTab, noBrowser, oneBrowser } from '../support/browser.ts';
import { bundled } from '../support/module-graph.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks } from './links.ts';

const browser = oneBrowser();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Example = { readonly name: string; readonly code: string; readonly prints: string | null };

const example =
  /^<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)^```\n(?:\n<!-- prints -->\n```text\n([\s\S]*?)^```)?/gm;

describe.each(['library.md', 'library.en.md'])('docs/%s', (page) => {
  const text = read(`docs/${page}`);
  const examples = [...text.matchAll(example)].map(
    ([, name = '', code = '', prints = null]): Example => ({ name, code, prints }),
  );
  const sheets = {
    'answers.yaml': 'examples/versandhandel.yaml',
    'april.yaml': 'examples/verlauf/malerbetrieb-april.yaml',
    'july.yaml': 'examples/verlauf/malerbetrieb-juli.yaml',
    'november.yaml': 'examples/malerbetrieb.yaml',
  };
  const folder = aFolder({
    ...Object.fromEntries(Object.entries(sheets).map(([name, path]) => [name, read(path)])),
    ...Object.fromEntries(examples.map(({ name, code }) => [name, code])),
    'package.json': '{ "type": "module" }',
  });
  mkdirSync(join(folder.path, 'node_modules'));
  symlinkSync(root, join(folder.path, 'node_modules/five-hurdles'));

  test('every block of code is an example that is looked at', () => {
    expect(examples.map(({ name }) => name)).toEqual([
      'report.mjs',
      'problems.mjs',
      'many.mjs',
      'compare.mjs',
      'stored.mjs',
      'own.mjs',
      'page.js',
      'typed.ts',
    ]);
    expect(text.match(/^```(?:js|ts)$/gm)).toHaveLength(examples.length);
    expect(text.match(/^```text$/gm)).toHaveLength(
      examples.filter(({ prints }) => prints !== null).length,
    );
  });

  test.each(examples.filter(({ prints }) => prints !== null))(
    '$name prints what it says',
    ({ name, code, prints }) => {
      const run = name.replace(/\.ts$/, '.built.mjs');
      if (run !== name) folder.write(run, transformSync(code, { loader: 'ts' }).code);
      const ran = spawnSync(process.execPath, [run], {
        cwd: folder.path,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NO_COLOR: '1' },
      });
      expect([ran.stderr, ran.status]).toEqual(['', 0]);
      expect(ran.stdout).toBe(prints);
    },
  );

  test('the report of the first example is the program’s', async () => {
    const lang = page === 'library.md' ? 'de' : 'en';
    const program = await hurdles(['report', 'examples/versandhandel.yaml', '--lang', lang]);
    expect(folder.read('report.html')).toBe(program.stdout);
  });

  test('all of it is correctly typed', () => {
    const files = examples.map(({ name }) => name);
    // One page as Node finds modules, one as bundlers do: the code is the same but for its words.
    const how =
      page === 'library.md'
        ? { module: 'nodenext', moduleResolution: 'nodenext' }
        : { module: 'esnext', moduleResolution: 'bundler' };
    const compilerOptions = {
      ...how,
      strict: true,
      noEmit: true,
      allowJs: true,
      checkJs: true,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      skipLibCheck: true,
    };
    folder.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const checked = spawnSync(process.execPath, [tsc, '-p', folder.path], { encoding: 'utf8' });
    expect(checked.stdout).toBe('');
  });

  test.skipIf(noBrowser)(
    'its page shows the report of what is typed, and its problems',
    async () => {
      const { code } = await bundled(folder.read('page.js'));
      const [, html = ''] = /^```html\n([\s\S]*?)^```/m.exec(text) ?? [];
      const tab = await aTab(browser());
      const script = code.replaceAll('</script', '<\\/script');
      await tab.open(`<!doctype html><meta charset="utf-8">${html}<script>${script}</script>`);
      const { page: shown } = tab;
      const frame = shown.frameLocator('iframe');
      await shown.fill('textarea', folder.read('answers.yaml'));
      await frame.getByText('Nordlicht Versand GmbH').first().waitFor();
      expect(await shown.textContent('pre')).toBe('');
      await shown.fill('textarea', 'format: answers/1\n<img src=x onerror=alert(1)>');
      expect(await shown.textContent('pre')).toContain('answers.yaml:2:1');
      expect(tab.happened().filter((what) => !what.startsWith('request: about:srcdoc'))).toEqual(
        [],
      );
    },
  );

  test('leads somewhere with every link', () => {
    expect(deadLinks(join(root, 'docs', page))).toEqual([]);
  });

  test('names entries and functions that there are', async () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> };
    const [, table = ''] = /\n((?:\|.*\n)+)/.exec(text) ?? [];
    const named = [...table.matchAll(/`five-hurdles(\/[^`]*)?`/g)].map(
      ([, path = '']) => `.${path}`,
    );
    const known = Object.keys(exports).map((key) =>
      key.replace('./questionnaires/*', './questionnaires/five-hurdles'),
    );
    for (const name of ['.', './templates', './words', './problems']) expect(named).toContain(name);
    expect(named.filter((name) => !known.includes(name) && !(name in exports))).toEqual([]);
    const core = await import('../../src/index.ts');
    for (const name of Object.keys(core)) expect(text, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('names the sizes that the bench measures, to a tenth', async () => {
    const ran = benched();
    const sizes = (from: string) =>
      [...from.matchAll(/(\d+) kB\D+?(\d+) kB/g)].flatMap(([, all, zipped]) => [
        Number(all),
        Number(zipped),
      ]);
    const measured = sizes(ran.stdout);
    const told = sizes(text);
    expect(told).toHaveLength(8);
    told.forEach((size, index) => {
      expect(Math.abs(size / (measured[index] ?? 0) - 1)).toBeLessThan(0.1);
    });
  });
});

// Both pages name what one run measured.
let once: { readonly stdout: string } | null = null;

function benched(): { readonly stdout: string } {
  once ??= spawnSync(process.execPath, ['scripts/bench.js', 'library'], {
    cwd: root,
    encoding: 'utf8',
  });
  return once;
}
