import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.ts';
import { onEachChange } from './fs-changes.js';
import { aFolder, hurdles, type Outcome, root, type Surroundings } from './run.ts';
import type { Writer } from './writers.ts';

export type Files = Readonly<Record<string, string>>;

/** Each file is as it was, as it is in the end, or not there as before; in a folder that is `anew`, only what is there. */
export function expectWhole(
  folder: string,
  writer: Writer,
  after: Files,
  what: string,
  anew = false,
): void {
  const there = filesIn(folder);
  const names = new Set([...(anew ? [] : Object.keys(writer.files)), ...Object.keys(there)]);
  for (const name of [...names].filter((one) => !isLeftover(one))) {
    const [was, is] = [writer.files[name], there[name]];
    const willBe = Object.hasOwn(after, name) ? after[name] : undefined;
    const isSavedOneByOne = writer.by === 'src/cli/answers-file.ts';
    const isWhole = isSavedOneByOne ? is?.endsWith('\nsteps: {}\n') : is === willBe;
    expect(is === was || isWhole, `${name}, ${what}`).toBe(true);
  }
}

/** What lies about goes with the next file that is written there. */
export function expectTidy(folder: string): void {
  const left = Object.keys(filesIn(folder)).filter(isLeftover);
  const beside = new Set(left.map((name) => join('.', name.replace(leftover, ''))));
  for (const one of beside) {
    writeWhole(join(folder, one, 'next'), 'next', 'next');
    rmSync(join(folder, one, 'next'));
  }
  expect(Object.keys(filesIn(folder)).filter(isLeftover)).toEqual([]);
}

const leftover = /(?:^|\/)\.hurdles-.*$/;

export function isLeftover(name: string): boolean {
  return leftover.test(name);
}

/** Folders, too, where there is nothing in them. */
export function filesIn(folder: string): Files {
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

/** Runs a writer and calls back before each change to its disk. */
export async function watched(
  writer: Writer,
  cwd: string,
  hook: (what: string) => void,
  around: Surroundings = {},
): Promise<Outcome> {
  const stop = onEachChange(hook);
  try {
    const { argv, stdin = '', env = {} } = writer;
    return await hurdles(argv, { cwd, stdin, env, ...around });
  } finally {
    stop();
  }
}

/** The built program, ended by a signal before the change to its disk whose number is told; never for 0. */
export function runUntil(
  { argv, stdin = '', env = {} }: Writer,
  cwd: string,
  at: number,
  more: Readonly<Record<string, string>> = {},
) {
  const preload = pathToFileURL(join(root, 'tests/support/kill-at.js')).href;
  const words = ['--import', preload, join(root, 'bin/hurdles.js'), ...argv];
  return spawnSync(process.execPath, words, {
    cwd,
    input: stdin,
    encoding: 'utf8',
    env: { ...env, ...more, KILL_AT: String(at) },
  });
}

/** All that a writer leaves in the end, and how often it changes the disk until then. */
export async function undisturbed(
  writer: Writer,
): Promise<{ readonly after: Files; readonly changes: number; readonly exitCode: number }> {
  const folder = aFolder(writer.files);
  let changes = 0;
  const { exitCode } = await watched(writer, folder.path, () => {
    changes += 1;
  });
  return { after: filesIn(folder.path), changes, exitCode };
}
