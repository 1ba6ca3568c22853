import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run a folder of its own for everything that is temporary: workers are stopped, and clear up nothing. */
export function setup(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hurdles-')));
  // Some tests run a program as somebody else.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
