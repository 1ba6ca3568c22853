import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectTidy,
  expectWhole,
  type Files,
  filesIn,
  isLeftover,
  runUntil,
  undisturbed,
  watched,
} from '../support/interrupted.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { writers } from '../support/writers.ts';

// Every writer by every fault; the rest of the places takes minutes: `npm run crashes`.
const isAll = process.env.CRASHES === 'all';
const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
const tried = { vanished: 0, signalled: 0, readOnly: 0, untold: 0, clocks: 0 };

// Root may write everywhere, unless that right is taken from it.
const withoutRights = ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'];
const isRoot = process.getuid?.() === 0;
const canBeKeptOut =
  process.platform !== 'win32' &&
  (!isRoot || spawnSync(withoutRights[0] ?? '', [...withoutRights.slice(1), 'true']).status === 0);
const why = 'Nobody can keep root out without setpriv: folders that may only be read are left out.';
if (!canBeKeptOut && process.env.DISK_TESTS === 'required') throw new Error(why);
if (!canBeKeptOut) process.stderr.write(`\n${why}\n`);

afterAll(() => {
  const { vanished, signalled, readOnly, untold, clocks } = tried;
  process.stdout.write(
    `\nFaults: ${vanished} folders vanished, ${signalled} signals sent, ${readOnly} folders only to be read, ${untold} words that nobody heard, ${clocks} clocks set back; none of them lost or tore a file.\n`,
  );
});

describe.each(writers.map((writer, index) => ({ ...writer, index })))('$what', (writer) => {
  let after: Files;
  let changes: number;
  let exitCode: number;
  beforeAll(async () => {
    ({ after, changes, exitCode } = await undisturbed(writer));
  });
  // Some places of each; of what they have in common more with one of them.
  const places = (some: number) => {
    const step = !isAll
      ? Math.ceil(changes / some)
      : writer.by === 'src/cli/output.ts' && writer.index > 0
        ? 5
        : 1;
    const first = 1 + (writer.index % step);
    const count = Math.floor((changes - first) / step) + 1;
    return Array.from({ length: count }, (_, nth) => first + nth * step);
  };

  test.each(['moved', 'removed'] as const)(
    'a folder that is %s meanwhile is told, and every file that is left is whole',
    async (how) => {
      for (const at of places(2)) {
        tried.vanished += 1;
        const folder = aFolder(writer.files).path;
        const elsewhere = join(aFolder().path, 'moved');
        let made = 0;
        const { stderr, exitCode: ended } = await watched(writer, folder, () => {
          made += 1;
          if (made !== at) return;
          if (how === 'moved') renameSync(folder, elsewhere);
          else rmSync(folder, { recursive: true });
        });
        const what = `${how} at ${at}`;
        expect(stderr, what).not.toMatch(/^ {4}at /m);
        expect([0, exitCode, 2, 130], what).toContain(ended);
        const places = [elsewhere, folder].filter((one) => existsSync(one));
        for (const place of places) {
          expectWhole(place, writer, after, what, place === folder);
          expectTidy(place);
        }
        // Whoever says that it is done has written all of it somewhere; an interview that lacks lines never does.
        if (how === 'removed' || ended !== exitCode || ended === 130) continue;
        const written = places.flatMap((place) => Object.entries(filesIn(place)));
        expect(Object.fromEntries(written), what).toEqual(after);
      }
    },
  );

  test('a signal in the middle of a write waits for it, and nothing is left behind', () => {
    for (const [nth, at] of places(1).entries()) {
      const signal = signals[(writer.index + nth) % signals.length] ?? 'SIGTERM';
      tried.signalled += 1;
      const folder = aFolder(writer.files).path;
      const temporary = aFolder().path;
      const ended = runUntil(writer, folder, at, { KILL_BY: signal, TMPDIR: temporary });
      const what = `${signal} at ${at}`;
      expect([ended.signal, ended.status], what).toEqual([null, 130]);
      expect(ended.stderr, what).not.toMatch(/^ {4}at /m);
      expectWhole(folder, writer, after, what);
      expect(Object.keys(filesIn(folder)).filter(isLeftover), what).toEqual([]);
      expect(readdirSync(temporary), what).toEqual([]);
    }
  });

  test.runIf(canBeKeptOut)('a folder that may only be read stays as it was, and it is told', () => {
    tried.readOnly += 1;
    const folder = aFolder(writer.files).path;
    chmodSync(folder, 0o555);
    const call = [process.execPath, join(root, 'bin/hurdles.js'), ...writer.argv];
    const [program = '', ...words] = isRoot ? [...withoutRights, ...call] : call;
    const env = { ...writer.env, PATH: process.env.PATH ?? '' };
    const input = writer.stdin ?? '';
    const { status, stderr } = spawnSync(program, words, {
      cwd: folder,
      input,
      env,
      encoding: 'utf8',
    });
    chmodSync(folder, 0o755);
    expect(stderr).toContain('Ihnen fehlt die Berechtigung dafür');
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([2, 130]).toContain(status);
    expect(filesIn(folder)).toEqual(writer.files);
  });

  test.each(['EPIPE', 'ENOSPC'] as const)(
    'where nobody hears what is told (%s), what is written is whole',
    async (code) => {
      tried.untold += 1;
      const folder = aFolder(writer.files).path;
      const stderr = deaf(code);
      const { argv, stdin = '', env = {} } = writer;
      const ended = await hurdles(argv, { cwd: folder, stdin, env, stderr });
      expectWhole(folder, writer, after, code);
      expect(Object.keys(filesIn(folder)).filter(isLeftover)).toEqual([]);
      if (code === 'EPIPE') {
        expect(ended.exitCode).toBe(exitCode);
        expect(Object.keys(filesIn(folder))).toEqual(Object.keys(after));
      } else {
        expect([exitCode, 2]).toContain(ended.exitCode);
      }
    },
  );

  test('a clock that goes backwards keeps nothing from being written', async () => {
    tried.clocks += 1;
    const folder = aFolder(writer.files).path;
    let time = Date.parse('2026-11-20T09:00:00Z');
    const now = () => {
      time -= 3_600_000;
      return new Date(time);
    };
    const ended = await watched(writer, folder, () => {}, { now });
    expect(ended.stderr).not.toMatch(/^ {4}at |NaN|Infinity/m);
    expect(ended.stderr).not.toMatch(/(?<![\d.,])-\d/);
    expect(ended.exitCode).toBe(exitCode);
    expect(Object.keys(filesIn(folder))).toEqual(Object.keys(after));
    for (const name of Object.keys(after).filter((one) => one.endsWith('.yaml'))) {
      const { stdout } = await hurdles(['lint', name], { cwd: folder });
      expect(stdout).not.toMatch(/-\d+ |NaN/);
    }
  });
});

// Whatever takes a name of a file for its output.
const named = writers.filter(
  ({ argv }) => argv.includes('-o') && !argv.at(argv.indexOf('-o') + 1)?.endsWith('/'),
);

describe.runIf(existsSync('/dev/full'))('into a device', () => {
  test.each(named)('$what says that it is full, and the device stays one', async (writer) => {
    const folder = aFolder(writer.files).path;
    const target = writer.argv[writer.argv.indexOf('-o') + 1] ?? '';
    rmSync(join(folder, target), { force: true });
    symlinkSync('/dev/full', join(folder, target));
    const { argv, env = {} } = writer;
    const { exitCode, stderr } = await hurdles([...argv, '--force'], { cwd: folder, env });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('der Datenträger ist voll')]);
    const left = readdirSync(folder).filter((name) => !name.endsWith('.schema.json'));
    expect(left.sort()).toEqual([...new Set([...Object.keys(writer.files), target])].sort());
  });
});

describe.skipIf(process.platform === 'win32')('into a pipe that a name stands for', () => {
  const call = `'${process.execPath}' '${join(root, 'bin/hurdles.js')}' report '${join(root, 'examples/versandhandel.yaml')}' -o report.html`;
  test.each([
    { what: 'all of it arrives', into: 'cat', size: expect.any(Number) },
    { what: 'it ends quietly when nobody reads on', into: 'head -c 100', size: 100 },
  ])('$what', ({ into, size }) => {
    const folder = aFolder().path;
    symlinkSync('/dev/stdout', join(folder, 'report.html'));
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `{ ${call}; echo "ended $?" >&2; } | ${into}`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stdout.length).toEqual(size);
    expect(stdout.endsWith('</html>\n')).toBe(into === 'cat');
    expect(stderr).toBe('Geschrieben: report.html\nended 0\n');
  });
});

// As a stream of the process is: what fails does not end it.
function deaf(code: string): Writable {
  const write = (_data: unknown, done?: (error: Error) => void) => {
    if (done) setImmediate(done, Object.assign(new Error(code), { code }));
    return true;
  };
  return Object.assign(new PassThrough(), { write });
}
