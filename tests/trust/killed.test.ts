import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectTidy,
  expectWhole,
  type Files,
  filesIn,
  isLeftover,
  runUntil,
  watched,
} from '../support/interrupted.ts';
import { aFolder, root } from '../support/run.ts';
import { writers } from '../support/writers.ts';

// What a disk or a system may say, each in its turn, with what is told of it.
const refusals = [
  { code: 'ENOSPC', told: 'der Datenträger ist voll' },
  { code: 'EACCES', told: 'Ihnen fehlt die Berechtigung dafür' },
  { code: 'EROFS', told: 'von diesem Datenträger lässt sich nur lesen' },
  { code: 'EIO', told: 'der Datenträger meldet einen Fehler' },
  { code: 'EDQUOT', told: 'Ihr Anteil am Speicherplatz ist aufgebraucht' },
  { code: 'ENOENT', told: 'der Ordner fehlt' },
] as const;

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
        const { code, told } = refusals[tried.refused % refusals.length] ?? refusals[0];
        tried.refused += 1;
        const folder = aFolder(writer.files);
        let made = -1;
        const { exitCode, stderr } = await watched(writer, folder.path, () => {
          made += 1;
          if (made === index) throw Object.assign(new Error(code), { code });
        });
        expectWhole(folder.path, writer, after, `${code}: ${what}`);
        const left = filesIn(folder.path);
        expect(Object.keys(left).filter(isLeftover), what).toEqual([]);
        expect(stderr).not.toMatch(/^ {4}at /m);
        const isDone = Object.entries(after).every(([name, text]) => left[name] === text);
        if (isDone) continue;
        expect(stderr, what).toContain(told);
        // Whoever sent lines has none left to try again with.
        expect([2, 130]).toContain(exitCode);
      }
    },
  );

  const isKilled = isAll || writer.by === 'src/cli/commands/lint.ts';

  test.runIf(isKilled)('killed there, it leaves the same, and can be called again', () => {
    const first = runUntil(writer, aFolder(writer.files).path, 0);
    expect(first.signal).toBe(null);
    for (let at = 1; ; at += isAll ? 1 : 4) {
      const folder = aFolder(writer.files).path;
      const { signal } = runUntil(writer, folder, at);
      if (signal === null) break;
      tried.killed += 1;
      expect(signal).toBe('SIGKILL');
      expectWhole(folder, writer, after, `killed at ${at}`);
      expectTidy(folder);
    }
  });
});

function sources(): readonly string[] {
  const entries = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => `src/${name}`);
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
