// What a file at each of its limits costs: beside a plain parse of the same text, and at half the size.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asking } from './asking.js';
import { env, root } from './measure.js';

const head = 'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot }\n';

/** @typedef {{ readonly argv: readonly string[], readonly files: (share: number) => Readonly<Record<string, string>> }} Row */

/** @type {Readonly<Record<string, Row>>} */
const rows = {
  'characters, 2,000,000': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({
      'in.yaml': `${head}x-texts: [${Array.from({ length: 98 * share }, () => 'x'.repeat(20_000)).join(', ')}]\n`,
    }),
  },
  'lines, 100,000': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({ 'in.yaml': `${head}${lines(99_000 * share, (at) => `x-${at}: 1`)}` }),
  },
  'keys and values, 600,000': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({ 'in.yaml': `${head}x-list: [${'1,'.repeat(299_000 * share)}]\n` }),
  },
  'mistakes, 20,000 of them': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({
      'in.yaml': `${head}answers:\n${lines(20_000 * share, (at) => `  goals.q${at}: 1`)}`,
    }),
  },
  'mistakes, 590,000 of them': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({
      'in.yaml': head.replace('pilot', `pilot, plans: [${'x,'.repeat(295_000 * share)}]`),
    }),
  },
  'questions, 4,000': {
    argv: ['lint', 'in.yaml'],
    files: (share) => ({ 'in.yaml': JSON.stringify(asking(4_000 * share)) }),
  },
  'questions taken away by migrate, 4,000': {
    argv: ['migrate', 'in.yaml', '-q', 'next.yaml', '-o', '-'],
    files: (share) => ({
      'in.yaml': `format: answers/1\nquestionnaire: { id: asking, version: 1.0.0 }\nanswers:\n${lines(4_000 * share, (at) => `  h.gone${at}: 1`)}`,
      'next.yaml': JSON.stringify({
        ...asking(1),
        version: '2.0.0',
        migrations: migrations(4_000 * share),
      }),
    }),
  },
  'a list laid over a list, 2,000 entries each': {
    argv: ['lint', 'over.yaml'],
    files: (share) => ({
      'in.yaml': JSON.stringify({ ...asking(1), roles: roles(2_000 * share, 'r') }),
      'over.yaml': JSON.stringify({
        format: 'questionnaire/1',
        extends: 'in.yaml',
        id: 'over',
        version: '1.0.0',
        roles: [...roles(1_000 * share, 'r'), ...roles(1_000 * share, 'n')],
      }),
    }),
  },
};

/** Prints seconds and memory at each limit, how often a plain parse fits into them, and what half of it costs. */
export function benchLimits() {
  console.log(
    `${'at the limit of'.padEnd(46)}${'s'.padStart(6)}${'MB'.padStart(6)}${'× parse'.padStart(9)}${'× half'.padStart(8)}`,
  );
  for (const [name, { argv, files }] of Object.entries(rows)) {
    const bin = [join(root, 'bin/hurdles.js'), ...argv];
    const whole = measured(bin, files(1));
    const half = measured(bin, files(0.5));
    const parse = measured([join(root, 'scripts/bench/parse-yaml.js'), 'in.yaml'], files(1));
    const ratio = (/** @type {number} */ of) => (whole.seconds / of).toFixed(1);
    console.log(
      `${name.padEnd(46)}${whole.seconds.toFixed(1).padStart(6)}${String(whole.megabytes).padStart(6)}${ratio(parse.seconds).padStart(9)}${ratio(half.seconds).padStart(8)}`,
    );
  }
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} files
 */
function measured(args, files) {
  const cwd = mkdtempSync(join(tmpdir(), 'hurdles-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const tell = join(cwd, 'tell.cjs');
  writeFileSync(
    tell,
    "process.on('exit', () => require('node:fs').writeSync(3, [process.resourceUsage().maxRSS, process.resourceUsage().userCPUTime].join()));",
  );
  const { output } = spawnSync(process.execPath, ['--require', tell, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  rmSync(cwd, { recursive: true });
  // Of the processor: what else the machine does meanwhile does not count.
  const [kilobytes, microseconds] = String(output[3]).split(',').map(Number);
  return { seconds: (microseconds ?? 0) / 1e6, megabytes: Math.round((kilobytes ?? 0) / 1000) };
}

/**
 * @param {number} count
 * @param {(at: number) => string} line
 */
function lines(count, line) {
  return `${Array.from({ length: count }, (_one, at) => line(at)).join('\n')}\n`;
}

const text = { en: 'Text' };

/**
 * @param {number} count
 * @param {string} prefix
 */
function roles(count, prefix) {
  return Array.from({ length: count }, (_one, at) => ({ id: `${prefix}${at}`, title: text }));
}

/** @param {number} gone */
function migrations(gone) {
  const each = 200;
  return Array.from({ length: gone / each }, (_one, nth) => ({
    to: (nth + 1) * each === gone ? '2.0.0' : `1.${nth + 1}.0`,
    changes: Array.from({ length: each }, (_change, at) => ({
      remove: `h.gone${nth * each + at}`,
    })),
  }));
}
