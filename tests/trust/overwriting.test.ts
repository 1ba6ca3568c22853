import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.ts';
import { everythingDeclared } from '../../src/cli/program/program.ts';
import { aFolder, hurdles } from '../support/run.ts';
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
