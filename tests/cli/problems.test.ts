import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.ts';
import { everythingDeclared, groups } from '../../src/cli/program/program.ts';
import { aFolder, collecting, hurdles, root } from '../support/run.ts';

const fiveMistakes = `format: answers/1
questionnaire: { id: five-hurdles }
profile:
  stage: pilto
  plans: purchase
answers:
  goals.problem: 7
  goal.target: 2
  testing.cases: not-applicable
stpes: {}
`;

const inGerman = `a.yaml:4:10  Bei \`stage\` gibt es die Antwort \`pilto\` nicht.
  Meinten Sie \`pilot\`? Möglich sind: none, trying, pilot, operation, several.
a.yaml:5:10  Hier gehört eine Liste hin, gefunden: \`purchase\`.
  Schreiben Sie eine Liste: [purchase]
a.yaml:7:18  Bei \`goals.problem\` gibt es die Antwort \`7\` nicht.
  Möglich sind: 0, 1, 2, 3, 4.
a.yaml:8:3  Es gibt keine Frage \`goal.target\`.
  Meinten Sie \`goals.target\`?
a.yaml:9:18  \`testing.cases\` kann nicht mit „trifft nicht zu“ beantwortet werden.
  Es ist eine Kernfrage; wenn Sie es nicht wissen, schreiben Sie \`unknown\`.
a.yaml:10:1  Den Schlüssel \`stpes\` gibt es hier nicht.
  Meinten Sie \`steps\`? Eigene Schlüssel beginnen mit \`x-\`.
`;

const inEnglish = `a.yaml:4:10  \`stage\` has no answer \`pilto\`.
  Did you mean \`pilot\`? Possible: none, trying, pilot, operation, several.
a.yaml:5:10  This should be a list; found \`purchase\`.
  Write a list: [purchase]
a.yaml:7:18  \`goals.problem\` has no answer \`7\`.
  Possible: 0, 1, 2, 3, 4.
a.yaml:8:3  There is no question \`goal.target\`.
  Did you mean \`goals.target\`?
a.yaml:9:18  \`testing.cases\` cannot be answered "not applicable".
  It is a core question; if you do not know, write \`unknown\`.
a.yaml:10:1  There is no key \`stpes\` here.
  Did you mean \`steps\`? Keys of your own begin with \`x-\`.
`;

test.each([
  { lang: 'de', said: inGerman },
  { lang: 'en', said: inEnglish },
])(
  'every mistake of a file is told at once, with its place and what to do ($lang)',
  async ({ lang, said }) => {
    const folder = aFolder({ 'a.yaml': fiveMistakes });
    for (const command of ['score', 'report']) {
      const { exitCode, stdout, stderr } = await hurdles([command, 'a.yaml', '--lang', lang], {
        cwd: folder.path,
      });
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toBe(said);
    }
    const lint = await hurdles(['lint', 'a.yaml', '--lang', lang], { cwd: folder.path });
    expect(lint.exitCode).toBe(2);
    const codes = / {2}\[([a-z-]+)\]$/gm;
    expect(lint.stdout.replaceAll(codes, '')).toBe(said);
    expect([...lint.stdout.matchAll(codes)].map((match) => match[1])).toEqual([
      'unknown-option',
      'wrong-type',
      'unknown-option',
      'unknown-id',
      'not-applicable-refused',
      'unknown-key',
    ]);
    expect(lint.stderr).toMatch(/6/);
  },
);

test('our own questionnaires and examples lint without a finding', async () => {
  const { exitCode, stdout } = await hurdles([
    'lint',
    'questionnaires/five-hurdles.yaml',
    'questionnaires/five-hurdles-crafts.yaml',
    'examples/versandhandel.yaml',
    'examples/elektrobetrieb.yaml',
    'examples/machine-builder.yaml',
    'examples/malerbetrieb.yaml',
  ]);
  expect(stdout).toBe('');
  expect(exitCode).toBe(0);
});

test.each([
  {
    argv: ['scroe', 'x'],
    says: /„scroe“ ist weder ein Befehl noch eine Datei\. Meinten Sie „score“\?/,
  },
  { argv: ['score'], says: /fehlt eine Angabe: FILE/ },
  { argv: ['score', 'a', 'b'], says: /2 Dateien; dieser Befehl nimmt eine/ },
  { argv: ['score', 'missing.yaml'], says: /Datei missing\.yaml gibt es nicht/ },
  { argv: ['score', '.'], says: /ist ein Ordner/ },
  { argv: ['score', 'x.yaml', '--jsno'], says: /--jsno gibt es nicht\. Meinten Sie --json\?/ },
  {
    argv: ['report', 'x.yaml', '-f', 'pdf2'],
    says: /kann nicht „pdf2“ sein\. Möglich sind: html, md, json/,
  },
  { argv: ['report', 'x.yaml', '-o'], says: /Nach .*-o.* fehlt der Wert/ },
  { argv: ['--lang', 'fr', 'list'], says: /„fr“ spricht das Programm nicht/ },
  { argv: ['schema', 'answer'], says: /questionnaire, answers, assessment/ },
  {
    argv: ['score', 'examples/malerbetrieb.yaml', '-q', 'five-hurdels'],
    says: /Meinten Sie „five-hurdles“\?/,
  },
  { argv: ['interview', '--role', 'chef'], says: /mgmt, it, dept/ },
])('a wrong call is answered in one sentence: hurdles $argv', async ({ argv, says }) => {
  const { exitCode, stdout, stderr } = await hurdles(argv);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(stderr).not.toContain('    at ');
});

test.each(['de', 'en'])('every command has help with an example that works (%s)', async (lang) => {
  const { path } = aFolder();
  for (const folder of ['examples', 'questionnaires']) {
    cpSync(join(root, folder), join(path, folder), { recursive: true });
  }
  for (const command of ['interview', 'report', 'score', 'lint', 'list', 'schema', 'migrate']) {
    const { exitCode, stdout } = await hurdles([command, '--help', '--lang', lang]);
    expect(exitCode).toBe(0);
    const examples = stdout.split('\n').filter((line) => line.startsWith('  hurdles '));
    expect(examples.length, command).toBeGreaterThan(0);
    for (const line of examples) {
      if (line.includes('interview') || line === '  hurdles') continue;
      // What a shell does with pipes and redirections is the shell's.
      const [first = ''] = line.trim().split(/ [|>] /);
      const [call = '', input] = first.split(' < ');
      const stdin = input === undefined ? '' : readFileSync(join(root, input), 'utf8');
      const ran = await hurdles(call.split(' ').slice(1), { cwd: path, stdin });
      expect(ran.exitCode, `${line}\n${ran.stderr}`).toBe(0);
    }
  }
});

test('help speaks one language throughout', async () => {
  const german = (await hurdles(['report', '--help', '--lang', 'de'])).stdout;
  expect(german).not.toMatch(/\b(Usage|Options|Arguments|choices|default)\b/);
  const program = (await hurdles(['--help', '--lang', 'de'])).stdout;
  expect(program).toContain('Aufruf: hurdles');
  expect(program).not.toMatch(/\b(Usage|Options|Commands)\b/);
});

test('a word is the interview’s file if it ends like one', async () => {
  const folder = aFolder();
  const { exitCode, stderr } = await hurdles(['neu.yaml'], { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/kein Terminal.*hurdles interview neu\.yaml/);
});

test.each(['/etc/passwd', '../other.yaml', 'five-hurdles.yaml', '/dev/zero', 'a\u001b]0;x'])(
  'a path inside an answers file is never followed: %j is only an id nobody knows',
  async (id) => {
    const folder = aFolder({
      'a.yaml': `format: answers/1\nquestionnaire: { id: ${JSON.stringify(id)} }\nprofil: {}\n`,
      'five-hurdles.yaml': 'secret: 1\n',
    });
    for (const command of ['score', 'lint', 'interview']) {
      const { exitCode, stdout, stderr } = await hurdles([command, 'a.yaml'], { cwd: folder.path });
      expect(exitCode).toBe(2);
      expect(stdout + stderr).toMatch(/a\.yaml:2:\d+ {2}Den Fragebogen/);
      expect(stdout + stderr).toContain('a.yaml:3:1  Den Schlüssel `profil`');
      expect(stdout + stderr).not.toMatch(/secret|[^\P{Cc}\n]/u);
    }
  },
);

test('letters that are no UTF-8 are a problem, not lost and saved as lost', async () => {
  const folder = aFolder();
  const latin = Buffer.from(
    'format: answers/1\nquestionnaire: { id: five-hurdles }\n# für Frau Müller\n',
    'latin1',
  );
  writeFileSync(join(folder.path, 'a.yaml'), latin);
  for (const command of ['score', 'lint', 'interview', 'report']) {
    const { exitCode, stdout, stderr } = await hurdles([command, 'a.yaml'], { cwd: folder.path });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain('nicht in UTF-8');
  }
  expect(readFileSync(join(folder.path, 'a.yaml'))).toEqual(latin);
});

test('lint looks at every file, whatever is wrong with one of them', async () => {
  const folder = aFolder({
    'a.yaml': 'format: answers/1\nquestionnaire: { id: six-hurdles }\n',
    'b.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
    'c.yaml': 'format: answers/2\n',
  });
  const { exitCode, stdout, stderr } = await hurdles(
    ['lint', 'a.yaml', 'none.yaml', 'b.yaml', 'c.yaml'],
    {
      cwd: folder.path,
    },
  );
  expect(exitCode).toBe(2);
  expect(stdout).toContain('a.yaml:2:');
  expect(stderr).toContain('none.yaml gibt es nicht');
  expect(stdout).toContain('b.yaml:1:1  Warnung: Ohne `stage`');
  expect(stdout).toContain('gebraucht wird `answers/1`');
  expect(stderr).toContain('in 4 Dateien');
});

test.each([
  { argv: ['help'], says: 'Aufruf: hurdles' },
  { argv: ['help', 'score'], says: 'Aufruf: hurdles score' },
])('$argv shows the help', async ({ argv, says }) => {
  const { exitCode, stdout } = await hurdles(argv);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(says);
});

test('a stored assessment with a verdict nobody knows is refused, not told without it', async () => {
  const { stdout } = await hurdles(['score', 'examples/versandhandel.yaml', '--json']);
  const edited = stdout.replace('"id": "not-unattended"', '"id": "not-unatended"');
  expect(edited).not.toBe(stdout);
  const { exitCode, stderr } = await hurdles(['report', '-'], { stdin: edited });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/kein Urteil `not-unatended`[\s\S]*not-unattended/);
});

test('an option before its command is told where it belongs', async () => {
  const { exitCode, stderr } = await hurdles(['--plain', 'interview']);
  expect(exitCode).toBe(2);
  expect(stderr).toBe('--plain gehört hinter den Befehl: hurdles interview --plain …\n');
});

test('of every command it is known which group declares it', async () => {
  const io = { ...nodeIo(process), stdout: collecting([]).stream };
  const { commands } = await everythingDeclared(io, { language: 'en', isChosen: true });
  expect(groups.flatMap(({ names }) => names)).toEqual(commands.map(({ name }) => name));
});
