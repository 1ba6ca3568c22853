import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { codeOf, statOf } from './files.ts';
import { isGone, processName } from './process-name.ts';

/** How long another program may take to write the file, in milliseconds; mostly it takes a few. */
const patience = 2000;
const pause = 20;

/** After so many milliseconds what a process of another machine left there is given up; it cannot be asked. */
const aDay = 24 * 60 * 60 * 1000;

/**
 * Keeps a file for oneself while one writes it: by a folder beside it, which only one can hold. What processes that
 * were killed left behind beside it, of this file and of others, is taken away; of another machine, a day later.
 *
 * @param act is handed the path of an empty file beside the target; it may move it, else it is gone afterwards
 * @throws Failure when somebody else goes on holding the file
 */
export function holdingPlace<Made>(
  target: string,
  name: string,
  act: (part: string) => Made,
): Made {
  const beside = dirname(target);
  sweep(beside, null);
  const folder = join(beside, `.hurdles-${shortName(target)}.tmp`);
  const self = processName();
  // Whoever holds it has a file in it from the first moment on, so that an empty one is nobody's.
  const own = join(beside, `.hurdles-${shortName(target)}-${self}.tmp`);
  try {
    mkdirSync(own, { mode: 0o700 });
    closeSync(openSync(join(own, self), 'wx'));
    take(own, folder, self, name);
    return act(join(folder, self));
  } finally {
    for (const one of [own, folder]) {
      quietly(() => unlinkSync(join(one, self)));
      quietly(() => rmdirSync(one));
    }
  }
}

// Only a part of it: the whole may be as long as names can be.
function shortName(target: string): string {
  return createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);
}

const ours = /^\.hurdles-[0-9a-f]{16}-?(\d+-[0-9a-f]{8})?\.tmp$/;

// Before it has made anything itself, a process takes what bears its number for an earlier one's.
function sweep(beside: string, self: string | null): void {
  for (const name of namesIn(beside).filter((one) => ours.test(one))) {
    const folder = join(beside, name);
    const maker = ours.exec(name)?.[1];
    const isOver = (who: string, path: string) => who !== self && (isGone(who) ?? isOld(path));
    const isNobodys = maker === undefined || isOver(maker, folder);
    for (const left of namesIn(folder)) {
      const path = join(folder, left);
      if (isOver(left, path)) quietly(() => unlinkSync(path));
    }
    if (isNobodys) quietly(() => rmdirSync(folder));
  }
}

function isOld(path: string): boolean {
  const stat = statOf(path);
  return stat !== null && Date.now() - stat.mtimeMs > aDay;
}

function take(own: string, folder: string, self: string, name: string): void {
  const before = holders(folder);
  for (let waited = 0; ; waited += pause) {
    try {
      renameSync(own, folder);
      return;
    } catch (error) {
      if (!isThere.includes(codeOf(error) ?? '') || statOf(folder) === null) throw error;
    }
    // Some systems put nothing in the place of an empty one either.
    sweep(dirname(folder), self);
    if (waited === patience) clearStill(folder, before);
    if (waited > patience) throw new Failure('being-written', { file: name, folder });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

const isThere: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'];

// Of a process that cannot be asked, since it ran on another machine, standing still is the only sign.
function clearStill(folder: string, before: readonly Holder[]): void {
  for (const { left, state } of holders(folder)) {
    const stood = before.some((one) => one.state === state);
    if (stood && isGone(left) === null) quietly(() => unlinkSync(join(folder, left)));
  }
}

type Holder = { readonly left: string; readonly state: string };

function holders(folder: string): readonly Holder[] {
  return namesIn(folder).map((left) => {
    const stat = statOf(join(folder, left));
    return { left, state: `${left} ${stat?.ino} ${stat?.size} ${stat?.mtimeMs}` };
  });
}

function namesIn(folder: string): readonly string[] {
  return quietly(() => readdirSync(folder)) ?? [];
}

// What cannot be looked at or removed is no reason to lose the rest.
function quietly<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}
