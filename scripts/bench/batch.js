// Judging very many sheets, beside a pass that only does JSON.parse on them; medians of runs in turn.
// HURDLES_BENCH_SHEETS says how many (300,000), HURDLES_BENCH_ROUNDS how often (3).
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, median, root } from './measure.js';

const companies = 3_400_000;
// What is aimed at: seconds for all companies, times JSON.parse, times one thread, megabytes.
const goals = { score: 40, recommendations: 150, ratio: 2.5, threads: 1.7, megabytes: 160 };
/** @type {Record<string, number>} */
const secondsAimedAt = {
  'score, 2 threads': goals.score,
  'with recommendations': goals.recommendations,
};
const count = Number(process.env.HURDLES_BENCH_SHEETS ?? 300_000);
const rounds = Number(process.env.HURDLES_BENCH_ROUNDS ?? 3);

/** Prints what a stream takes in time and memory, and what it would take for all companies of Germany. */
export async function benchBatch() {
  const folder = mkdtempSync(join(tmpdir(), 'hurdles-bench-'));
  try {
    const paths = {
      all: join(folder, 'all.ndjson'),
      broken: join(folder, 'broken.ndjson'),
    };
    const bytes = await writeSheets(paths);
    const each = Math.round(bytes / count);
    console.log(
      `node ${process.version}, ${count} sheets of ${each} bytes, ${rounds} runs in turn`,
    );
    await measure(paths.all);
    await measureBroken(paths.broken);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} all */
async function measure(all) {
  const parse = ['scripts/bench/parse-only.js', all];
  const score = ['bin/hurdles.js', 'score', all, '--ndjson', '--threads'];
  /** @type {Record<string, readonly string[]>} */
  const cases = {
    'JSON.parse, 1 thread': [...parse, '1'],
    'JSON.parse, 2 threads': [...parse, '2'],
    'score, 1 thread': [...score, '1'],
    'score, 2 threads': [...score, '2'],
    'with recommendations': [...score, '2', '--with', 'recommendations'],
  };
  /** @type {Record<string, Run[]>} */
  const runs = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(cases)) runs[name]?.push(await run(args));
  }
  const seconds = (/** @type {string} */ name) =>
    median((runs[name] ?? []).map((one) => one.seconds));
  for (const [name, args] of Object.entries(cases)) {
    const whole = (seconds(name) * companies) / count;
    const peak = Math.max(...(runs[name] ?? []).map(({ megabytes }) => megabytes));
    const computed = (median((runs[name] ?? []).map((one) => one.computed)) * 1e6) / count;
    const isOurs = args.includes('--ndjson');
    const aim = secondsAimedAt[name] === undefined ? '' : ` (goal ${secondsAimedAt[name]})`;
    const room = isOurs ? ` (goal ${goals.megabytes})` : '';
    console.log(
      `${name.padEnd(24)} ${seconds(name).toFixed(2)} s, 3.4 million in ${whole.toFixed(0)} s${aim}, ${computed.toFixed(1)} µs of processor each, at most ${peak.toFixed(0)} MB${room}`,
    );
  }
  const ratio = (/** @type {string} */ one, /** @type {string} */ other) =>
    median(
      (runs[one] ?? []).map((run, index) => run.seconds / (runs[other]?.[index]?.seconds ?? 0)),
    );
  const computedOf = (/** @type {string} */ name) =>
    median((runs[name] ?? []).map((one) => one.computed));
  console.log(
    `score is ${ratio('score, 2 threads', 'JSON.parse, 2 threads').toFixed(2)} x JSON.parse (goal ${goals.ratio}), by processor time ${(computedOf('score, 2 threads') / computedOf('JSON.parse, 2 threads')).toFixed(2)} x; two threads are ${ratio('score, 1 thread', 'score, 2 threads').toFixed(2)} x one (goal ${goals.threads})`,
  );
  console.log(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
}

/** @param {string} path */
async function measureBroken(path) {
  const { seconds, megabytes, exitCode, lines, said } = await run([
    'bin/hurdles.js',
    ...['score', path, '--ndjson', '--threads', '2', '--lang', 'en'],
  ]);
  console.log(
    `every hundredth broken   ${seconds.toFixed(2)} s, ${lines} lines, at most ${megabytes.toFixed(0)} MB, exit code ${exitCode}: ${said.trim()}`,
  );
}

/**
 * @typedef {{ readonly seconds: number, readonly computed: number, readonly megabytes: number, readonly exitCode: number | null, readonly lines: number, readonly said: string }} Run
 *
 * @param {readonly string[]} args
 * @returns {Promise<Run>}
 */
function run(args) {
  return new Promise((resolve) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { cwd: root, env });
    let peak = 0;
    let ticks = 0;
    // Linux says the most that a process ever held, and what it computed in hundredths of a second.
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peak);
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
        ticks = Number(stat?.[11]) + Number(stat?.[12]) || ticks;
      } catch {}
    }, 50);
    let lines = 0;
    let said = '';
    child.stdout.on('data', (/** @type {Buffer} */ data) => {
      for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines += 1;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', (exitCode) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      resolve({ seconds, computed: ticks / 100, megabytes: peak / 1024, exitCode, lines, said });
    });
  });
}

/**
 * @param {{ readonly all: string, readonly broken: string }} paths
 * @returns {Promise<number>} bytes of all sheets
 */
async function writeSheets({ all, broken }) {
  const { parseQuestionnaire } = await import(
    '../../dist/lib/questionnaire/parse-questionnaire.js'
  );
  const { sheets } = await import('./sheets.js');
  const path = join(root, 'questionnaires/five-hurdles.yaml');
  const sheet = sheets(parseQuestionnaire(readFileSync(path, 'utf8'), path).value);
  const files = [all, broken].map((file) => openSync(file, 'w'));
  let bytes = 0;
  let texts = ['', ''];
  for (let index = 0; index < count; index += 1) {
    const line = `${sheet(index)}\n`;
    texts[0] += line;
    texts[1] += index % 100 === 99 ? line.replace('"goals.problem"', '"goal.problem"') : line;
    if (index % 1000 < 999 && index < count - 1) continue;
    for (const [file, text] of texts.entries()) {
      const written = text === '' ? 0 : writeSync(files[file] ?? 0, text);
      if (file === 0) bytes += written;
    }
    texts = ['', ''];
  }
  for (const file of files) closeSync(file);
  return bytes;
}
