// What every bench needs: the built program run as users run it, and medians, because machines are noisy.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const example = 'examples/versandhandel.yaml';

// Node 20 reads such a file at every start, which is not ours to measure.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

export { env };

/**
 * Runs node with these arguments in the package's folder.
 *
 * @param {readonly string[]} args
 * @returns {number} milliseconds from the start to the end
 */
export function milliseconds(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
