import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

/** How a command reads: what is called with the words that name the inputs, and what comes of several. */
type Row = {
  readonly call: (...inputs: readonly string[]) => readonly string[];
  /** What it reads. */
  readonly reads: 'answers' | 'questionnaires' | 'roles';
  /** Of two inputs: both are read, or a sentence says what to do instead. */
  readonly two: 'reads both' | 'needs --ndjson' | 'shows a loop' | 'has one place for one';
  /** One file is not enough for it. */
  readonly beside?: string;
};

const json = (...words: readonly string[]) => [...words, '--json'];

const rows: Readonly<Record<string, Row>> = {
  report: {
    call: (...i) => ['report', ...i, '-f', 'csv,md', '-o', 'out/'],
    reads: 'answers',
    two: 'reads both',
  },
  explain: { call: (...i) => ['explain', ...i], reads: 'answers', two: 'needs --ndjson' },
  'explain --json': {
    call: (...i) => json('explain', ...i),
    reads: 'answers',
    two: 'needs --ndjson',
  },
  'explain --ndjson': {
    call: (...i) => ['explain', ...i, 'goals', '--ndjson'],
    reads: 'answers',
    two: 'reads both',
  },
  plan: { call: (...i) => ['plan', ...i], reads: 'answers', two: 'needs --ndjson' },
  'plan --json': { call: (...i) => json('plan', ...i), reads: 'answers', two: 'needs --ndjson' },
  'plan --ndjson': {
    call: (...i) => ['plan', ...i, '--ndjson'],
    reads: 'answers',
    two: 'reads both',
  },
  compare: {
    call: (...i) => ['compare', 'first.yaml', ...i],
    reads: 'answers',
    two: 'reads both',
    beside: 'first.yaml',
  },
  merge: {
    call: (...i) => ['merge', ...i, '--prefer', 'it', '-o', '-'],
    reads: 'roles',
    two: 'reads both',
  },
  'merge --json': {
    call: (...i) => ['merge', ...i, '--prefer', 'it', '--json'],
    reads: 'roles',
    two: 'reads both',
  },
  migrate: { call: (...i) => ['migrate', ...i], reads: 'answers', two: 'reads both' },
  check: {
    call: (...i) => ['check', ...i, '--no-fail-on', '--min-level', '0'],
    reads: 'answers',
    two: 'reads both',
  },
  lint: { call: (...i) => ['lint', ...i], reads: 'answers', two: 'reads both' },
  test: { call: (...i) => ['test', ...i], reads: 'questionnaires', two: 'reads both' },
  'test --json': {
    call: (...i) => json('test', ...i),
    reads: 'questionnaires',
    two: 'needs --ndjson',
  },
  show: { call: (...i) => ['show', ...i], reads: 'questionnaires', two: 'shows a loop' },
  'new answers': {
    call: (...i) => ['new', 'answers', '-', ...i.flatMap((one) => ['--from', one])],
    reads: 'answers',
    two: 'has one place for one',
  },
};

// What has rows of its own elsewhere, or reads nothing that is named.
const others: Readonly<Record<string, string>> = {
  score: 'a stream, tested with it',
  interview: 'writes as it reads: see below',
  list: 'reads only the config',
  schema: 'prints what is published',
  completion: 'prints a script',
};

const example = (name: string) => readFileSync(join(root, 'examples', name), 'utf8');
const cased = aQuestionnaireText();

function place(): string {
  const { path, write } = aFolder({ 'first.yaml': example('verlauf/versandhandel-mai.yaml') });
  mkdirSync(join(path, 'answers'));
  mkdirSync(join(path, 'questionnaires'));
  mkdirSync(join(path, 'roles'));
  write('answers/a b.yaml', example('versandhandel.yaml'));
  write(
    'answers/ü.yaml',
    example('versandhandel.yaml').replace(/^updated: .*$/m, 'updated: 2026-11-21'),
  );
  write('questionnaires/a b.yaml', cased);
  write('questionnaires/ü.yaml', cased.replace('id: small', 'id: smaller'));
  write('roles/a b.yaml', example('roles/it.yaml'));
  write('roles/ü.yaml', example('roles/dept.yaml'));
  return path;
}

test('every command that reads has a row', async () => {
  const { stdout } = await hurdles(['--help', '--lang', 'en']);
  const listed = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)];
  const names = listed.map(([, name]) => name ?? '').filter((name) => name !== 'hurdles');
  expect(names.length).toBeGreaterThan(10);
  const known = [...Object.keys(rows).map((row) => row.split(' ')[0]), ...Object.keys(others)];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(Object.entries(rows))('%s', (_name, { call, reads, two, beside }) => {
  const run = (cwd: string, inputs: readonly string[], stdin = '') =>
    hurdles(call(...inputs), { cwd, stdin });

  test('reads - as it reads the file', async () => {
    const cwd = place();
    const text = readFileSync(join(cwd, reads, 'a b.yaml'), 'utf8');
    // In its place it is written to no file.
    const named = reads === 'answers' && call()[0] === 'migrate' ? ['-o', '-'] : [];
    const file = await run(cwd, [`${reads}/a b.yaml`, ...named]);
    const piped = await run(cwd, ['-'], text);
    const anonymous = (out: string) =>
      out.replaceAll(`'${reads}/a b.yaml'`, '-').replaceAll(`${reads}/a b.yaml`, '<stdin>');
    expect(piped.exitCode, piped.stderr).toBe(file.exitCode);
    expect(piped.exitCode).toBeLessThan(2);
    expect(piped.stdout.replaceAll(/ +$/gm, '')).toBe(
      anonymous(file.stdout).replaceAll(/ +$/gm, ''),
    );
  });

  test('reads - once', async () => {
    const { exitCode, stdout, stderr } = await run(place(), ['-', '-']);
    expect([exitCode, stdout]).toEqual([2, '']);
    if (two === 'shows a loop') expect(stderr).toContain('zu viele Angaben');
    else if (two !== 'has one place for one') {
      expect(stderr).toContain('Die Standardeingabe (-) lässt sich nur einmal lesen');
    }
  });

  test.each([
    {
      why: 'a missing file',
      word: 'gone.yaml',
      says: /Die Datei gone\.yaml gibt es nicht\./,
    },
    {
      why: 'a folder',
      word: 'answers',
      says: /answers ist ein Ordner; gebraucht wird eine Datei\./,
    },
    {
      why: 'a pattern that nothing fits',
      word: 'gone/*.yaml',
      says: /Auf gone\/\*\.yaml passt keine Datei\./,
    },
  ])('says of $why what it is, and exits with 2', async ({ word, says }) => {
    const { exitCode, stderr } = await run(place(), [word]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('    at ');
  });

  test('takes a pattern as the file that it fits', async () => {
    const [cwd, other] = [place(), place()];
    const file = await run(cwd, [`${reads}/a b.yaml`]);
    // What it suggests as the next call has the word that was typed, or the file's.
    expect(await run(other, [`${reads}/a ?.yaml`])).toEqual(file);
  });

  test(`of two files, and of a pattern that two fit: ${two}`, async () => {
    const files = [`${reads}/a b.yaml`, `${reads}/ü.yaml`];
    const [one, other] = [place(), place()];
    const named = await run(one, files);
    const found = await run(other, [`${reads}/*.yaml`]);
    switch (two) {
      case 'reads both':
        expect(named.exitCode, named.stderr).toBeLessThan(2);
        expect(found).toEqual(named);
        return;
      case 'needs --ndjson':
        expect([named.exitCode, named.stdout, found.exitCode, found.stdout]).toEqual([
          2,
          '',
          2,
          '',
        ]);
        expect(named.stderr).toContain('--ndjson');
        expect(found.stderr).toContain('--ndjson');
        return;
      case 'shows a loop':
      case 'has one place for one':
        expect([found.exitCode, found.stdout]).toEqual([2, '']);
        expect(found.stderr).toMatch(
          /nimmt eine\. .*for file in .*\/\*\.yaml; do hurdles .* "\$file"; done/,
        );
        if (two === 'shows a loop') expect(named.stderr).toContain('zu viele Angaben');
        return;
      default:
        two satisfies never;
    }
  });

  test('a file that is not there keeps nothing from being told of the other', async () => {
    if (two !== 'reads both' || beside !== undefined) return;
    const { exitCode, stderr } = await run(place(), [`${reads}/a b.yaml`, 'gone.yaml']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('gone.yaml');
  });
});

test.each([
  { argv: ['explain', 'goals.target'], shows: 'explain "$file" goals.target' },
  { argv: ['plan', '--to', '2'], shows: 'plan "$file" --to 2' },
  { argv: ['score', '-q', 'five-hurdles'], shows: 'score "$file" -q five-hurdles' },
])('the loop that $argv.0 shows asks of each file what was asked', async ({ argv, shows }) => {
  const [command = '', ...rest] = argv;
  const { stderr } = await hurdles([command, 'answers/*.yaml', ...rest], { cwd: place() });
  expect(stderr).toContain(`for file in answers/*.yaml; do hurdles ${shows}; done`);
});

test('the interview says that it needs a file', async () => {
  for (const argv of [['interview', '-'], ['-']]) {
    const { exitCode, stderr } = await hurdles(argv, { cwd: place(), stdin: 'x' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('braucht es eine Datei');
  }
});

test('the questionnaire of -q does not come from standard input where answers are read', async () => {
  const call = ['plan', 'first.yaml', '-q', '-'];
  const { exitCode, stderr } = await hurdles(call, { cwd: place(), stdin: cased });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^Den Fragebogen liest -q nicht von der Standardeingabe \(-\);.*\n$/);
});

describe('of several files with --ndjson', () => {
  test.each(['plan', 'explain'])('%s gives a line for each, in order', async (command) => {
    const cwd = place();
    const files = ['answers/ü.yaml', 'first.yaml'];
    const { exitCode, stdout } = await hurdles([command, ...files, '--ndjson'], { cwd });
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const [index, file] of files.entries()) {
      const alone = await hurdles([command, file, '--json'], { cwd });
      expect(JSON.parse(lines[index] ?? '')).toEqual(JSON.parse(alone.stdout));
    }
  });

  test.each(['plan', 'explain'])('%s tells every problem of all, and no line', async (command) => {
    const { path } = aFolder({ 'a.yaml': 'format: answers/1\n', 'b.yaml': 'x: [\n' });
    const { exitCode, stdout, stderr } = await hurdles([command, 'a.yaml', 'b.yaml', '--ndjson'], {
      cwd: path,
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a.yaml:');
    expect(stderr).toContain('b.yaml:');
  });

  test('--json beside it is refused', async () => {
    const argv = ['plan', 'first.yaml', '--json', '--ndjson'];
    const { exitCode, stderr } = await hurdles(argv, { cwd: place() });
    expect([exitCode, stderr]).toEqual([
      2,
      'Entweder --json oder --ndjson; beides zugleich geht nicht.\n',
    ]);
  });

  test('what two files build on is migrated in neither when one has problems', async () => {
    const { path, read } = aFolder({ 'a.yaml': example('versandhandel.yaml'), 'b.yaml': 'x: [\n' });
    const { exitCode } = await hurdles(['migrate', '*.yaml'], { cwd: path });
    expect(exitCode).toBe(2);
    expect(read('a.yaml')).toBe(example('versandhandel.yaml'));
    const one = await hurdles(['migrate', 'a.yaml', 'first.yaml', '-o', 'c.yaml'], {
      cwd: place(),
    });
    expect(one.stderr).toContain('-o nimmt die Antworten einer Datei auf, hier sind es 2.');
  });
});

test('a questionnaire from a pipe is tested and shown', async () => {
  const cwd = place();
  const shown = await hurdles(['show', '-', '--lang', 'en'], { cwd, stdin: cased });
  expect(shown.stdout).toContain('# Small');
  const tested = await hurdles(['test', '-', '--json'], { cwd, stdin: cased });
  expect(JSON.parse(tested.stdout).questionnaire).toMatchObject({ id: 'small', version: '1.2.0' });
});
