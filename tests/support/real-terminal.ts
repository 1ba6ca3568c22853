import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { root } from './run.ts';

/** The built program in a real pseudo-terminal. */
export function realTerminal(argv: readonly string[], cwd: string) {
  const program = spawn(process.execPath, [join(root, 'bin/hurdles.js'), ...argv], {
    cols: 80,
    rows: 40,
    cwd,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'de_DE.UTF-8' },
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
    kill: (signal: 'SIGKILL' | 'SIGINT' = 'SIGKILL') => program.kill(signal),
    press: (keys: string) => {
      seen = shown.length;
      program.write(keys);
    },
    shows: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const patience = setTimeout(
          () => reject(new Error(`Never shown: ${text}\n${shown.slice(seen)}`)),
          30_000,
        );
        check = () => {
          if (!shown.slice(seen).replace(/\s+/g, ' ').includes(text)) return;
          clearTimeout(patience);
          check = () => {};
          resolve();
        };
        check();
      }),
  };
}
