// Runs commands of the built program, each with a function of the language that fails at its first, second, … call
// while the program is at work, and prints as JSON how each ended: with a code, or as node would report the error.
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { inspect } from 'node:util';

const { main } = createRequire(import.meta.url)('../../dist/cli/main.js');

// As bugs do: called on nothing, or handed what is broken in the middle.
const onNothing = (real) => real.call(undefined);
const broken = (real, [text]) => {
  const middle = Math.floor(text.length / 2);
  return real(`${text.slice(0, middle)}"@${text.slice(middle)}`);
};

const functions = {
  map: [Array.prototype, 'map', onNothing],
  flatMap: [Array.prototype, 'flatMap', onNothing],
  get: [Map.prototype, 'get', onNothing],
  replaceAll: [String.prototype, 'replaceAll', onNothing],
  stringify: [JSON, 'stringify', (real) => real(1n)],
  parse: [JSON, 'parse', broken],
};

const [commands, times] = JSON.parse(process.argv[2] ?? '[]');
const ends = [];
for (const argv of commands) {
  await run(argv);
  for (const [name, [owner, key, fail]] of Object.entries(functions)) {
    for (const time of times)
      ends.push({ argv, name, time, ...(await failing(owner, key, fail, time, argv)) });
  }
}
process.stdout.write(JSON.stringify(ends));

async function failing(owner, key, fail, time, argv) {
  const real = owner[key];
  let called = 0;
  owner[key] = function (...given) {
    called += 1;
    return called === time ? fail(real, given) : real.apply(this, given);
  };
  try {
    return await run(argv);
  } finally {
    owner[key] = real;
  }
}

async function run(argv) {
  const stdin = new PassThrough();
  stdin.end('s\n');
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = [];
  stdout.resume();
  stderr.on('data', (part) => said.push(part));
  const io = {
    stdin,
    stdout,
    stderr,
    env: {},
    cwd: process.cwd(),
    now: () => new Date('2026-11-20T09:00:00Z'),
    onInterrupt: () => () => {},
  };
  try {
    return { exitCode: await main(argv, io), stderr: Buffer.concat(said).toString() };
  } catch (error) {
    return {
      thrown: inspect(error, { depth: 9, showHidden: true }),
      stderr: Buffer.concat(said).toString(),
    };
  }
}
