import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { codeOf } from './files.ts';

/** What this process is called in the names of its temporary files. */
export function processName(): string {
  return `${process.pid}-${machine()}`;
}

/**
 * Whether the process called so has ended; null where that cannot be known, since it ran on another machine. One with
 * the number of this process is an earlier one, as in containers that count from 1.
 */
export function isGone(name: string): boolean | null {
  const [pid = '', where] = name.split('-');
  if (!/^\d+$/.test(pid) || where !== machine()) return null;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's may not be asked, and runs.
    return codeOf(error) !== 'ESRCH';
  }
}

function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
