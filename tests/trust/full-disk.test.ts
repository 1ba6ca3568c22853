import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aFolder, root } from '../support/run.ts';

const hurdles = [process.execPath, join(root, 'bin/hurdles.js')].join(' ');
const example = join(root, 'examples/versandhandel.yaml');
const other = join(root, 'examples/malerbetrieb.yaml');
const old = '<meta name="generator" content="five-hurdles 0.0.1">';

// What has no room: files, and what a shell puts into one.
const outputs = [
  { what: 'a report', call: `${hurdles} report ${example} -o file` },
  { what: 'data', call: `${hurdles} score ${example} --json > other` },
  {
    what: 'lines',
    call: `${hurdles} score ${example} ${other} --ndjson --full > other`,
  },
  { what: 'an explanation', call: `${hurdles} explain ${example} --json > other` },
] as const;

// A shell that lets no file grow beyond 16 kB: the system then takes what fits and no more, as a full disk does.
describe.skipIf(process.platform === 'win32').each(outputs)(
  'where $what has no room',
  ({ call }) => {
    test('it is told, and what was there before is whole', () => {
      const { path, read } = aFolder({ file: old });
      const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f 32; ${call}`], {
        cwd: path,
        encoding: 'utf8',
      });
      expect(stderr).toMatch(/lässt sich nicht schreiben/);
      expect(status).toBe(2);
      expect(read('file')).toBe(old);
      expect(readdirSync(path).filter((name) => name !== 'other')).toEqual(['file']);
    });
  },
);

const small = mkdtempSync(join(tmpdir(), 'hurdles-small-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
const why =
  'Only root may mount a small disk: what happens on a full one is tried with a limit of the shell alone.';
if (!mounted && process.env.DISK_TESTS === 'required') throw new Error(why);
if (!mounted) process.stderr.write(`\n${why}\n`);

afterAll(() => {
  if (mounted) spawnSync('umount', [small]);
  rmdirSync(small);
});

describe.skipIf(!mounted).each(outputs)('where the disk has no room for $what', ({ call }) => {
  test('it is told, and what was there before is whole', () => {
    const filled = `printf '%s' '${old}' > file; head -c 45000 /dev/zero > ballast; ${call}`;
    const { status, stderr } = spawnSync('sh', ['-c', filled], { cwd: small, encoding: 'utf8' });
    expect(stderr).toMatch(/lässt sich nicht schreiben: der Datenträger ist voll/);
    expect(status).toBe(2);
    expect(readFileSync(join(small, 'file'), 'utf8')).toBe(old);
    expect(statSync(join(small, 'ballast')).size).toBe(45_000);
    expect(
      readdirSync(small)
        .filter((name) => name !== 'other')
        .sort(),
    ).toEqual(['ballast', 'file']);
    spawnSync('sh', ['-c', 'rm -f other file ballast'], { cwd: small });
  });
});
