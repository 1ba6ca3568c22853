import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { root } from './run.ts';

/** The built program in a real pseudo-terminal. */
export function realTerminal(argv: readonly string[], cwd: string) {
  const env = { PATH: process.env.PATH ?? '', LANG: 'de_DE.UTF-8' };
  return inTerminal(process.execPath, [join(root, 'bin/hurdles.js'), ...argv], cwd, env);
}

/** Any program in a real pseudo-terminal. */
export function inTerminal(
  file: string,
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  cols = 80,
) {
  const program = spawn(file, [...argv], {
    cols,
    rows: 40,
    cwd,
    env: { TERM: 'xterm-256color', ...env },
  });
  let shown = '';
  let seen = 0;
  let check = () => {};
  program.onData((data) => {
    shown += stripVTControlCharacters(data);
    check();
  });
  return {
    ended: new Promise<number>((resolve) => program.onExit(({ exitCode }) => resolve(exitCode))),
    resize: (columns: number, rows: number) => program.resize(columns, rows),
    /** All that was ever shown, without control sequences. */
    transcript: () => shown,
    kill: (signal: 'SIGKILL' | 'SIGINT' | 'SIGHUP' = 'SIGKILL') => program.kill(signal),
    press: (keys: string) => {
      seen = shown.length;
      program.write(keys);
    },
    /** Waits until a text is shown after the last keys and after what was last waited for. */
    shows: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const patience = setTimeout(
          () => reject(new Error(`Never shown: ${text}\n${shown.slice(seen)}`)),
          30_000,
        );
        const words = text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        const anyBreak = new RegExp(words.join('\\s+'));
        check = () => {
          const found = anyBreak.exec(shown.slice(seen));
          if (!found) return;
          seen += found.index + found[0].length;
          clearTimeout(patience);
          check = () => {};
          // The prompt listens only once it is drawn.
          setImmediate(resolve);
        };
        check();
      }),
  };
}
