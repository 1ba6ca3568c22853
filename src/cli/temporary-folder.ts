import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './files.ts';
import type { Io } from './io.ts';
import { isGone, processName } from './process-name.ts';
import { writeFailure } from './write-whole.ts';

/** Says what else to do before the folder goes, should somebody interrupt. */
export type WhenInterrupted = (callBack: () => void) => void;

/**
 * Does something in a new folder that nobody else can look into and that is gone afterwards, whether it came to its
 * end, failed or was interrupted. What a process that was killed left behind goes now.
 *
 * @throws Failure when there is no place for one
 */
export async function inTemporaryFolder<Outcome>(
  prefix: string,
  io: Pick<Io, 'onInterrupt'>,
  act: (folder: string, whenInterrupted: WhenInterrupted) => Promise<Outcome>,
): Promise<Outcome> {
  for (const name of leftBehind(prefix)) remove(join(tmpdir(), name));
  const callBacks: (() => void)[] = [];
  let folder: string | null = null;
  const clear = () => {
    if (folder !== null) remove(folder);
  };
  // From before it is made until it is gone.
  const settle = io.onInterrupt(() => {
    for (const callBack of callBacks) callBack();
    clear();
  });
  try {
    folder = made(join(tmpdir(), `${prefix}${processName()}-`));
    return await act(folder, (callBack) => callBacks.push(callBack));
  } finally {
    clear();
    settle();
  }
}

function leftBehind(prefix: string): readonly string[] {
  try {
    // Of this process there may be others under way.
    return readdirSync(tmpdir()).filter(
      (name) =>
        name.startsWith(prefix) &&
        !name.startsWith(`${prefix}${processName()}-`) &&
        isGone(name.slice(prefix.length)),
    );
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}

function made(prefix: string): string {
  try {
    return mkdtempSync(prefix);
  } catch (error) {
    throw writeFailure(error, prefix);
  }
}

// A program that is just ending may still write there. What cannot be removed in the end is no reason to lose the rest.
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}
