import { spawnSync } from 'node:child_process';
import { canTrace } from './can-trace.ts';

/** Programs that some commands in the docs are piped through, and that are not here. */
export const missing: readonly string[] = ['parallel', 'jq'].filter(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
);

/** Says once per run what is left out for want of them; where the programs are demanded, ends the run. */
export function setup(): void {
  if (missing.length > 0) {
    const said = `Without ${missing.join(' and ')} the commands in the docs that need them are skipped (Debian: apt-get install ${missing.join(' ')}).`;
    if (process.env.PROGRAM_TESTS === 'required') throw new Error(said);
    say(said);
  }
  // A program can be installed; what a container allows cannot.
  if (!canTrace) {
    say(
      'Whether any command asks for a network is not looked at: that takes Linux, strace, and a container that lets it and `unshare -n` work.',
    );
  }
}

function say(said: string): void {
  process.stderr.write(`\n${said}\n\n`);
}
