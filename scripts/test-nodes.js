// Tests under every Node we support: `npm run test:nodes [-- --outputs | --all] [22 24 …]`. By default the core of the
// tests; with --all every one; with --outputs only whether the built program writes the same bytes as under the Node that
// runs this. Other Nodes are fetched by npx, which keeps them where npm keeps what it fetches.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const supported = ['20', '22', '24', '26'];

// Judging and reading; the interview and the commands in process; the built program in pipes, in threads and at a terminal.
const core = [
  ...['assessment', 'questionnaire', 'shared', 'interview', 'golden', 'library/no-effects'],
  ...['score', 'report', 'interview', 'check', 'explain', 'compare', 'merge', 'plan', 'lint'].map(
    (name) => `cli/${name}.test`,
  ),
  ...['pipes', 'stream', 'stream-process', 'terminal', 'inputs'].map((name) => `cli/${name}.test`),
  ...['crash-points', 'limits'].map((name) => `trust/${name}`),
].map((name) => `tests/${name}`);

const example = 'examples/versandhandel.yaml';
const roles = ['mgmt', 'it', 'dept'].map((role) => `examples/roles/${role}.yaml`);

// What it prints and the files it writes (into OUT) must not hang on the Node that runs it.
const commands = [
  ['report', example, '-f', 'html,md,json,csv,badge', '-o', 'OUT/'],
  ['report', 'examples/machine-builder.yaml', '-f', 'html,md,json,csv,badge', '-o', 'OUT/'],
  ['report', example, '--worksheets', 'OUT/sheets', '-f', 'md', '--lang', 'en'],
  ['score', example],
  ['score', 'examples/betriebe.ndjson', '--ndjson', '--full'],
  ['explain', example, '--json'],
  ['plan', example, '--to', '2'],
  ['check', example, '--at-target', '-f', 'junit'],
  ['compare', 'examples/verlauf/versandhandel-mai.yaml', example],
  ['merge', ...roles, '--prefer', 'it', '-o', '-'],
  ['lint', 'docs/lint.base.yaml', 'questionnaires/five-hurdles.yaml', '-f', 'json'],
  ['test', 'five-hurdles', '--json'],
  ['show', '--lang', 'en'],
  ['schema', 'assessment'],
  ['report', 'examples/nowhere.yaml'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { outputs: { type: 'boolean' }, all: { type: 'boolean' } },
  allowPositionals: true,
});
const [own = ''] = process.versions.node.split('.');
const asked = positionals.length > 0 ? positionals : supported;

const expected = values.outputs ? outputsUnder(process.execPath) : [];
const rows = [];
for (const major of asked) {
  const node = major === own ? process.execPath : fetched(major);
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  rows.push({ version, ...(values.outputs ? comparedUnder(node) : testedUnder(node)) });
}
const title = values.outputs ? 'outputs with the same bytes' : 'tests passed';
console.log(`\n| Node | ${title} | failed |\n| :-- | --: | --: |`);
for (const { version, passed, failed } of rows)
  console.log(`| ${version} | ${passed} | ${failed} |`);
process.exitCode = rows.every(({ passed, failed }) => passed > 0 && failed === 0) ? 0 : 1;

function fetched(major) {
  const argv = ['--yes', '--package', `node@${major}`, 'node', '-p', 'process.execPath'];
  const shell = process.platform === 'win32';
  const said = execFileSync('npx', argv, {
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return said.trim().split('\n').at(-1) ?? '';
}

function testedUnder(node) {
  const folder = mkdtempSync(join(tmpdir(), 'hurdles-nodes-'));
  const file = join(folder, 'tests.json');
  const which = values.all ? [] : core;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...which], {
    cwd: root,
    stdio: 'inherit',
  });
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  rmSync(folder, { recursive: true });
  // A file that cannot even be read has no tests that fail.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}

function comparedUnder(node) {
  const found = node === process.execPath ? expected : outputsUnder(node);
  const other = found.filter((output, index) => output !== expected[index]);
  for (const output of other) console.error(`Not the same under ${node}: ${output}`);
  return { passed: commands.length - other.length, failed: other.length };
}

function outputsUnder(node) {
  return commands.map((argv) => {
    const out = mkdtempSync(join(tmpdir(), 'hurdles-nodes-'));
    const real = argv.map((word) => word.replace(/^OUT/, out));
    const { status, stdout, stderr } = spawnSync(node, ['bin/hurdles.js', ...real], { cwd: root });
    const hash = createHash('sha256')
      .update(stdout)
      .update(stderr.toString().replaceAll(basename(out), ''));
    const names = readdirSync(out, { recursive: true, withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted()) {
      hash.update(file.slice(out.length)).update(readFileSync(file));
    }
    rmSync(out, { recursive: true });
    return `hurdles ${argv.join(' ')}: exit ${status}, ${files.length} files, sha256 ${hash.digest('hex')}`;
  });
}
