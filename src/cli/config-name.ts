import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** With `hurdles-answers.yaml` the only file that is read without being named. */
export const configName = 'hurdles.config.yaml';

/** Whether there is one in the working folder. */
export function hasConfig(cwd: string): boolean {
  return existsSync(resolve(cwd, configName));
}
