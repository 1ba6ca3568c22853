import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/cli/failure.ts';
import { processName } from '../../src/cli/process-name.ts';
import { rewriteWhole, writeWhole } from '../../src/cli/write-whole.ts';
import { onEachChange } from '../support/fs-changes.js';
import { aFolder, root } from '../support/run.ts';

// Holds a file as another process would that is just writing it.
function heldBy(holder: string) {
  const folder = aFolder({ file: 'old' });
  let held = '';
  const stop = onEachChange(() => {
    held ||=
      readdirSync(folder.path).find((name) => /^\.hurdles-[0-9a-f]{16}\.tmp$/.test(name)) ?? '';
  });
  writeWhole(join(folder.path, 'file'), 'file', 'old');
  stop();
  mkdirSync(join(folder.path, held));
  writeFileSync(join(folder.path, held, holder), 'half');
  return { ...folder, write: () => writeWhole(join(folder.path, 'file'), 'file', 'new') };
}

const machine = processName().split('-')[1];

test('whoever writes a file that another process is writing is told, and changes nothing', () => {
  const other = spawn('sleep', ['60']);
  const { write, read } = heldBy(`${other.pid}-${machine}`);
  expect(write).toThrow(Failure);
  expect(write).toThrow('being-written');
  expect(read('file')).toBe('old');
  other.kill('SIGKILL');
});

test.each([
  { who: 'a process that was killed', holder: () => `${spawnSync('true').pid}-${machine}` },
  { who: 'an earlier process with the same number', holder: processName },
  { who: 'a process of another machine that does nothing more', holder: () => '4711-0badcafe' },
])('what $who holds is held no longer', ({ holder }) => {
  const { path, write, read } = heldBy(holder());
  write();
  expect(read('file')).toBe('new');
  expect(readdirSync(path)).toEqual(['file']);
});

test.each([
  { since: 'an hour ago', hours: 1, isLeft: true },
  { since: 'two days ago', hours: 48, isLeft: false },
])('what another machine left in the folder $since is taken away: not before a day', (row) => {
  const folder = aFolder({ other: 'old' });
  const before = new Date(Date.now() - row.hours * 3_600_000);
  const held = '.hurdles-0123456789abcdef.tmp';
  const making = '.hurdles-0123456789abcdef-4711-0badcafe.tmp';
  for (const name of [held, making]) {
    mkdirSync(join(folder.path, name));
    folder.write(`${name}/4711-0badcafe`, 'half');
    for (const one of [`${name}/4711-0badcafe`, name]) {
      utimesSync(join(folder.path, one), before, before);
    }
  }
  writeWhole(join(folder.path, 'other'), 'other', 'new');
  const left = row.isLeft ? [making, held] : [];
  expect(readdirSync(folder.path).sort()).toEqual([...left, 'other'].sort());
  expect(folder.read('other')).toBe('new');
});

test('nobody gets between the reading of a file and its writing, wherever he tries', () => {
  const folder = aFolder({ file: '1' });
  const path = join(folder.path, 'file');
  const add = () =>
    rewriteWhole(path, 'file', () => ({ data: String(Number(folder.read('file')) + 1) }));
  const told: string[] = [];
  let points = 0;
  const step = process.env.CRASHES === 'all' ? 1 : 2;
  for (let at = 1; at === 1 || points >= at - step; at += step) {
    folder.write('file', '1');
    points = 0;
    let isTold = false;
    const stop = onEachChange(() => {
      points += 1;
      if (points !== at) return;
      const { status, stdout } = spawnSync(
        process.execPath,
        ['--import', 'tsx', '-e', adding(path)],
        { cwd: root, encoding: 'utf8' },
      );
      expect(status).toBe(0);
      isTold = stdout.includes('being-written');
    });
    try {
      add();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      isTold = true;
    } finally {
      stop();
    }
    told.push(`${at}: ${isTold}`);
    // Both of them have added theirs, or one of them was told.
    expect(folder.read('file'), told.at(-1)).toBe(isTold || points < at ? '2' : '3');
    if (points < at) break;
  }
  expect(told.length).toBeGreaterThan(5);
  expect(told.some((one) => one.endsWith('true'))).toBe(true);
});

function adding(path: string): string {
  return `
    const { readFileSync } = require('node:fs');
    const { rewriteWhole } = require(${JSON.stringify(join(root, 'src/cli/write-whole.ts'))});
    try {
      rewriteWhole(${JSON.stringify(path)}, 'file', () => ({ data: String(Number(readFileSync(${JSON.stringify(path)}, 'utf8')) + 1) }));
    } catch (error) { console.log(error.code); }`;
}
