// Builds what is published: the bundled program, the library as plain modules with types, the licences of what
// the bundle contains.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { parse } from 'yaml';
import { buildContent } from './build-content.js';
import { precompileTemplates } from './precompile-templates.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

// What an ES module calls where it is; who asks for the URL only makes a `require` of it.
const cjsNames = {
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
  'import.meta.url': '__filename',
};

/**
 * Commander asks for `node:child_process` at once, for commands that are programs of their own. Ours are not.
 *
 * @type {import('esbuild').Plugin}
 */
const lateChildProcess = {
  name: 'late-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/node_modules/commander/')
        ? { path: 'child-process', namespace: 'late' }
        : null,
    );
    onLoad({ filter: /.*/, namespace: 'late' }, () => ({
      contents: "exports.spawn = (...args) => require('node:child_process').spawn(...args);",
    }));
  },
};

/**
 * Inquirer brings a prompt that puts a text into a temporary file and starts an editor on it, with encodings of half the
 * world. We ask nothing that way; answers lie nowhere but in their file.
 *
 * @type {import('esbuild').Plugin}
 */
const noEditor = {
  name: 'no-editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@inquirer\/external-editor$/ }, () => ({
      path: 'external-editor',
      namespace: 'left-out',
    }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "export const editAsync = () => { throw new Error('No editor is started.'); };",
    }));
  },
};

// Bundled with splitting, which esbuild does for ES modules only, and then each part turned into CommonJS: node starts
// those without its second loader, a third of the time that it takes to start at all.
const { metafile: program, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  minifySyntax: true,
  write: false,
  logLevel: 'warning',
  // As ES modules, of which only what is used is taken along.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  plugins: [lateChildProcess, noEditor],
});
mkdirSync(join(dist, 'cli'), { recursive: true });
writeFileSync(join(dist, 'cli/package.json'), '{ "type": "commonjs" }\n');
for (const { path, text } of outputFiles) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    define: cjsNames,
    logLevel: 'warning',
  });
  writeFileSync(path, code);
}

// Threads start from one file: between parts every call would take a detour.
const { metafile: thread } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/judging-thread.ts'],
  outdir: 'dist/cli',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  define: cjsNames,
  metafile: true,
  logLevel: 'warning',
});

execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.lib.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);

// The words of problems are part of the program's catalogues: they come as one module, without the rest of those.
for (const floor of ['cli', 'interview', 'lint']) {
  rmSync(join(dist, 'lib', floor), { recursive: true, force: true });
}
const { metafile: problems } = await build({
  absWorkingDir: root,
  entryPoints: ['src/problems.ts'],
  outfile: 'dist/lib/problems.js',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  metafile: true,
  logLevel: 'warning',
});

// Our YAML, read and checked once, so that starting does not read it again.
const { readQuestionnaire } = await import('../dist/lib/questionnaire/extend-questionnaire.js');
const { questionnaireIn } = await import('../dist/lib/questionnaire/parse-questionnaire.js');
prepare('questionnaires', /^[^.]+\.yaml$/, (text, name, open) => {
  const bases = { known: [], open: (/** @type {string} */ id) => open(`${id}.yaml`) };
  const read = readQuestionnaire(text, name, bases);
  const parsed = read.ok ? questionnaireIn(read.file) : read;
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`);
  // As it was parsed: JSON tells all of it, and whoever reads it need not parse it again.
  const { digest, questions: _placed, ...data } = parsed.value;
  return { digest, data };
});
prepare('templates', /\.yaml$/, (text) => parse(text));
await precompileTemplates(root);
buildContent(root);

// All of whose text something is in what we publish.
const bundled = new Set(
  [program, thread, problems].flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => {
        const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
        return found && bytesInOutput > 0 ? [found[1]] : [];
      }),
    ),
  ),
);
// Most of the completion scripts is its work.
bundled.add('node_modules/@bomb.sh/tab');
mkdirSync(dist, { recursive: true });
writeFileSync(
  join(dist, 'THIRD-PARTY-LICENSES.txt'),
  [...bundled].sort().map(licenceOf).join('\n'),
);

/**
 * @typedef {{ readonly name: string, readonly text: string }} Source
 *
 * @param {string} folder
 * @param {RegExp} which
 * @param {(text: string, name: string, open: (file: string) => Source) => unknown} make
 */
function prepare(folder, which, make) {
  mkdirSync(join(dist, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)).filter((file) => which.test(file))) {
    /** @type {Record<string, { bytes: number, sha256: string }>} */
    const sources = {};
    const open = (/** @type {string} */ file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      sources[`${folder}/${file}`] = { bytes: Buffer.byteLength(text), sha256 };
      return { name: file, text };
    };
    const value = make(open(name).text, name, open);
    const target = join(dist, folder, name.replace(/yaml$/, 'json'));
    writeFileSync(target, JSON.stringify({ sources, value }));
  }
}

/** @param {string} folder */
function licenceOf(folder) {
  const path = join(root, folder);
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined
      ? licenceByName(name, license, author)
      : readFileSync(join(path, file), 'utf8');
  return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${text.trim()}\n\n`;
}

// Some packages only name their licence: then its text is the one that everybody means by that name.
/**
 * @param {string} name
 * @param {string} license
 * @param {unknown} author
 */
function licenceByName(name, license, author) {
  if (license !== 'MIT' || typeof author !== 'string') {
    throw new Error(`${name} brings no licence to be passed on.`);
  }
  const [, terms = ''] = readFileSync(join(root, 'LICENSE'), 'utf8').split(/^Copyright .*\n/m);
  return `MIT License\n\nCopyright (c) ${author}\n${terms}`;
}
