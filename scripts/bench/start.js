// Starting the built program, as a ratio to bare `node -e 0`, measured in turn in one run; medians of pairs.
import { example, median, milliseconds } from './measure.js';

const commands = {
  '--version': ['--version'],
  '--help': ['--help'],
  'score --json': ['score', example, '--json'],
  'report -f html': ['report', example, '-f', 'html'],
  'report -f md': ['report', example, '-f', 'md'],
  'check --no-fail-on': ['check', example, '--no-fail-on', '--min-level', '0'],
  'lint (our questionnaire)': ['lint', 'questionnaires/five-hurdles.yaml'],
};
/** What we are after, as ratios. @type {Readonly<Record<string, number>>} */
const goals = { '--version': 1.5, '--help': 1.5, 'score --json': 2.5, 'report -f html': 3 };

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

/** Prints what each command takes from its start to its end. */
export function benchStart() {
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
    const goal = goals[name];
    const aim = goal === undefined ? '' : `   goal ${goal.toFixed(1)} x`;
    console.log(`${name.padEnd(26)}${median(values).toFixed(1).padStart(6)} x${aim}`);
  }
}
