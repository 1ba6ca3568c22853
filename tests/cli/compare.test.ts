import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { type Comparison, ComparisonFormat } from '../../src/assessment/comparison-format.ts';
import { main } from '../../src/cli/main.ts';
import { nextFiveHurdlesText, renamed } from '../support/next-five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const may = 'examples/verlauf/versandhandel-mai.yaml';
const november = 'examples/versandhandel.yaml';
const texts = 'examples/vorhaben/versandhandel-produkttexte.yaml';
const painters = [
  'examples/verlauf/malerbetrieb-april.yaml',
  'examples/verlauf/malerbetrieb-juli.yaml',
  'examples/malerbetrieb.yaml',
];
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const aFolderWith = (...files: readonly string[]) =>
  aFolder(Object.fromEntries(files.map((file) => [file.split('/').at(-1), textOf(file)])));

async function comparisonOf(argv: readonly string[], cwd?: string): Promise<Comparison> {
  const { stdout } = await hurdles(['compare', ...argv, '-f', 'json'], cwd ? { cwd } : {});
  return JSON.parse(stdout) as Comparison;
}

test('what was lifted and what is new stands first, then levels, the score, answers, steps', async () => {
  const { exitCode, stdout, stderr } = await hurdles(['compare', may, november]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  const places = [
    'Aufgehoben\n  ✓ Noch nicht kaufen',
    'Neu\n  ■ Noch nicht allein antworten',
    'Gilt weiter\n  = Noch nicht ausweiten',
    'Der Betrieb steht weiter auf Stufe 0',
    'Unklare Ziele                      1 → 3',
    'Punktwert                          32–36 → 51',
    '↑ Messbares Ziel: Stufe 1 → 3 (Soll 3)',
    '↓ Menschliches Urteil: Stufe 2 → 0 (Soll 3)',
    'Erledigt\n  ✓ Ein Ziel mit Zahl und Datum festlegen: läuft → erledigt',
  ].map((text) => stdout.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('it says why a target rose: what of the profile changed', async () => {
  const { stdout } = await hurdles(['compare', may, november]);
  expect(stdout).toContain('Das Soll stieg von Stufe 1 auf Stufe 2.');
  expect(stdout).toMatch(/Ursache für das Soll:\s+Stand: Pilot → Im Betrieb; Wirkung nach außen:/);
});

test.each([
  { lang: 'de', says: 'Es hat sich nichts geändert.' },
  { lang: 'en', says: 'Nothing has changed.' },
])('a file compared with itself: $says', async ({ lang, says }) => {
  for (const format of [[], ['-f', 'md'], ['-f', 'html']]) {
    const call = ['compare', november, november, '--lang', lang, ...format];
    const { exitCode, stdout, stderr } = await hurdles(call);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(says);
    expect(stdout).not.toMatch(/Aufgehoben\n|Lifted\n|→/);
  }
  expect((await comparisonOf([november, november])).change?.unchanged).toBe(true);
});

test('three files show the way: a series, a table with a column for each day, a picture', async () => {
  const text = await hurdles(['compare', ...painters]);
  expect(text.stdout).toContain('0 → 1+ → 2');
  expect(text.stdout).toMatch(/09\.07\.2026 → 19\.11\.2026\n {4}↳ nichts Dringendes mehr/);
  const markdown = await hurdles(['compare', ...painters, '-f', 'md']);
  expect(markdown.stdout).toMatch(/\| Hürde +\| 16\.04\.2026 \| 09\.07\.2026 \| 19\.11\.2026 \|/);
  const html = (await hurdles(['compare', ...painters, '-f', 'html'])).stdout;
  const pictures = html.match(/<svg viewBox[^>]*role="img" aria-label="[^"]+"/g) ?? [];
  expect(pictures).toHaveLength(6);
  expect(pictures[0]).toContain('Der ganze Betrieb: Stufe 0, 1+, 2; Soll 1,0, 1,0, 1,0.');
});

test('a step whose day had passed by then is overdue', async () => {
  const { stdout } = await hurdles(['compare', painters[0] ?? '', painters[1] ?? '']);
  expect(stdout).toMatch(/Überfällig\n {2}■ Ausgangswert messen/);
});

test('JSON fits the published schema, and two runs give the same bytes', async () => {
  const schema = JSON.parse((await hurdles(['schema', 'comparison'])).stdout) as object;
  const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  for (const argv of [[may, november], painters, ['--uses', november, texts]]) {
    const call = ['compare', ...argv, '-f', 'json'];
    const { stdout } = await hurdles(call);
    isValid(JSON.parse(stdout));
    expect(isValid.errors).toBeNull();
    expect(ComparisonFormat.parse(JSON.parse(stdout))).toEqual(JSON.parse(stdout));
    expect((await hurdles(call, { env: { TZ: 'Asia/Tokyo', LANG: 'en' } })).stdout).toBe(stdout);
  }
});

test('--json is short for the format, and no other may be asked for beside it', async () => {
  const call = ['compare', may, november];
  const { stdout } = await hurdles([...call, '-f', 'json']);
  expect((await hurdles([...call, '--json'])).stdout).toBe(stdout);
  expect((await hurdles([...call, '--json', '-f', 'json'])).stdout).toBe(stdout);
  const both = await hurdles([...call, '--json', '-f', 'html']);
  expect(both).toMatchObject({ exitCode: 2, stdout: '' });
  expect(both.stderr).toBe('Entweder --format oder --json; beides zugleich geht nicht.\n');
});

describe('several uses', () => {
  test('the lowest counts, verdicts name their use, company answers that differ name their files', async () => {
    const { stdout } = await hurdles(['compare', '--uses', november, texts]);
    expect(stdout).toMatch(
      /Fehlende Tests\n? +A 0\+ \(Soll 3,3\) · B 3 \(1,0 genügt vorerst\) · Zählt 0 \(A\)/,
    );
    expect(stdout).toMatch(/Noch nicht ausweiten[^↳]*↳ Betrifft: A \(Chatbot beantwortet/);
    expect(stdout).toContain(`↳ A: 1–2 (${november})`);
    expect(stdout).toContain(`↳ B: 3–4 (${texts})`);
    expect(stdout).not.toMatch(/• (KI-Einsatz|Stand)\n/);
  });

  test('in all formats', async () => {
    for (const format of ['md', 'html']) {
      const { stdout } = await hurdles(['compare', '--uses', november, texts, '-f', format]);
      expect(stdout).toContain('Verschieden beantwortet');
      expect(stdout).toContain('Assistent schreibt Produkttexte');
    }
    const { of, uses } = await comparisonOf(['--uses', november, texts]);
    expect(of).toBe('uses');
    expect(uses?.differing.map(({ id }) => id)).toContain('tool-count');
  });

  test('stand side by side in columns of uses, not of times', async () => {
    for (const [lang, says, never] of [
      ['de', 'Stufe jeder Hürde, Vorhaben für Vorhaben', 'Zeitpunkt'],
      ['en', 'Level of each hurdle, use by use', 'each time'],
    ] as const) {
      const argv = ['compare', '--uses', november, texts, '-f', 'html', '--lang', lang];
      const { stdout } = await hurdles(argv);
      expect(stdout).toContain(says);
      expect(stdout).not.toContain(never);
    }
  });

  test('without --uses it is said that these are several, and how to see them', async () => {
    const { stdout } = await hurdles(['compare', november, texts]);
    expect(stdout.replace(/\s+/g, ' ')).toContain('zeigt sie: hurdles compare --uses');
  });
});

describe('answers and stored assessments', () => {
  test('an assessment stored then is worth its answers', async () => {
    const folder = aFolderWith(may, november);
    const stored = await hurdles(['score', may, '--json']);
    folder.write('mai.json', stored.stdout);
    const change = async (file: string) =>
      (await comparisonOf([file, 'versandhandel.yaml'], folder.path)).change;
    expect(await change('mai.json')).toEqual(await change('versandhandel-mai.yaml'));
  });

  test('one stored with an earlier version is judged by the present one, renamed questions too', async () => {
    const stored = await hurdles(['score', may, '--json']);
    const folder = aFolder({
      'next.yaml': nextFiveHurdlesText,
      'mai.json': stored.stdout,
      'a.yaml': renamed(textOf(november)).replace('version: 1.0.0', 'version: 1.1.0'),
    });
    const { change, remarks } = await comparisonOf(
      ['mai.json', 'a.yaml', '-q', 'next.yaml'],
      folder.path,
    );
    expect(remarks.map(({ kind }) => kind)).toEqual(['other-version', 'judged-anew']);
    const target = change?.answers.find(({ id }) => id === 'goals.targeted');
    expect(target).toMatchObject({ change: 'up', points: [1, 3] });
  });

  test.each(['a.yaml', 'a.json'])(
    'of another major version nothing is compared, and migrate is named (%s)',
    async (file) => {
      const stored = (await hurdles(['score', may, '--json'])).stdout;
      const folder = aFolder({
        'a.yaml': textOf(may).replace('version: 1.0.0', 'version: 3.0.0'),
        'a.json': stored.replace('"version": "1.0.0"', '"version": "3.0.0"'),
        'b.yaml': textOf(november),
      });
      const call = ['compare', file, 'b.yaml'];
      const { exitCode, stdout } = await hurdles(call, { cwd: folder.path });
      expect(exitCode).toBe(0);
      expect(stdout.replace(/\s+/g, ' ')).toMatch(
        /3\.0\.0.*1\.0\.0.*Stufen werden nicht verglichen.*hurdles migrate/,
      );
      expect(stdout).not.toContain('Stufe 0');
    },
  );
});

describe('what is wrong is said in a sentence', () => {
  test.each([
    {
      why: 'two questionnaires',
      argv: ['examples/elektrobetrieb.yaml', november],
      says: /versandhandel\.yaml gehört zum Fragebogen „five-hurdles“.*„five-hurdles-crafts“/,
    },
    {
      why: 'another questionnaire than -q',
      argv: [november, may, '-q', 'five-hurdles-crafts'],
      says: /versandhandel\.yaml:\d+:\d+ {2}.*`five-hurdles`, nicht zu `five-hurdles-crafts`/,
    },
    { why: 'one file only', argv: [november], says: /fehlt eine Angabe: NEW/ },
    { why: 'no such file', argv: [november, 'gone.yaml'], says: /gone\.yaml gibt es nicht/ },
    { why: 'an unknown ending', argv: [november, may, '-o', 'x.pdf'], says: /html, md, json/ },
    { why: 'a folder', argv: [november, may, '-f', 'md', '-o', 'docs/'], says: /ist ein Ordner/ },
    { why: 'an unknown format', argv: [november, may, '-f', 'pdf'], says: /„pdf“/ },
    {
      why: 'a questionnaire',
      argv: [november, 'questionnaires/five-hurdles.yaml'],
      says: /Frageb/,
    },
  ])('$why', async ({ argv, says }) => {
    const { exitCode, stdout, stderr } = await hurdles(['compare', ...argv]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('    at ');
  });

  test('a comparison never takes the place of what it was made from', async () => {
    const folder = aFolderWith(may, november);
    const call = ['compare', 'versandhandel-mai.yaml', 'versandhandel.yaml', '-f', 'md'];
    for (const target of ['versandhandel.yaml', './versandhandel-mai.yaml']) {
      const { exitCode, stderr } = await hurdles([...call, '-o', target], { cwd: folder.path });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/überschreiben/);
    }
    expect(folder.read('versandhandel.yaml')).toBe(textOf(november));
  });

  test('every broken file is told with its places', async () => {
    const folder = aFolder({ 'a.yaml': `${textOf(november)}stpes: {}\n`, 'b.yaml': textOf(may) });
    const { exitCode, stderr } = await hurdles(['compare', 'b.yaml', 'a.yaml'], {
      cwd: folder.path,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^a\.yaml:\d+:1 {2}.*`stpes`/);
  });
});

test('-o writes the format of the ending, and standard input is one of the files', async () => {
  const folder = aFolderWith(november);
  for (const [ending, begins] of [
    ['html', /^<!doctype html>/i],
    ['md', /^# Nordlicht/],
    ['json', /^\{\n {2}"format": "comparison\/1"/],
  ] as const) {
    const call = ['compare', '-', 'versandhandel.yaml', '-o', `x.${ending}`];
    const { exitCode, stderr } = await hurdles(call, { cwd: folder.path, stdin: textOf(may) });
    expect(exitCode).toBe(0);
    expect(stderr).toBe(`Geschrieben: x.${ending}\n`);
    expect(folder.read(`x.${ending}`)).toMatch(begins);
  }
});

test.each([24, 40, 80])('in %i columns no line is longer', async (columns) => {
  for (const argv of [painters, [may, november], ['--uses', november, texts]]) {
    const stdout = Object.assign(new PassThrough(), { columns });
    const chunks: Buffer[] = [];
    stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await main(['compare', ...argv], {
      stdin: new PassThrough(),
      stdout,
      stderr: new PassThrough().resume(),
      env: {},
      cwd: root,
      now: () => new Date(0),
      onInterrupt: () => () => {},
    });
    const lines = Buffer.concat(chunks).toString('utf8').split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  }
});

test('the examples of its help work', async () => {
  const { stdout } = await hurdles(['compare', '--help']);
  const examples = stdout.split('\n').filter((line) => line.startsWith('  hurdles compare '));
  expect(examples.length).toBeGreaterThan(2);
  const folder = aFolder();
  for (const line of examples) {
    const argv = line.trim().split(' ').slice(1);
    const inRoot = argv.map((word) => (word.startsWith('examples/') ? join(root, word) : word));
    expect((await hurdles(inRoot, { cwd: folder.path })).exitCode).toBe(0);
  }
});

const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('what was said of the files', () => {
  test('a step that is done is not told as done where the answer denies it', async () => {
    const old = textOf(november).split(/^steps:/m)[0];
    const folder = aFolder({
      'a.yaml': `${old}steps: {}\n`,
      'b.yaml': `${old}steps:\n  testing.human: { status: done }\n  goals.target: { status: done }\n`,
    });
    const { stdout } = await hurdles(['compare', 'a.yaml', 'b.yaml'], { cwd: folder.path });
    expect(stdout).toMatch(/Erledigt\n {2}✓ Ein Ziel mit Zahl/);
    expect(stdout).toMatch(/Erledigt, aber die Antwort sagt es noch nicht\n {2}• /);
    const { change } = await comparisonOf(['a.yaml', 'b.yaml'], folder.path);
    expect(change?.unconfirmed).toEqual(['testing.human']);
  });

  test('where scopes differ each file says its own', async () => {
    const text = textOf(november);
    const folder = aFolder({
      'voll.yaml': text,
      'rolle.yaml': text.replace('\nlanguage:', '\nscope: { role: it }\nlanguage:'),
    });
    const { stdout } = await hurdles(['compare', 'voll.yaml', 'rolle.yaml'], { cwd: folder.path });
    expect(flat(stdout)).toMatch(
      /verschiedenen Umfang: [^;]*\(voll\.yaml\): alle Fragen; [^;]*\(rolle\.yaml\): Sicht der Rolle/,
    );
  });

  test('uses of different companies are not set side by side', async () => {
    const call = ['compare', '--uses', november, 'examples/malerbetrieb.yaml'];
    const { exitCode, stdout, stderr } = await hurdles(call);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    for (const name of [november, 'examples/malerbetrieb.yaml']) expect(stderr).toContain(name);
    expect(stderr).toContain('verschiedene Betriebe');
  });

  test('over time different companies both stand in the heading', async () => {
    const { exitCode, stdout } = await hurdles(['compare', november, 'examples/malerbetrieb.yaml']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/\S+ \/ \S+/);
    expect(flat(stdout)).toContain('verschiedene Betriebe');
  });

  test('the later day first: the call that is meant is named', async () => {
    const { stdout } = await hurdles(['compare', november, may]);
    expect(flat(stdout)).toContain(`Meinten Sie: hurdles compare ${may} ${november}`);
  });
});

test.each([
  { why: 'two formats', argv: [may, november, '-f', 'html', '-f', 'md'], says: 'nur einmal' },
  { why: 'standard input twice', argv: ['-', '-'], says: 'nur einmal lesen' },
  {
    why: 'a format that its file denies',
    argv: [may, november, '-o', 'x.json', '-f', 'md'],
    says: 'x.json',
  },
])('$why is a mistake and nothing is written', async ({ argv, says }) => {
  const { exitCode, stdout, stderr } = await hurdles(['compare', ...argv]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.each([
  { command: ['plan', november, '--json'], is: 'Das ist ein Plan' },
  { command: ['explain', november, '--json'], is: 'Das ist eine Erklärung' },
  { command: ['check', november, '-f', 'json'], is: 'Das ist das Ergebnis einer Prüfung' },
  { command: ['score', november, '--ndjson'], is: 'Das ist eine Zeile mit einem Ergebnis' },
  { command: ['lint', november, '-f', 'json'], is: 'Das ist ein Prüfbericht' },
  { command: ['test', 'five-hurdles', '--json'], is: 'Das ist das Ergebnis von Fällen' },
  { command: ['list', '--json'], is: 'Das ist eine Liste der Fragebögen' },
])('$is: read as answers it is named as what it is', async ({ command, is }) => {
  const folder = aFolder({ 'p.json': (await hurdles(command)).stdout });
  for (const reader of ['score', 'report', 'explain']) {
    const { exitCode, stderr } = await hurdles([reader, 'p.json'], { cwd: folder.path });
    expect(exitCode).not.toBe(0);
    expect(flat(stderr)).toContain(is);
    expect(stderr).not.toContain('format: answers/1');
  }
});
