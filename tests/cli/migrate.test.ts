import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { type FakeTerminal, fakeTerminal, key, toTheResult } from '../support/fake-terminal.ts';
import { nextFiveHurdles, nextFiveHurdlesText, renamed } from '../support/next-five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8');
const edition = `version: 1.1.0, digest: ${nextFiveHurdles.digest}`;
const migrated = renamed(example).replace('version: 1.0.0', edition);

/** A folder with answers to our own questionnaire and its next edition beside them. */
function beside(answers = example, next = nextFiveHurdlesText) {
  const folder = aFolder({ 'a.yaml': answers, 'next.yaml': next });
  const run = (...argv: readonly string[]) =>
    hurdles([...argv, '-q', 'next.yaml'], { cwd: folder.path });
  return { ...folder, run };
}

const told = `a.yaml: von Fassung 1.0.0 auf Fassung 1.1.0 gebracht.
  \`goals.target\` heißt jetzt \`goals.targeted\`.
  \`tool-count\` heißt jetzt \`tool-number\`.
  Bei \`size\`: \`micro\` heißt jetzt \`minute\`.
`;

test('answers to an older edition become answers to this one, and every other byte stays', async () => {
  const { run, read } = beside();
  const { exitCode, stdout, stderr } = await run('migrate', 'a.yaml');
  expect(stderr).toBe(`${told}Geschrieben: a.yaml\n`);
  expect(stdout).toBe('');
  expect(exitCode).toBe(0);
  expect(read('a.yaml')).toBe(migrated);
});

test('answers that come through a named pipe are read once', async () => {
  const { run, read, path } = beside();
  execFileSync('mkfifo', [join(path, 'pipe')]);
  const writer = spawn('sh', ['-c', 'cat a.yaml > pipe'], { cwd: path });
  const { exitCode } = await run('migrate', 'pipe', '-o', 'new.yaml');
  writer.kill();
  expect(exitCode).toBe(0);
  expect(read('new.yaml')).toBe(migrated);
});

test('in English it says the same', async () => {
  const { run } = beside();
  const { stderr } = await run('migrate', 'a.yaml', '--lang', 'en');
  expect(stderr).toContain('brought from version 1.0.0 to version 1.1.0');
  expect(stderr).toContain('In `size`: `micro` is now `minute`.');
});

test('the result is what it was, but for the warning that another edition was answered', async () => {
  const { run } = beside();
  const before = await run('score', 'a.yaml', '--json');
  expect(before.stderr).toMatch(/a\.yaml:5:45 {2}Warnung: .*1\.0\.0.*1\.1\.0/);
  expect(before.stderr).toContain('Übernommen wurde: `goals.target` heißt jetzt `goals.targeted`;');
  await run('migrate', 'a.yaml');
  const after = await run('score', 'a.yaml', '--json');
  expect(after.stderr).toBe('');
  const { answered, ...questionnaire } = JSON.parse(before.stdout).questionnaire;
  expect(answered).toBe('1.0.0');
  expect({ ...JSON.parse(before.stdout), questionnaire, carriedOver: [] }).toEqual(
    JSON.parse(after.stdout),
  );
});

test('once it is done there is nothing to do, and the file is not even touched', async () => {
  const { run, read, path } = beside(migrated);
  const file = join(path, 'a.yaml');
  utimesSync(file, 1, 1);
  const { exitCode, stdout, stderr } = await run('migrate', 'a.yaml');
  expect(stderr).toBe('Nichts zu tun: a.yaml gehört zu keiner älteren Fassung als 1.1.0.\n');
  expect([exitCode, stdout]).toEqual([0, '']);
  expect(read('a.yaml')).toBe(migrated);
  expect(statSync(file).mtimeMs).toBe(1000);
});

describe('the answers go where they are wanted', () => {
  test('into another file', async () => {
    const { run, read } = beside();
    const { stderr } = await run('migrate', 'a.yaml', '-o', 'b.yaml');
    expect(stderr).toBe(`${told}Geschrieben: b.yaml\n`);
    expect(read('b.yaml')).toBe(migrated);
    expect(read('a.yaml')).toBe(example);
  });

  test('to standard output', async () => {
    const { run, read } = beside();
    expect(await run('migrate', 'a.yaml', '-o', '-')).toMatchObject({
      exitCode: 0,
      stdout: migrated,
      stderr: told,
    });
    expect(read('a.yaml')).toBe(example);
  });

  test('a remark in the file steers no terminal, and in a pipe stays as it was', async () => {
    const { path } = beside(`# \u001b[2J\n${example}`);
    const argv = ['migrate', 'a.yaml', '-q', 'next.yaml', '-o', '-'];
    expect((await hurdles(argv, { cwd: path })).stdout).toContain('# \u001b[2J\n');
    const shown = await hurdles(argv, { cwd: path, isTerminal: true });
    expect(shown.stdout).toContain('# \ufffd[2J\n');
  });

  test.each([
    { why: 'carried over', given: example, says: told.replace('a.yaml', '<stdin>') },
    { why: 'as they are, where there is nothing to do', given: migrated, says: /^Nichts zu tun/ },
  ])('from standard input to standard output, $why', async ({ given, says }) => {
    const { path } = beside();
    const argv = ['migrate', '-', '-q', 'next.yaml'];
    const { stdout, stderr } = await hurdles(argv, { cwd: path, stdin: given });
    expect(stdout).toBe(migrated);
    expect(stderr).toMatch(says);
  });

  test('never over the questionnaire', async () => {
    const { run, read } = beside();
    const { exitCode, stderr } = await run('migrate', 'a.yaml', '-o', 'next.yaml');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('next.yaml überschreiben')]);
    expect(read('next.yaml')).toBe(nextFiveHurdlesText);
  });
});

test('a byte order mark, Windows line ends and JSON stay what they are', async () => {
  const { run, read, path } = beside();
  writeFileSync(join(path, 'a.yaml'), `\ufeff${example.replaceAll('\n', '\r\n')}`);
  await run('migrate', 'a.yaml');
  expect(read('a.yaml')).toBe(`\ufeff${migrated.replaceAll('\n', '\r\n')}`);
  writeFileSync(join(path, 'a.json'), JSON.stringify(parse(example), null, 2));
  await run('migrate', 'a.json');
  expect(JSON.parse(read('a.json'))).toEqual(parse(migrated));
  expect(read('a.json')).toContain('"goals.targeted": 2,\n');
});

test('a file with mistakes is told whole and not written', async () => {
  const broken = example
    .replace('goals.target: 2', 'goals.target: 7')
    .replace('size: micro', 'size: micra')
    .replace('goals.owner: 2', 'goals.ownr: 2');
  const { run, read } = beside(broken);
  const { exitCode, stdout, stderr } = await run('migrate', 'a.yaml');
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr.split('\n').filter((line) => line.startsWith('a.yaml:'))).toEqual([
    expect.stringMatching(/^a\.yaml:12:9 {2}.*`micra`/),
    expect.stringMatching(/^a\.yaml:27:17 {2}.*`7`/),
    expect.stringMatching(/^a\.yaml:31:3 {2}.*`goals\.ownr`/),
  ]);
  expect(read('a.yaml')).toBe(broken);
});

test.each([
  {
    what: 'a stored assessment',
    text: async () => (await hurdles(['score', 'examples/malerbetrieb.yaml', '--json'])).stdout,
    says: /eine gespeicherte Bewertung/,
  },
  { what: 'no YAML', text: async () => '{', says: /a\.yaml:1:2/ },
  {
    what: 'answers to another questionnaire',
    text: async () => example.replace('id: five-hurdles', 'id: six-hurdles'),
    says: /six-hurdles/,
  },
])('$what is refused', async ({ text, says }) => {
  const given = await text();
  const { run, read } = beside(given);
  const { exitCode, stderr } = await run('migrate', 'a.yaml');
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(says)]);
  expect(read('a.yaml')).toBe(given);
});

test('answers to the same version with another wording are noted as read again', async () => {
  const { run, read } = beside(migrated.replace(/sha256-[0-9a-f]{64}/, `sha256-${'0'.repeat(64)}`));
  expect((await run('score', 'a.yaml')).stderr).toContain('hurdles migrate DATEI');
  const { exitCode, stderr } = await run('migrate', 'a.yaml');
  expect(stderr).toContain('jetzt mit dem Fingerabdruck der heutigen Fassung 1.1.0');
  expect(exitCode).toBe(0);
  expect(read('a.yaml')).toBe(migrated);
  expect((await run('score', 'a.yaml')).stderr).toBe('');
});

test('another place is for a new file: answers that stand there are not written over', async () => {
  const { run, read, write } = beside();
  write('b.yaml', 'format: answers/1\nquestionnaire: { id: five-hurdles }\n');
  const { exitCode, stderr } = await run('migrate', 'a.yaml', '-o', 'b.yaml');
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('b.yaml')]);
  expect(read('b.yaml')).toBe('format: answers/1\nquestionnaire: { id: five-hurdles }\n');
});

describe('an edition that changed no answer', () => {
  const patched = nextFiveHurdlesText.replace(/\nmigrations:[\s\S]*$/, '\n');
  const answers = renamed(example).replace('version: 1.0.0', 'version: 1.0.0, digest: sha256-old');

  test('is noted all the same, with its digest', async () => {
    const { run, read } = beside(answers, patched);
    const { stderr } = await run('migrate', 'a.yaml');
    expect(stderr).toContain('An den Antworten war nichts zu ändern.');
    expect(read('a.yaml')).toMatch(/version: 1\.1\.0, digest: sha256-[0-9a-f]{64} \}/);
    expect((await run('score', 'a.yaml')).stderr).toBe('');
  });
});

describe('another major version', () => {
  const major = nextFiveHurdlesText.replace('\nversion: 1.1.0\n', '\nversion: 2.0.0\n');
  const known = major.replace('  - to: 1.1.0', '  - to: 2.0.0');

  test('is refused where the questionnaire does not say what becomes of the answers', async () => {
    const { run, read } = beside(example, major);
    for (const command of ['migrate', 'score']) {
      const { exitCode, stderr } = await run(command, 'a.yaml');
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^a\.yaml:5:45 {2}Beantwortet wurde Fassung 1\.0\.0/);
      expect(stderr).not.toContain('hurdles migrate');
    }
    expect((await run('migrate', 'a.yaml')).stderr).toContain('to: 2.0.0');
    expect(read('a.yaml')).toBe(example);
  });

  test.each([
    { lang: 'de', says: 'Anpassen lassen sich die Antworten mit: hurdles migrate DATEI' },
    { lang: 'en', says: 'To adapt the answers: hurdles migrate FILE' },
  ])('is not read as it is, but the way is named ($lang)', async ({ lang, says }) => {
    const { run } = beside(example, known);
    const { exitCode, stderr } = await run('score', 'a.yaml', '--lang', lang);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });

  test('is reached where the questionnaire knows the way', async () => {
    const { run, read } = beside(example, known);
    expect((await run('migrate', 'a.yaml')).exitCode).toBe(0);
    expect(read('a.yaml')).toMatch(/version: 2\.0\.0, digest: sha256-/);
    expect((await run('score', 'a.yaml')).exitCode).toBe(0);
  });

  test('that is newer than the questionnaire is refused', async () => {
    const { run } = beside(example.replace('version: 1.0.0', 'version: 3.0.0'), known);
    const { exitCode, stderr } = await run('migrate', 'a.yaml');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('3.0.0')]);
  });
});

test('what is asked no more is kept in the file, and said', async () => {
  const without = nextFiveHurdlesText.replace(
    '{ of: size, rename: micro, to: minute }',
    '{ of: size, remove: micro }\n      - { of: plans, remove: gone }\n      - { remove: goals.gone }',
  );
  const { run, read } = beside(
    example.replace('answers:\n', 'answers:\n  goals.gone: { answer: 1, note: so }\n'),
    without,
  );
  const { exitCode, stderr } = await run('migrate', 'a.yaml');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('  `goals.gone` wird nicht mehr gefragt.\n');
  expect(stderr).toContain('Bei `size`: `micro` gibt es nicht mehr (bitte neu beantworten).');
  expect(stderr).toContain('bleibt in der Datei unter `x-carried` stehen');
  expect(parse(read('a.yaml'))).toMatchObject({
    'x-carried': {
      '1.0.0': { profile: { size: 'micro' }, answers: { 'goals.gone': { answer: 1, note: 'so' } } },
    },
  });
});

describe('a report says what was carried over, near its end', () => {
  const changes = nextFiveHurdlesText.replace(
    '{ of: size, rename: micro, to: minute }',
    '{ of: size, remove: micro }\n      - { of: sector, rename: painting, to: crafts }\n      - { remove: goals.gone }',
  );
  const answers = example
    .replace('answers:\n', 'answers:\n  goals.gone: 1\n')
    .replace('sector: crafts', 'sector: painting');

  test.each([
    {
      lang: 'de',
      says: [
        '### Beantwortet wurde eine andere Fassung',
        'zu Fassung 1.0.0 des Fragebogens; geurteilt wird nach Fassung 1.1.0',
        '- goals.target heißt jetzt „Messbares Ziel“',
        '- „Größe“: micro gibt es nicht mehr (die alte Antwort passt nicht mehr; bitte neu beantworten)',
        '- „Branche“: painting heißt jetzt „Handwerk“',
        '- goals.gone wird nicht mehr gefragt',
      ],
    },
    { lang: 'en', says: ['### Another version was answered', '- goals.gone is asked no more'] },
  ])('in Markdown ($lang)', async ({ lang, says }) => {
    const { run } = beside(answers, changes);
    const { stdout } = await run('report', 'a.yaml', '-f', 'md', '--lang', lang);
    for (const text of says) expect(stdout).toContain(text);
    expect(stdout.indexOf(says[0] ?? '')).toBeGreaterThan(stdout.length / 2);
  });

  test('in HTML', async () => {
    const { run } = beside(answers, changes);
    const { stdout } = await run('report', 'a.yaml', '-f', 'html');
    expect(stdout).toContain('<li><bdi>goals.gone</bdi> wird nicht mehr gefragt</li>');
    expect(stdout).toContain('<bdi>painting</bdi> heißt jetzt „<bdi>Handwerk</bdi>“');
  });

  test('from a stored assessment, too', async () => {
    const { run, write } = beside(answers, changes);
    write('a.json', (await run('score', 'a.yaml', '--json')).stdout);
    const { stdout } = await run('report', 'a.json', '-f', 'md');
    expect(stdout).toBe((await run('report', 'a.yaml', '-f', 'md')).stdout);
  });

  test('and nothing where nothing was', async () => {
    const { run } = beside(migrated);
    const { stdout } = await run('report', 'a.yaml', '-f', 'md');
    expect(stdout).not.toContain('andere Fassung');
  });
});

test('an assessment stored before there were migrations still reads', async () => {
  const { stdout } = await hurdles(['score', 'examples/malerbetrieb.yaml', '--json']);
  const { carriedOver, ...before } = JSON.parse(stdout) as Record<string, unknown>;
  expect(carriedOver).toEqual([]);
  const again = await hurdles(['score', '-', '--json'], { stdin: JSON.stringify(before) });
  expect(JSON.parse(again.stdout)).toEqual(JSON.parse(stdout));
});

describe('the interview', () => {
  const begun = example.replace('  goals.owner: 2\n', '').replaceAll('\n', '\r\n');

  test('migrates with the first answer it saves, and touches no other line', async () => {
    const { path, read } = beside(begun);
    const talk = interview(['interview', 'a.yaml', '-q', 'next.yaml'], path);
    await talk.shows('27 Antworten sind schon da');
    await talk.shows('s aufhören');
    talk.press(key.down, key.enter);
    await toTheResult(talk);
    expect(await talk.exitCode).toBe(0);
    expect(read('a.yaml')).toBe(
      renamed(begun)
        .replace('version: 1.0.0', edition)
        .replace('updated: 2026-11-19T17:41:00Z', 'updated: "2026-11-20T09:14:00Z"')
        .replace('involvement.training: 1\r\n', 'involvement.training: 1\r\n  goals.owner: 1\r\n'),
    );
  });

  test('leaves the file alone where nothing is answered', async () => {
    const { path, read } = beside(begun);
    const talk = interview(['interview', 'a.yaml', '-q', 'next.yaml'], path);
    await talk.shows('s aufhören');
    talk.press(key.ctrlC);
    expect(await talk.exitCode).toBe(130);
    expect(read('a.yaml')).toBe(begun);
  });
});

/** The interview in a terminal of its own; the clock stands still. */
function interview(
  argv: readonly string[],
  cwd: string,
): FakeTerminal & { readonly exitCode: Promise<number> } {
  const terminal = fakeTerminal();
  const exitCode = main(argv, {
    stdin: terminal.input,
    stdout: new PassThrough().resume(),
    stderr: terminal.output,
    env: {},
    cwd,
    now: () => new Date('2026-11-20T09:14:00Z'),
    onInterrupt: () => () => {},
  });
  return { ...terminal, exitCode };
}
