import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.ts';
import { onEachChange } from '../support/fs-changes.js';
import { aFolder, hurdles, type Outcome, root } from '../support/run.ts';
import { type Writer, writers } from '../support/writers.ts';

// The rest of it takes minutes: `npm run crashes`.
const isAll = process.env.CRASHES === 'all';
const tried = { seen: 0, killed: 0, refused: 0 };

afterAll(() => {
  const { seen, killed, refused } = tried;
  process.stdout.write(
    `\nCrash points: ${seen} states of the disk looked at, ${killed} processes killed, ${refused} changes refused; none of them lost or tore a file.\n`,
  );
});

test('every module that has files written is among those that are interrupted', () => {
  const handing = sources().filter((file) =>
    /(?:import|const) \{[^}]*\b(?:re)?[wW]rite(?:Whole|New)\b/.test(read(file)),
  );
  const own = handing.filter((file) => /write-whole/.test(read(file)));
  const covered = new Set(writers.map(({ by }) => by));
  expect(own.filter((file) => !/temporary-folder/.test(file)).sort()).toEqual([...covered].sort());
});

test('the disk is changed in few places', () => {
  const changing =
    /\b(?:append|chmod|chown|copy|cp|fchmod|fchown|ftruncate|link|mkdir|mkdtemp|rename|rm|rmdir|symlink|truncate|unlink|write)\w*/;
  const places = sources().filter((file) => {
    const imported = /import ([^;]*?) from 'node:fs(?:\/promises)?'/.exec(read(file))?.[1] ?? '';
    return changing.test(imported) || /^\w|\*/.test(imported);
  });
  expect(places.sort()).toEqual([
    'src/cli/hold-place.ts',
    'src/cli/temporary-folder.ts',
    'src/cli/write-all.ts',
    'src/cli/write-whole.ts',
  ]);
});

describe.each(writers)('$what', (writer) => {
  const states: { readonly path: string; readonly what: string }[] = [];
  let after: Files;
  beforeAll(async () => {
    const folder = aFolder(writer.files);
    const said = await watched(writer, folder.path, (what) => {
      const copy = aFolder().path;
      cpSync(folder.path, copy, { recursive: true });
      states.push({ path: copy, what });
    });
    expect([said.exitCode, said.stderr]).toEqual([
      expect.any(Number),
      expect.not.stringMatching(/^ {4}at /m),
    ]);
    after = filesIn(folder.path);
  });

  test('at every change the disk sees, each file is the old one or the new one', () => {
    expect(states.length).toBeGreaterThan(9);
    expect(Object.keys(after).filter(isLeftover)).toEqual([]);
    expect(Object.keys(after).length).toBeGreaterThan(0);
    for (const { path, what } of states) {
      tried.seen += 1;
      expectWhole(path, writer, after, what);
      expectTidy(path);
    }
  });

  // What all of them have in common is tried with few.
  const isTried = isAll || writer.by !== 'src/cli/output.ts';

  test.runIf(isTried)(
    'what the disk refuses is told, and nothing is torn or left behind',
    async () => {
      for (const [index, { what }] of states.entries()) {
        if (!isAll && index % 12 !== 3) continue;
        // What may not be removed stays there, of course.
        if (/^(?:rm|unlink)/.test(what)) continue;
        tried.refused += 1;
        const folder = aFolder(writer.files);
        let made = -1;
        const { exitCode, stderr } = await watched(writer, folder.path, () => {
          made += 1;
          if (made === index) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        });
        expectWhole(folder.path, writer, after, `refused: ${what}`);
        const left = filesIn(folder.path);
        expect(Object.keys(left).filter(isLeftover), what).toEqual([]);
        expect(stderr).not.toMatch(/^ {4}at /m);
        const isDone = Object.entries(after).every(([name, text]) => left[name] === text);
        if (isDone) continue;
        expect(stderr, what).toMatch(/der Datenträger ist voll/);
        // Whoever sent lines has none left to try again with.
        expect([2, 130]).toContain(exitCode);
      }
    },
  );

  const isKilled = isAll || writer.by === 'src/cli/commands/lint.ts';

  test.runIf(isKilled)('killed there, it leaves the same, and can be called again', () => {
    const first = run(writer, aFolder(writer.files).path, 0);
    expect(first.signal).toBe(null);
    for (let at = 1; ; at += isAll ? 1 : 4) {
      const folder = aFolder(writer.files).path;
      const { signal } = run(writer, folder, at);
      if (signal === null) break;
      tried.killed += 1;
      expect(signal).toBe('SIGKILL');
      expectWhole(folder, writer, after, `killed at ${at}`);
      expectTidy(folder);
    }
  });
});

type Files = Readonly<Record<string, string>>;

// Each file is as it was, as it is in the end, or not there as before.
function expectWhole(folder: string, writer: Writer, after: Files, what: string): void {
  const there = filesIn(folder);
  const names = new Set([...Object.keys(writer.files), ...Object.keys(there)]);
  for (const name of [...names].filter((one) => !isLeftover(one))) {
    const [was, is] = [writer.files[name], there[name]];
    const willBe = Object.hasOwn(after, name) ? after[name] : undefined;
    const isSavedOneByOne = writer.by === 'src/cli/answers-file.ts';
    const isWhole = isSavedOneByOne ? is?.endsWith('\nsteps: {}\n') : is === willBe;
    expect(is === was || isWhole, `${name}, ${what}`).toBe(true);
  }
}

// What lies about goes with the next file that is written there.
function expectTidy(folder: string): void {
  const left = Object.keys(filesIn(folder)).filter(isLeftover);
  const beside = new Set(left.map((name) => join('.', name.replace(leftover, ''))));
  for (const one of beside) writeWhole(join(folder, one, 'next'), 'next', 'next');
  expect(Object.keys(filesIn(folder)).filter(isLeftover)).toEqual([]);
}

const leftover = /(?:^|\/)\.hurdles-.*$/;

function isLeftover(name: string): boolean {
  return leftover.test(name);
}

// Folders, too, where there is nothing in them.
function filesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll('\\', '/');
      if (!entry.isDirectory()) return [[name, readFileSync(path, 'utf8')]];
      return isLeftover(name) ? [[name, '']] : [];
    }),
  );
}

async function watched(
  writer: Writer,
  cwd: string,
  hook: (what: string) => void,
): Promise<Outcome> {
  const stop = onEachChange(hook);
  try {
    const { argv, stdin = '', env = {} } = writer;
    return await hurdles(argv, { cwd, stdin, env });
  } finally {
    stop();
  }
}

// The built program, ended before a change to the disk.
function run({ argv, stdin = '', env = {} }: Writer, cwd: string, at: number) {
  const preload = pathToFileURL(join(root, 'tests/support/kill-at.js')).href;
  const words = ['--import', preload, join(root, 'bin/hurdles.js'), ...argv];
  return spawnSync(process.execPath, words, {
    cwd,
    input: stdin,
    env: { ...env, KILL_AT: String(at) },
  });
}

function sources(): readonly string[] {
  const entries = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => `src/${name}`);
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
