import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { codeOf, statOf } from './files.ts';

/**
 * Stops before anything is asked where no answer could be saved. What goes wrong later is told at the answer.
 *
 * @throws Failure where the file, or the folder it would be made in, may not be written to
 */
export function refuseUnwritable(path: string, name: string): void {
  try {
    const there = statOf(path);
    if (there !== null) accessSync(path, constants.W_OK);
    // A device is written to, and where a link leads that leads nowhere yet only whoever writes finds out.
    else if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return;
    if (there?.isFile() === false) return;
    accessSync(nearestFolder(dirname(there === null ? path : realpathSync(path))), constants.W_OK);
  } catch (error) {
    const reason = codeOf(error);
    if (error instanceof Failure || reason === null) throw error;
    throw new Failure('cannot-save', { file: name, reason });
  }
}

// Folders that are missing are made with the first answer.
function nearestFolder(path: string): string {
  const above = dirname(path);
  return statOf(path) !== null || above === path ? path : nearestFolder(above);
}
