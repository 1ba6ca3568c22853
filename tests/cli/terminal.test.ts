import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aFolder, root } from '../support/run.ts';

/** The built program in a real pseudo-terminal. */
function realTerminal(argv: readonly string[], cwd: string) {
  const process_ = spawn(process.execPath, [join(root, 'bin/hurdles.js'), ...argv], {
    cols: 80,
    rows: 40,
    cwd,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'de_DE.UTF-8' },
  });
  let shown = '';
  let seen = 0;
  let check = () => {};
  process_.onData((data) => {
    shown += stripVTControlCharacters(data);
    check();
  });
  return {
    ended: new Promise<number>((resolve) => process_.onExit(({ exitCode }) => resolve(exitCode))),
    press: (keys: string) => {
      seen = shown.length;
      process_.write(keys);
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

test('in a real terminal: answer, stop with Ctrl-C, go on, and every answer is in the file', async () => {
  const folder = aFolder();
  const first = realTerminal(['a.yaml'], folder.path);
  await first.shows('< = zurück');
  first.press('Muster GmbH\r');
  await first.shows('Frage 1 von 12');
  await first.shows('Strg+C hört auf');
  first.press('2\r');
  await first.shows('Frage 2 von 12');
  await first.shows('Strg+C hört auf');
  first.press('\u0003');
  expect(await first.ended).toBe(130);

  const second = realTerminal(['a.yaml'], folder.path);
  await second.shows('1 Antwort ist schon da');
  await second.shows('Frage 2 von 12');
  await second.shows('Strg+C hört auf');
  second.press('\r');
  await second.shows('Frage 3 von 12');
  await second.shows('Strg+C hört auf');
  second.press('\u0003');
  expect(await second.ended).toBe(130);
  expect(parse(folder.read('a.yaml'))).toMatchObject({
    subject: { name: 'Muster GmbH' },
    profile: { size: 'small', sector: 'crafts' },
  });
});
