import { spawnSync } from 'node:child_process';
import { canTrace } from './can-trace.ts';

/** Programs that some commands in the docs are piped through, and that are not here. */
export const missing: readonly string[] = ['parallel', 'jq'].filter(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
);

/** Says once per run what is left out for want of them; where they are demanded, ends the run. */
export function setup(): void {
  say(
    missing.length > 0,
    `Without ${missing.join(' and ')} the commands in the docs that need them are skipped (Debian: apt-get install ${missing.join(' ')}).`,
  );
  say(
    !canTrace,
    'Whether any command asks for a network is not looked at: that takes Linux, strace, and a container that lets it and `unshare -n` work.',
  );
}

function say(isSo: boolean, said: string): void {
  if (!isSo) return;
  if (process.env.PROGRAM_TESTS === 'required') throw new Error(said);
  process.stderr.write(`\n${said}\n\n`);
}
