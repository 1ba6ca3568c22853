// In a pseudo-terminal: from the command to the first question on the screen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { env, median, root } from './measure.js';

const rounds = 11;

/** What it takes until the first question stands there, as a ratio to bare node in the same kind of terminal. */
export async function benchFirstQuestion() {
  const cwd = mkdtempSync(join(tmpdir(), 'hurdles-'));
  const program = [join(root, 'bin/hurdles.js'), 'interview', 'a.yaml', '--lang', 'en'];
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const empty = await untilShown(['-e', 'console.log("ready")'], 'ready', cwd);
    pairs.push((await untilShown(program, 's stop', cwd)) / empty);
  }
  rmSync(cwd, { recursive: true });
  console.log(
    `first question on the screen: ${median(pairs).toFixed(1)} x bare node in a pseudo-terminal   goal 3.0 x`,
  );
}

/**
 * @param {string[]} args
 * @param {string} text
 * @param {string} cwd
 * @returns {Promise<number>} milliseconds
 */
function untilShown(args, text, cwd) {
  return new Promise((resolve) => {
    const start = process.hrtime.bigint();
    const terminal = spawn(process.execPath, args, { cols: 80, rows: 40, cwd, env });
    let shown = '';
    terminal.onData((data) => {
      shown += data.replaceAll('\u2007', ' ');
      if (!shown.includes(text)) return;
      resolve(Number(process.hrtime.bigint() - start) / 1e6);
      terminal.kill('SIGKILL');
    });
  });
}
