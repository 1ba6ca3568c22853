// Tries the program with inputs that nobody should send, and ends with 1 where it does what it must never do:
// `npm run fuzz -- --seconds 60 --seed 1 [--only CLASS] [--keep FOLDER]`; what is found is kept as JSON in FOLDER.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { classes } from '../tests/fuzz/classes.ts';
import { searchThrough } from '../tests/fuzz/fuzz.ts';
import { startRunner } from '../tests/fuzz/runner.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
});
const end = Date.now() + Number(values.seconds) * 1000;
const wanted = Object.entries(classes).filter(
  ([name]) => values.only === undefined || values.only === name,
);
if (wanted.length === 0) {
  console.error(`No class is called ${values.only}; there are ${Object.keys(classes).join(', ')}.`);
  process.exit(2);
}

const runner = startRunner();
const tried = new Map(wanted.map(([name]) => [name, 0]));
const findings = new Map(wanted.map(([name]) => [name, 0]));
for (let round = 0; round === 0 || Date.now() < end; round += 1) {
  for (const [name, inputs] of wanted) {
    if (round > 0 && Date.now() >= end) break;
    const seed = Number(values.seed) + round;
    const searched = await searchThrough(inputs, runner, { seed, runs: 20 });
    tried.set(name, (tried.get(name) ?? 0) + searched.tried);
    if (searched.found === null) continue;
    findings.set(name, (findings.get(name) ?? 0) + 1);
    const { attempt, finds } = searched.found;
    console.log(`\n${name}, seed ${seed}:`);
    for (const { mischief, shown } of finds) console.log(`  ${mischief}: ${shown.slice(0, 1500)}`);
    console.log(`  hurdles ${attempt.argv.map((word) => JSON.stringify(word)).join(' ')}`);
    if (values.keep === undefined) continue;
    mkdirSync(values.keep, { recursive: true });
    const file = join(values.keep, `${name}-${seed}.json`);
    writeFileSync(file, JSON.stringify({ finds, attempt }, asText, 1));
  }
}
runner.end();

console.log(`\n${'class'.padEnd(16)}${'inputs'.padStart(8)}${'finds'.padStart(8)}`);
for (const [name, count] of tried) {
  console.log(
    `${name.padEnd(16)}${String(count).padStart(8)}${String(findings.get(name)).padStart(8)}`,
  );
}
const sum = [...tried.values()].reduce((all, one) => all + one, 0);
console.log(`${sum} inputs, at most ${Math.round(runner.peak() / 1e6)} MB`);
process.exitCode = [...findings.values()].some((count) => count > 0) ? 1 : 0;

function asText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}
