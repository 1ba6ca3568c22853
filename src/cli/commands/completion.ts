import type { Call } from '../call.ts';
import { shells } from '../completion/shells.ts';
import { Failure } from '../failure.ts';
import { write } from '../io.ts';
import { packageFile } from '../package-files.ts';

/** Prints what teaches a shell to complete our commands. */
export async function runCompletion(shell: string, { io }: Call): Promise<number> {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (script === undefined) {
    const allowed = Object.keys(shells).join(', ');
    throw new Failure('bad-option-value', { option: 'completion', value: shell, allowed });
  }
  await write(io.stdout, packageFile(script));
  return 0;
}
