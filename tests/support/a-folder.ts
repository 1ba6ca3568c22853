import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test, with these files in it; it is gone when the tests of the file are through. */
export function aFolder(files: Readonly<Record<string, string>> = {}): {
  readonly path: string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'hurdles-')));
  folders.push(path);
  const write = (name: string, text: string) => writeFileSync(join(path, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, write, read: (name) => readFileSync(join(path, name), 'utf8') };
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

// For scripts; whoever runs tests is not told when it ends.
process.on('exit', removeFolders);
