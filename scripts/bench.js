// Starting the built program, as a ratio to bare `node -e 0`, measured in turn in one run; medians of pairs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = 'examples/versandhandel.yaml';
const commands = {
  '--version': ['--version'],
  '--help': ['--help'],
  'score --json': ['score', example, '--json'],
  'report -f html': ['report', example, '-f', 'html'],
  'report -f md': ['report', example, '-f', 'md'],
  'lint (our questionnaire)': ['lint', 'questionnaires/five-hurdles.yaml'],
};
// What it costs to do no more than read the same file with the package that reads it.
const peer = {
  'only reading it (yaml)': [
    '--input-type=module',
    '-e',
    "import { parse } from 'yaml'; import { readFileSync } from 'node:fs'; parse(readFileSync('questionnaires/five-hurdles.yaml', 'utf8'));",
  ],
};
const measured = {
  ...Object.fromEntries(
    Object.entries(commands).map(([name, args]) => [name, ['bin/hurdles.js', ...args]]),
  ),
  ...peer,
};
const rounds = 11;

// Node 20 reads such a file at every start, which is not ours to measure.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

/** @param {string[]} args */
function milliseconds(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const bare = [];
const ratios = Object.fromEntries(Object.keys(measured).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(measured)) {
    const empty = milliseconds(['-e', '0']);
    bare.push(empty);
    ratios[name].push(milliseconds(args) / empty);
  }
}
console.log(
  `node ${process.version}, bare start ${median(bare).toFixed(0)} ms, ${rounds} pairs each`,
);
for (const [name, values] of Object.entries(ratios)) {
  console.log(`${name.padEnd(26)} ${median(values).toFixed(1)} x`);
}
