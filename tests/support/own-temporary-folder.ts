import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run a folder of its own for everything that is temporary: workers are stopped, and clear up nothing. */
export function setup(): () => Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hurdles-')));
  // Some tests run a program as somebody else.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // There is so much in it that Vitest must not wait: it would take workers that have long ended for stuck ones.
  return () => rm(folder, { recursive: true, force: true });
}
