import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, hurdles } from '../support/run.ts';

const extending = (base: string, id = 'mine') =>
  `format: questionnaire/1\nextends: ${base}\nid: ${id}\nversion: 1.0.0\n`;

test('one of ours can be extended by its id, and what extends it is used like any other', async () => {
  const folder = aFolder({ 'mine.yaml': extending('five-hurdles') });
  const lint = await hurdles(['lint', 'mine.yaml'], { cwd: folder.path });
  expect([lint.exitCode, lint.stdout]).toEqual([0, '']);
  const show = await hurdles(['show', 'mine.yaml'], { cwd: folder.path });
  expect(show.stdout).toContain('# Die fünf Hürden');
});

test('a file may bear the name of one of ours and extend it', async () => {
  const folder = aFolder({ 'five-hurdles.yaml': extending('five-hurdles') });
  const { exitCode, stdout } = await hurdles(['lint', 'five-hurdles.yaml'], { cwd: folder.path });
  expect([exitCode, stdout]).toEqual([0, '']);
});

test('a file beside it is found from wherever one calls', async () => {
  const folder = aFolder({});
  mkdirSync(join(folder.path, 'own/base'), { recursive: true });
  writeFileSync(join(folder.path, 'own/base/base.yaml'), extending('five-hurdles', 'base'));
  writeFileSync(join(folder.path, 'own/mine.yaml'), extending('base/base.yaml'));
  const { exitCode, stdout } = await hurdles(['lint', 'own/mine.yaml'], { cwd: folder.path });
  expect([exitCode, stdout]).toEqual([0, '']);
});

describe('what is no file in the folder is not opened', () => {
  const told = async (prepare: (path: string) => void, base = 'base.yaml') => {
    const folder = aFolder({ 'secret.txt': 'password: [x\n' });
    const path = join(folder.path, 'inner');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.yaml'), extending(base));
    prepare(path);
    return hurdles(['lint', 'mine.yaml'], { cwd: path });
  };

  test.each([
    {
      what: 'a link out of it',
      prepare: (path: string) => symlinkSync('../secret.txt', join(path, 'base.yaml')),
    },
    {
      what: 'a link to a device',
      prepare: (path: string) => symlinkSync('/dev/zero', join(path, 'base.yaml')),
    },
    {
      what: 'a pipe',
      prepare: (path: string) => execFileSync('mkfifo', [join(path, 'base.yaml')]),
    },
    { what: 'a folder', prepare: (path: string) => mkdirSync(join(path, 'base.yaml')) },
  ])('$what', async ({ prepare }) => {
    const { exitCode, stdout } = await told(prepare);
    expect(stdout).toMatch(/^mine\.yaml:2:10 {2}.*\[unknown-questionnaire\]/);
    expect(stdout).not.toContain('password');
    expect(exitCode).toBe(2);
  });

  test('a folder that is called like an id is none', async () => {
    const { stdout } = await told((path) => mkdirSync(join(path, 'base')), 'base');
    expect(stdout).toMatch(/^mine\.yaml:2:10 {2}.*\[unknown-questionnaire\]/);
  });
});

test('a file of cases names its questionnaire by an id, never by a path', async () => {
  const folder = aFolder({
    'secret.txt': 'password: [x\n',
    'evil.yaml': 'format: cases/1\nquestionnaire: ../secret.txt\ncases: []\n',
  });
  const { exitCode, stdout } = await hurdles(['lint', 'evil.yaml'], { cwd: folder.path });
  expect(stdout).toMatch(/^evil\.yaml:2:16 {2}.*\[unknown-questionnaire\]/);
  expect(exitCode).toBe(2);
});

test('a scale or an option may be called `variants`', async () => {
  const folder = aFolder({
    'mine.yaml': `${extending('five-hurdles')}scales: { variants: [{ from: 0, name: { de: a, en: a } }, { from: 1, name: { de: b, en: b } }] }\n`,
  });
  const { exitCode, stderr } = await hurdles(['show', 'mine.yaml'], { cwd: folder.path });
  expect([exitCode, stderr]).toEqual([0, '']);
});

test('what a questionnaire extends is not lost to its own print', async () => {
  const base = extending('five-hurdles', 'base');
  const folder = aFolder({ 'base.yaml': base, 'mine.yaml': extending('base.yaml') });
  const { exitCode } = await hurdles(['show', 'mine.yaml', '-f', 'md', '-o', 'base.yaml'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(2);
  expect(folder.read('base.yaml')).toBe(base);
});

test('lint takes the id of a questionnaire, too, and writes nothing for it', async () => {
  const folder = aFolder({});
  const { exitCode, stdout } = await hurdles(['lint', 'five-hurdles', '--fix'], {
    cwd: folder.path,
  });
  expect([exitCode, stdout]).toEqual([0, '']);
  expect(readdirSync(folder.path)).toEqual([]);
});
