import { fstatSync } from 'node:fs';
import { type Readable, Writable } from 'node:stream';
import { Failure } from './failure.ts';
import { afterSignals } from './uninterrupted.ts';
import { writeAll } from './write-all.ts';

/** A stream that may be a terminal. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The machine as a command sees it; a test hands in another one. */
export type Io = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /**
   * Calls back when the process is interrupted by a signal, then ends it with 130; returns how to stop waiting. In a
   * prompt Ctrl-C is a key and no signal; between two prompts it is one.
   */
  readonly onInterrupt: (callBack: () => void) => () => void;
};

/**
 * Writes and waits until the stream has taken it, so that nothing is cut off in a pipe. A reader that has stopped
 * reading (`| head`) is no failure.
 *
 * @throws Failure when it cannot be written, say on a full disk
 */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  await offer(stream, data);
}

/**
 * The same for what comes in many parts.
 *
 * @returns whether somebody still reads; if not, no other part is worth making
 */
export function offer(stream: Writable, data: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => {
      const reason = error && 'code' in error ? String(error.code) : null;
      if (!error || reason === 'EPIPE') resolve(!error);
      else reject(reason === null ? error : new Failure('cannot-write', { file: '-', reason }));
    });
  });
}

/**
 * The real machine, as a running Node process sees it.
 *
 * @param cwd the folder it works in, where that is not the one of the process
 */
export function nodeIo(node: NodeJS.Process, cwd?: string): Io {
  let output: Screen | null = null;
  return {
    // Node opens each when it is first asked for.
    get stdin() {
      return node.stdin;
    },
    get stdout() {
      output ??= isFile(node.stdout.fd) ? intoFile(node.stdout.fd) : node.stdout;
      return heard(output);
    },
    get stderr() {
      return heard(node.stderr);
    },
    env: node.env,
    get cwd() {
      return cwd ?? workingFolder(node);
    },
    now: () => new Date(),
    onInterrupt: (callBack) => {
      let isSettled = false;
      const end = () => {
        if (!isSettled) callBack();
        node.exit(130);
      };
      // Of these the last comes when the window is closed.
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      for (const signal of signals) node.once(signal, end);
      return () => {
        isSettled = true;
        afterSignals(() => {
          for (const signal of signals) node.off(signal, end);
        });
      };
    },
  };
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

// Node's own stream into a file takes it for written when a disk that is nearly full has taken but a part.
function intoFile(fd: number): Screen {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      try {
        writeAll(fd, chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

// Whoever writes is told by the write itself; without a listener the stream would end the process.
function heard<Stream extends Writable>(stream: Stream): Stream {
  return stream.listeners('error').includes(toldByWrite) ? stream : stream.on('error', toldByWrite);
}

function toldByWrite(): void {}

// A folder that somebody deleted under a shell that stands in it.
function workingFolder(node: NodeJS.Process): string {
  try {
    return node.cwd();
  } catch {
    throw new Failure('working-folder-gone', {});
  }
}
