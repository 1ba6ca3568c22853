import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

const bin = join(root, 'bin/hurdles.js');

type Ran = { readonly exitCode: number | null; readonly stdout: Buffer; readonly stderr: string };

const start = (argv: readonly string[], stdout: 'pipe' | number = 'pipe', cwd = root) =>
  spawn(process.execPath, [bin, ...argv], {
    cwd,
    stdio: ['ignore', stdout, 'pipe'],
    env: { PATH: process.env.PATH },
  });

async function ended(child: ChildProcess, chunks: Buffer[] = []): Promise<Ran> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { exitCode, stdout: Buffer.concat(chunks), stderr };
}

/** Reads a little at a time, as `less` does, and all of it. */
async function readSlowly(argv: readonly string[], cwd = root): Promise<Ran> {
  const child = start(argv, 'pipe', cwd);
  const chunks: Buffer[] = [];
  const end = ended(child, chunks);
  for await (const chunk of child.stdout ?? []) {
    chunks.push(chunk as Buffer);
    await wait(2);
  }
  return end;
}

/** Reads the first part and goes, as `head` does. */
async function readFirst(argv: readonly string[]): Promise<Ran> {
  const child = start(argv);
  const chunks: Buffer[] = [];
  const end = ended(child, chunks);
  child.stdout?.once('data', (chunk: Buffer) => {
    chunks.push(chunk);
    child.stdout?.destroy();
  });
  return end;
}

/** Nobody reads at all. */
async function readNothing(argv: readonly string[]): Promise<Ran> {
  const child = start(argv);
  child.stdout?.destroy();
  return ended(child);
}

const example = 'examples/versandhandel.yaml';
const earlier = 'examples/verlauf/versandhandel-mai.yaml';

const writing: readonly (readonly string[])[] = [
  ['report', example],
  ['report', example, '-f', 'csv'],
  ['score', example],
  ['score', example, '--json'],
  ['explain', example],
  ['explain', example, '--json'],
  ['explain', example, earlier, 'goals', '--ndjson'],
  ['plan', example],
  ['plan', example, '-f', 'csv'],
  ['compare', earlier, example, '--json'],
  ['merge', 'examples/roles/*.yaml', '--prefer', 'it', '-o', '-'],
  ['migrate', example, '-o', '-'],
  ['lint', example, '-f', 'json'],
  ['test', 'five-hurdles', '--json'],
  ['list'],
  ['list', '--json'],
  ['show'],
  ['schema', 'questionnaire'],
  ['new', 'answers', '-'],
  ['new', 'questionnaire', 'x', '-o', '-'],
  ['--help'],
  ['report', '--help'],
  ['--version'],
];

test.each(writing.map((argv) => ({ command: argv.join(' '), argv })))(
  '`hurdles $command` ends quietly when nobody reads on',
  async ({ argv }) => {
    for (const reading of [readFirst, readNothing]) {
      const { exitCode, stderr } = await reading(argv);
      expect(exitCode).toBe(0);
      expect(stderr).not.toMatch(/EPIPE|Error|^ {4}at /m);
    }
  },
);

describe('what is longer than a pipe holds arrives whole', () => {
  test.each([
    ['explain', example, '--json'],
    ['report', example],
    ['schema', 'view'],
  ])('%s %s', async (...argv) => {
    const { exitCode, stdout, stderr } = await readSlowly(argv);
    const whole = Buffer.from((await hurdles(argv)).stdout);
    expect(whole.length).toBeGreaterThan(65_536);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.equals(whole)).toBe(true);
  });

  test('also when something is wrong in the end', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `  no.question-${index}: 1`);
    const text = readFileSync(join(root, example), 'utf8').replace(
      /^answers:$/m,
      ['answers:', ...lines].join('\n'),
    );
    const { path } = aFolder({ 'a.yaml': text });
    const { exitCode, stdout } = await readSlowly(['lint', 'a.yaml', '-f', 'json'], path);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout.toString()).problems.length).toBeGreaterThan(1_000);
  });
});

describe.runIf(existsSync('/dev/full'))('on a full disk', () => {
  test.each([{ argv: ['score', example, '--json'] }, { argv: ['--help'] }, { argv: ['list'] }])(
    '$argv fails in a sentence',
    async ({ argv }) => {
      const full = openSync('/dev/full', 'w');
      const { exitCode, stderr } = await ended(start(argv, full));
      closeSync(full);
      expect(exitCode).toBe(2);
      expect(stderr).toBe(
        'Die Standardausgabe lässt sich nicht schreiben: der Datenträger ist voll.\n',
      );
    },
  );

  test('where nothing can be said, the exit code still is', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin, 'score', 'gone.yaml'], {
      cwd: root,
      stdio: ['ignore', 'pipe', full],
    });
    const { exitCode, stdout } = await ended(child);
    closeSync(full);
    expect([exitCode, stdout.toString()]).toEqual([2, '']);
  });
});

test.each([
  { output: 'a.yaml/x.html', says: 'was im Pfad ein Ordner sein müsste, ist eine Datei.' },
  { output: `${'x'.repeat(300)}.html`, says: 'der Name ist zu lang.' },
])('why $output cannot be written is said in words', async ({ output, says }) => {
  const { path } = aFolder({ 'a.yaml': readFileSync(join(root, example), 'utf8') });
  const { exitCode, stderr } = await hurdles(['report', 'a.yaml', '-o', output], { cwd: path });
  expect(exitCode).toBe(2);
  expect(stderr.endsWith(`lässt sich nicht schreiben: ${says}\n`)).toBe(true);
  expect(stderr).not.toMatch(/E[A-Z]{4,}/);
});

test.runIf(process.platform !== 'win32')('with all streams closed it does its work', async () => {
  const { path, read } = aFolder();
  const command = `"${process.execPath}" "${bin}" report "${join(root, example)}" -o r.html <&- >&- 2>&-`;
  const { exitCode } = await ended(spawn('sh', ['-c', command], { cwd: path, stdio: 'ignore' }));
  expect(exitCode).toBe(0);
  expect(read('r.html')).toMatch(/<\/html>\s*$/);
});

describe('progress', () => {
  test('is told nowhere but on a terminal', async () => {
    const { stderr } = await readSlowly(['explain', 'examples/*.yaml', 'goals', '--ndjson']);
    expect(stderr).toBe('');
  });
});

describe('names of files', () => {
  const names = [
    'a b.yaml',
    'ü.yaml'.normalize('NFD'),
    'line\nbreak.yaml',
    "it's.yaml",
    '100%.yaml',
    '-dash.yaml',
    '$(x).yaml',
    'red\u001b[31m.yaml',
  ];

  test.each(names)('%j is read, written, and named so that it can be pasted', async (name) => {
    const { path } = aFolder();
    mkdirSync(join(path, 'in'));
    writeFileSync(join(path, 'in', name), readFileSync(join(root, example)));
    const cwd = join(path, 'in');
    const told = await hurdles(['explain', '--', name], { cwd });
    expect(told.exitCode, told.stderr).toBe(0);
    expect(told.stdout).not.toContain('\u001b');
    const next = told.stdout.split('\n').find((line) => line.includes('hurdles explain ')) ?? '';
    const pasted = next.slice(next.indexOf('hurdles '));
    const ran = await ended(
      spawn('bash', ['-c', `hurdles() { "${process.execPath}" "${bin}" "$@"; }; ${pasted}`], {
        cwd,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    expect([ran.exitCode, ran.stderr], pasted).toEqual([0, '']);
    const report = await hurdles(['report', '-o', '../out/', '--', name], { cwd });
    expect(report.exitCode, report.stderr).toBe(0);
    expect(report.stderr).not.toContain('\u001b');
    expect(report.stderr.trimEnd().split('\n')).toHaveLength(1);
    const lint = await hurdles(['lint', '--', name], { cwd });
    expect(lint).toMatchObject({ exitCode: 0, stdout: '' });
  });
});

test('a folder that was deleted under the shell is said in a sentence, and the version all the same', () => {
  const inGone = (call: string) => {
    const { path } = aFolder();
    const gone = `mkdir gone && cd gone && rmdir ../gone && "$@"`;
    return spawnSync('bash', ['-c', gone, 'bash', process.execPath, bin, ...call.split(' ')], {
      cwd: path,
      encoding: 'utf8',
    });
  };
  const scored = inGone('score answers.yaml');
  expect(scored.status).toBe(2);
  expect(scored.stderr).toMatch(/^Den Ordner, in dem Sie gerade stehen, gibt es nicht mehr\./);
  expect(scored.stderr).not.toContain('    at ');
  expect(inGone('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
