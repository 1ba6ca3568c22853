import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Outcome = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both of them, in the order in which a terminal would show them. */
  readonly screen: string;
};
export type Surroundings = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** How wide the terminal is; a pipe says nothing of it. */
  readonly columns?: number;
  /** Whether what is printed goes to a terminal. */
  readonly isTerminal?: boolean;
  /** What the clock says; one that stands still where nothing is said. */
  readonly now?: () => Date;
  /** Where talk goes instead. */
  readonly stderr?: Writable;
};

/** Runs a command in process, as a pipe would see it: no terminal, German unless the environment says otherwise. */
export async function hurdles(
  argv: readonly string[],
  around: Surroundings = {},
): Promise<Outcome> {
  const stdin = new PassThrough();
  stdin.end(around.stdin ?? '');
  const screen: Buffer[] = [];
  const [stdout, stderr] = [collecting(screen), collecting(screen)];
  const exitCode = await main(argv, {
    stdin,
    stdout: Object.assign(stdout.stream, {
      ...(around.columns ? { columns: around.columns } : {}),
      ...(around.isTerminal ? { isTTY: true as const } : {}),
    }),
    stderr: around.stderr ?? stderr.stream,
    env: around.env ?? {},
    cwd: around.cwd ?? root,
    now: around.now ?? (() => new Date('2026-11-20T09:00:00Z')),
    onInterrupt: () => () => {},
  });
  const shown = Buffer.concat(screen).toString('utf8');
  return { exitCode, stdout: stdout.text(), stderr: stderr.text(), screen: shown };
}

/** A folder of its own for one test, with these files in it; it is gone when all tests are through. */
export function aFolder(files: Readonly<Record<string, string>> = {}): {
  readonly path: string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'hurdles-')));
  const write = (name: string, text: string) => writeFileSync(join(path, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, write, read: (name) => readFileSync(join(path, name), 'utf8') };
}

/** A stream that keeps what is written to it. */
export function collecting(screen: Buffer[]) {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    screen.push(chunk);
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
