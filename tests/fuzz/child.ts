import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Attempt, Came } from './attempt.ts';
import { textOf } from './finds.ts';
import { planted } from './planted.ts';

// Runs what it is sent in process, one after the other, in a folder of its own, and says what came of it.
const scratch = mkdtempSync(join(tmpdir(), 'hurdles-fuzz-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.on('disconnect', () => process.exit(0));
// What resolves paths from here and not from the folder it is told shows up, too.
const elsewhere = join(scratch, 'elsewhere');
mkdirSync(elsewhere);
process.chdir(elsewhere);

const run = planted(process.env.PLANTED, main);
let behind: string | null = null;
process.on('unhandledRejection', (error) => {
  behind = traceOf(error);
});
process.on('uncaughtException', (error) => {
  behind = traceOf(error);
});

process.on('message', async (attempt: Attempt) => {
  process.send?.(await came(attempt));
});
process.send?.('ready');

let count = 0;

async function came(attempt: Attempt): Promise<Came> {
  count += 1;
  const outer = join(scratch, String(count));
  const first = await once(attempt, attempt.argv, outer);
  const twin = attempt.printing
    ? await once(attempt, attempt.printing.argv, join(scratch, `${count}-twin`))
    : null;
  return { ...first, printed: twin?.stdout ?? null };
}

async function once(attempt: Attempt, argv: readonly string[], outer: string): Promise<Came> {
  const inner = join(outer, 'in ner');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(outer, 'other.yaml'), 'of somebody else');
  for (const [name, content] of Object.entries(attempt.files ?? {})) {
    mkdirSync(dirname(join(inner, name)), { recursive: true });
    writeFileSync(join(inner, name), content);
  }
  const before = prototypeKeys();
  behind = null;
  const stdin = new PassThrough();
  stdin.end(attempt.stdin ?? '');
  const [stdout, stderr] = [kept(), kept()];
  let exitCode: number | null = null;
  let thrown: string | null = null;
  try {
    exitCode = await run(argv, {
      stdin,
      stdout: stdout.stream,
      stderr: stderr.stream,
      // No browser: that would be another program's fuzzer.
      env: { PATH: '', HURDLES_BROWSER: join(outer, 'no-browser') },
      cwd: inner,
      now: () => new Date('2026-11-20T09:00:00Z'),
      onInterrupt: () => () => {},
    });
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    thrown = traceOf(error);
  }
  const polluted = prototypeKeys().filter((key) => !before.includes(key));
  for (const key of polluted) Reflect.deleteProperty(Object.prototype, key);
  const beside = [...filesIn(outer), ...filesIn(elsewhere)].filter(
    ([path]) => !path.startsWith(`${inner}/`),
  );
  const outside = beside
    .filter(([path, text]) => path !== join(outer, 'other.yaml') || text !== 'of somebody else')
    .map(([path]) => relative(inner, path));
  const left = Object.fromEntries(
    filesIn(inner).map(([path, text]) => [relative(inner, path), text]),
  );
  const changed = Object.entries(attempt.files ?? {}).flatMap(([name, content]) => {
    const path = join(inner, name);
    return existsSync(path) && readFileSync(path).equals(Buffer.from(content as string))
      ? []
      : [name];
  });
  rmSync(outer, { recursive: true, force: true });
  return {
    exitCode,
    stdout: stdout.text(),
    stderr: stderr.text(),
    thrown: thrown ?? behind,
    left,
    changed,
    outside,
    polluted,
    printed: null,
    peak: process.resourceUsage().maxRSS * 1024,
  };
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function prototypeKeys(): readonly string[] {
  const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
  return prototypes.flatMap((one) => Reflect.ownKeys(one).map(String));
}

function kept() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function filesIn(folder: string): [path: string, text: string][] {
  return readdirSync(folder).flatMap((name): [string, string][] => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    return [[path, Buffer.from(text).equals(bytes) ? text : textOf(bytes)]];
  });
}
