import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.ts';
import { everythingDeclared } from '../../src/cli/program/program.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { type Writer, writers } from '../support/writers.ts';

const targetOf = ({ argv }: Writer) => argv[argv.indexOf('-o') + 1] ?? '';
const written = writers.filter(
  ({ argv }) => argv.includes('-o') && !/\/$/.test(targetOf({ argv } as Writer)),
);
// What is always a new file.
const isNew = ({ argv }: Writer) => ['merge', 'migrate', 'new'].includes(argv[0] ?? '');
// By somebody's own template nothing of ours is in it.
const isUnmarked = ({ argv }: Writer) => argv.includes('--template');

const foreign = [
  { what: 'a page', text: '<!doctype html>\n<title>Thesis</title>\n<p>About five-hurdles 1.0.0\n' },
  { what: 'a text', text: '# My notes\n\nWhat five-hurdles is\n' },
  {
    what: 'answers',
    text: 'format: answers/1\nquestionnaire: { id: five-hurdles, version: 1.0.0 }\n',
  },
  {
    what: 'data of another kind',
    text: '{\n  "format": "answers/1",\n  "tool": "five-hurdles"\n}\n',
  },
  { what: 'a table', text: '"company","phone"\n' },
  { what: 'a text of a version', text: '# My thesis\n\nThis is version 1.0.0 of it\n' },
  {
    what: 'a text that ends with a version',
    text: '# It\n\nMore\n\n---\n\nLetter, version 1.0.0\n',
  },
  { what: 'a list with ticks', text: '✓ milk\n■ bread\n\nNot everything is there.\n' },
];

test('whatever takes a name for its output takes --force, and is among those tried', async () => {
  const { commands } = await everythingDeclared(
    { ...nodeIo(process), env: {} },
    { language: 'en', isChosen: true },
  );
  const all = commands.flatMap((one) => [one, ...one.commands]);
  const writing = all.filter(({ options }) =>
    options.some(({ flags }) => flags.includes('--output')),
  );
  expect(writing.length).toBeGreaterThan(6);
  const forced = all.filter(({ options }) =>
    options.some(({ flags }) => flags.includes('--force')),
  );
  expect(forced.map(({ name }) => name)).toEqual(
    expect.arrayContaining(writing.map(({ name }) => name)),
  );
  const tried = new Set(written.flatMap(({ argv }) => argv.slice(0, 2)));
  expect(
    writing.map(({ name }) => name).filter((name) => !tried.has(name) && name !== 'migrate'),
  ).toEqual([]);
});

test.each(written.filter((writer) => !isNew(writer)))(
  '$what takes the place of the last one',
  async (writer) => {
    const { path, read } = aFolder(writer.files);
    const call = (...more: readonly string[]) =>
      hurdles([...writer.argv, ...more], { cwd: path, env: writer.env ?? {} });
    const first = await call();
    const text = read(targetOf(writer));
    // As an earlier one of another company would stand there.
    const second = await call('--lang', 'en');
    if (isUnmarked(writer)) {
      expect(second.exitCode).toBe(2);
      expect(read(targetOf(writer))).toBe(text);
      return;
    }
    expect(second.exitCode, second.stderr).toBe(first.exitCode);
  },
);

test.each(
  written.flatMap((writer) => foreign.map((one) => ({ ...one, writer, name: writer.what }))),
)('$name takes the place of $what only by force', async ({ writer, text }) => {
  const target = targetOf(writer);
  const { path, read, write } = aFolder(writer.files);
  write(target, text);
  const before = readdirSync(path);
  const env = writer.env ?? {};
  const { exitCode, stderr, stdout } = await hurdles(writer.argv, { cwd: path, env });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${target} gibt es schon`);
  expect(stderr).toContain('--force');
  expect(stdout).toBe('');
  expect(read(target)).toBe(text);
  expect(readdirSync(path)).toEqual(before);
  await hurdles([...writer.argv, '--force'], { cwd: path, env });
  expect(read(target)).not.toBe(text);
});

test('what is too large to be ours is not looked at, and kept', async () => {
  const writer = writers[0] as Writer;
  const { path } = aFolder(writer.files);
  const target = join(path, targetOf(writer));
  // A file with a hole takes no room on the disk.
  writeFileSync(target, 'Thesis');
  truncateSync(target, 600_000_000);
  expect((await hurdles(writer.argv, { cwd: path })).exitCode).toBe(2);
  expect(statSync(target).size).toBe(600_000_000);
});

// To root everything may be read: then the program is run as somebody else, who has to be able to read it.
const program = join(root, 'bin/hurdles.js');
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const mayBeNobody =
  process.getuid !== undefined && spawnSync('test', ['-r', program], nobody).status === 0;

test.skipIf(!mayBeNobody)('what may be written but not be read is kept', () => {
  const writer = writers[0] as Writer;
  const { path, read } = aFolder({ ...writer.files, [targetOf(writer)]: '<p>Thesis</p>' });
  const target = join(path, targetOf(writer));
  chmodSync(path, 0o777);
  chmodSync(target, 0o222);
  const { status, stderr } = spawnSync(process.execPath, [program, ...writer.argv], {
    cwd: path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    ...nobody,
  });
  chmodSync(target, 0o600);
  expect(stderr).toContain(`${targetOf(writer)} gibt es schon`);
  expect([status, read(targetOf(writer))]).toEqual([2, '<p>Thesis</p>']);
});

test('not even by force is lost what something is made from', async () => {
  const { path, read } = aFolder({
    'a.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot }\n',
  });
  const before = read('a.yaml');
  for (const command of ['report', 'plan']) {
    const argv = [command, 'a.yaml', '-f', 'md', '-o', 'a.yaml', '--force'];
    expect((await hurdles(argv, { cwd: path })).exitCode).toBe(2);
    expect(read('a.yaml')).toBe(before);
  }
});

test('a link is followed: what it names is written to, or kept', async () => {
  const writer = writers[0] as Writer;
  const elsewhere = aFolder({ 'theirs.html': '<p>Thesis</p>' });
  const { path, read } = aFolder({ 'a.yaml': writer.files['a.yaml'] ?? '' });
  symlinkSync(join(elsewhere.path, 'theirs.html'), join(path, 'report.html'));
  symlinkSync(join(elsewhere.path, 'new.html'), join(path, 'new.html'));
  expect((await hurdles(writer.argv, { cwd: path })).exitCode).toBe(2);
  expect(elsewhere.read('theirs.html')).toBe('<p>Thesis</p>');
  expect((await hurdles(['report', 'a.yaml', '-o', 'new.html'], { cwd: path })).exitCode).toBe(0);
  expect(elsewhere.read('new.html')).toContain('<html');
  expect(read('new.html')).toBe(elsewhere.read('new.html'));
});
