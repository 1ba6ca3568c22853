import { spawnSync } from 'node:child_process';

/** Programs that some commands in the docs are piped through, and that are not here. */
export const missing: readonly string[] = ['parallel', 'jq'].filter(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
);

/** Says once per run that commands which need them are left out; where they are demanded, ends the run. */
export function setup(): void {
  if (missing.length === 0) return;
  const said = `Without ${missing.join(' and ')} the commands in the docs that need them are skipped (Debian: apt-get install ${missing.join(' ')}).`;
  if (process.env.PROGRAM_TESTS === 'required') throw new Error(said);
  process.stderr.write(`\n${said}\n\n`);
}
