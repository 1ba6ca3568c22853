// Starting the built program, as a ratio to bare `node -e 0`, measured in turn in one run; medians of pairs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

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

// In one process: what the sensitivity adds to an assessment, each measured in turn.
await sensitivityBench();

// In a pseudo-terminal: from the command to the first question on the screen.
await firstQuestionBench();

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

async function sensitivityBench() {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const { parseQuestionnaire } = await import('../dist/lib/questionnaire/parse-questionnaire.js');
  const { parseAnswers } = await import('../dist/lib/questionnaire/parse-answers.js');
  const { assessWith } = await import('../dist/lib/assessment/assess.js');
  const { engineOf } = await import('../dist/lib/assessment/engine.js');
  const { judge } = await import('../dist/lib/assessment/judge.js');
  const { recommend } = await import('../dist/lib/assessment/recommend.js');
  const { sensitivityOf } = await import('../dist/lib/assessment/sensitivity.js');
  const path = 'questionnaires/five-hurdles.yaml';
  const { value: questionnaire } = parseQuestionnaire(read(path), path);
  const { value: answers } = parseAnswers(read(example), example, questionnaire);
  const engine = engineOf(questionnaire);
  const judgement = judge(engine, answers);
  const plan = recommend(engine, judgement);
  const tool = { name: 'bench', version: '0' };
  /** @param {() => unknown} run */
  const time = (run) => {
    const start = process.hrtime.bigint();
    for (let turn = 0; turn < 20; turn += 1) run();
    return Number(process.hrtime.bigint() - start) / 20e6;
  };
  const times = Array.from({ length: 30 }, () => ({
    whole: time(() => assessWith(engine, answers, tool)),
    sensitivity: time(() => sensitivityOf(engine, answers, judgement, plan)),
    judged: time(() => judge(engine, answers)),
  })).slice(5);
  const of = (/** @type {'whole' | 'sensitivity' | 'judged'} */ part) =>
    median(times.map((one) => one[part]));
  const ratio = median(times.map(({ whole, sensitivity }) => whole / (whole - sensitivity)));
  console.log(
    `assess ${of('whole').toFixed(1)} ms = ${ratio.toFixed(1)} x without sensitivity; judge ${of('judged').toFixed(2)} ms`,
  );
}

/** What it takes until the first question stands there, as a ratio to bare node in the same kind of terminal. */
async function firstQuestionBench() {
  const cwd = mkdtempSync(join(tmpdir(), 'hurdles-'));
  const program = [join(root, 'bin/hurdles.js'), 'interview', 'a.yaml', '--lang', 'en'];
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const empty = await untilShown(['-e', 'console.log("ready")'], 'ready', cwd);
    pairs.push((await untilShown(program, 's stop', cwd)) / empty);
  }
  rmSync(cwd, { recursive: true });
  console.log(
    `first question on the screen: ${median(pairs).toFixed(1)} x bare node in a pseudo-terminal`,
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
