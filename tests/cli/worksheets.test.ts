import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = (name: string) => join(root, `examples/${name}.yaml`);

// The small questionnaire with a form and a table that take something from everywhere.
const sheets: [string, string] = [
  '      - { de: "Problem", en: "Problem" }\n\nfacts:',
  `      - { de: "Problem", en: "Problem", from: goals.problem }
      - { de: "Notiz", en: "Note", from: $note.goals.problem, lines: 1 }
      - { de: "Ziel", en: "Goal", from: [goal, goals.words], hint: { de: "Mit Zahl", en: "With a number" } }
      - { de: "Firma", en: "Company", from: [$subject.name, $subject.use] }
      - { de: "Wer", en: "Who", from: [$step.who, $step.due, $step.owner, $step.kpi] }
      - { de: "Leer", en: "Empty", from: goals.way, lines: 3 }
  - id: list
    title: { de: "Liste", en: "List" }
    layout: table
    blankRows: 1
    from: [staff, plans, sector]
    fields:
      - { de: "Was | wie", en: "What, how", from: $note.goals.problem }
      - { de: "Art", en: "Kind", cells: [{ de: "Eins", en: "One" }, { de: "Zwei", en: "Two" }] }

facts:`,
];
const questionnaire = aQuestionnaireText(sheets, [
  'worksheet: sheet',
  'worksheet: sheet\n          kpi: { de: "Ein Blatt", en: "One sheet" }',
]);

const answers = (note: string, more = '') => `format: answers/1
questionnaire: { id: small }
subject: { name: Muster GmbH, use: Helfer }
language: de
updated: 2026-11-20T09:14:00Z
profile: { stage: pilot, sector: crafts, plans: [purchase, expansion], staff: 12, goal: Halbe Zeit }
answers:
  goals.problem: { answer: 1, note: ${JSON.stringify(note)} }
  goals.words: { answer: Weniger suchen }
steps:
  goals.problem: { status: doing, who: Frau Xu, due: 2026-12-15 }
${more}`;

function aCompany(note = 'Wir suchen zu lange') {
  return aFolder({ 'q.yaml': questionnaire, 'a.yaml': answers(note) });
}

const call = ['report', 'a.yaml', '-q', 'q.yaml', '--worksheets', 'sheets'];

test('a form quotes what was said with the question it was said to, and leaves the rest blank', async () => {
  const folder = aCompany();
  const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
  expect(exitCode).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('Geschrieben: sheets/sheet.md');
  const line = '_'.repeat(60);
  expect(folder.read('sheets/sheet.md')).toBe(`# Zielblatt

**Muster GmbH** · Vorhaben: Helfer · Stand: 20. November 2026

Zum Ausfüllen. In Anführungszeichen steht, was Sie gesagt haben, dahinter die Frage; was noch fehlt, ist leer.

**Gehört im Plan zu**

- [ ] Problem aufschreiben (Schritt 1) – Wer: Chefin · läuft, Frau Xu, bis 15. Dezember 2026

## Problem

> „Gesagt“ – Problem, Stufe 1
>
> „Wir suchen zu lange“ – Problem

${line}

${line}

## Notiz

> „Wir suchen zu lange“ – Problem

${line}

## Ziel

*Mit Zahl*

> „Halbe Zeit“ – Welches Ziel?
>
> „Weniger suchen“ – Wortlaut

${line}

${line}

## Firma

> „Muster GmbH“
>
> „Helfer“

${line}

${line}

## Wer

> Frau Xu – Problem aufschreiben
>
> 15\\. Dezember 2026 – Problem aufschreiben
>
> Chefin – Problem aufschreiben
>
> Ein Blatt – Problem aufschreiben

${line}

${line}

## Leer

${line}

${line}

${line}

---

Vorausgefüllt mit five-hurdles 0.1.0 · Fragebogen „Klein“, Fassung 1.2.0
`);
});

test('the same sheet speaks the other language', async () => {
  const folder = aCompany();
  await hurdles([...call, '--lang', 'en'], { cwd: folder.path });
  const sheet = folder.read('sheets/sheet.md');
  expect(sheet).toContain('# Goal sheet');
  expect(sheet).toContain('> “Said” – Problem, level 1');
  expect(sheet).toContain('Write the problem down (Step 1) – Who: Boss');
});

test('a table has what is known in its first row, what is printed beside it, and rows to write on', async () => {
  const folder = aCompany('Eins | zwei\n\ndrei');
  await hurdles(call, { cwd: folder.path });
  const table = folder
    .read('sheets/list.md')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(table).toEqual([
    '| Was \\| wie                    | Art  |',
    '| :---------------------------- | :--- |',
    '| „Eins \\| zwei drei“ – Problem | Eins |',
    '|                               | Zwei |',
    '|                               |      |',
  ]);
  expect(folder.read('sheets/list.md')).toContain('- „Kauf; Ausbau“ – Was ist geplant?');
});

test('a spreadsheet has the rows in which something stands, each text as it was said', async () => {
  const folder = aCompany('Eins; "zwei"\ndrei');
  await hurdles(call, { cwd: folder.path });
  expect(folder.read('sheets/list.csv')).toBe(
    '\uFEFF"Was | wie";"Art"\r\n"Eins; ""zwei""\ndrei";"Eins"\r\n"";"Zwei"\r\n',
  );
  await hurdles([...call.slice(0, -1), 'other', '--lang', 'en'], { cwd: folder.path });
  expect(folder.read('other/list.csv')).toBe(
    '\uFEFF"What, how","Kind"\r\n"Eins; ""zwei""\ndrei","One"\r\n"","Two"\r\n',
  );
});

test.each(['=cmd()|calc', '+1', '-1', '@sum', '\t=1'])(
  'a spreadsheet takes %j for a text, not for a formula',
  async (note) => {
    const folder = aCompany(note);
    await hurdles(call, { cwd: folder.path });
    const cell = folder.read('sheets/list.csv').split('\r\n')[1];
    expect(cell).toMatch(/^"?'/);
  },
);

test('what nobody knows and what does not apply is said, and never taken for an answer', async () => {
  const folder = aCompany();
  folder.write(
    'a.yaml',
    answers('x').replace(
      /goals\.problem: \{ answer.*/,
      'goals.problem: unknown\n  goals.way: { state: not-applicable, reason: Es gibt nur einen }',
    ),
  );
  await hurdles(call, { cwd: folder.path });
  expect(folder.read('sheets/sheet.md')).toContain('> *weiß bisher niemand* – Problem');
  expect(folder.read('sheets/sheet.md')).toContain(
    '> *trifft nicht zu*: „Es gibt nur einen“ – Weg',
  );
  expect(folder.read('sheets/sheet.md')).not.toContain('Stufe 0');
});

test('sheets filled from answers without a date say so, and so does the command', async () => {
  const folder = aCompany();
  folder.write('a.yaml', answers('x').replace(/^updated:.*\n/m, ''));
  const { stderr } = await hurdles(call, { cwd: folder.path });
  expect(stderr).toContain('a.yaml');
  expect(stderr).toContain('updated');
  expect(folder.read('sheets/sheet.md')).toContain('Stand: ohne Datum');
});

test('a step nobody decided about leaves room for a name and a day', async () => {
  const folder = aCompany();
  folder.write('a.yaml', answers('x').replace(/^steps:[\s\S]*/m, ''));
  await hurdles(call, { cwd: folder.path });
  expect(folder.read('sheets/sheet.md')).toMatch(/Wer: Chefin · Name: _+ bis: _+$/m);
});

test('where roles say different things, each is quoted; who says the same, together', async () => {
  const folder = aCompany();
  const said = `goals.problem:
    answer: 0
    note: Nie gehört
    sources:
      - { role: boss, answer: 2, note: Steht im Plan }
      - { role: team, answer: 0, note: Nie gehört }
      - { role: team, name: Herr Ott, answer: 0 }`;
  folder.write('a.yaml', answers('x').replace(/goals\.problem: \{ answer.*/, said));
  const { exitCode } = await hurdles(call, { cwd: folder.path });
  expect(exitCode).toBe(0);
  const quotes = folder.read('sheets/sheet.md').split('\n## ')[1];
  expect(quotes).toContain('„Geschrieben“ – Problem, Stufe 2 (Chefin)');
  expect(quotes).toContain(
    '„Keines“ – Problem, Stufe 0 (Team, Team \\(Herr Ott\\))'.replace(/\\/g, ''),
  );
  expect(quotes).toContain('„Steht im Plan“ – Problem (Chefin)');
  expect(quotes).toContain('„Nie gehört“ – Problem (Team)');
});

test('a sheet that somebody filled in is never written over, and nothing else is written either', async () => {
  const folder = aCompany();
  await hurdles(call, { cwd: folder.path });
  const filled = `${folder.read('sheets/sheet.md')}Das haben wir mühsam ausgefüllt.\n`;
  folder.write('sheets/sheet.md', filled);
  folder.write('a.yaml', answers('Etwas anderes'));
  const again = await hurdles([...call, '-o', 'report.html'], { cwd: folder.path });
  expect(again.exitCode).toBe(2);
  expect(again.stderr).toContain('sheets/sheet.md, sheets/list.md, sheets/list.csv');
  expect(again.stderr).toContain('anderen Ordner');
  expect(folder.read('sheets/sheet.md')).toBe(filled);
  expect(readdirSync(folder.path).sort()).toEqual(['a.yaml', 'q.yaml', 'sheets']);
});

test('sheets that nobody touched may be asked for again', async () => {
  const folder = aCompany();
  await hurdles(call, { cwd: folder.path });
  expect((await hurdles(call, { cwd: folder.path })).exitCode).toBe(0);
});

test('a folder of the name of a sheet is left alone', async () => {
  const folder = aCompany();
  mkdirSync(join(folder.path, 'sheets/sheet.md'), { recursive: true });
  expect((await hurdles(call, { cwd: folder.path })).exitCode).toBe(2);
  expect(readdirSync(join(folder.path, 'sheets'))).toEqual(['sheet.md']);
});

test('of several companies each has a folder of its own', async () => {
  const folder = aFolder();
  const files = [example('malerbetrieb'), example('versandhandel')];
  await hurdles(['report', ...files, '--worksheets', 'sheets'], { cwd: folder.path });
  expect(readdirSync(join(folder.path, 'sheets')).sort()).toEqual([
    'malerbetrieb',
    'versandhandel',
  ]);
  expect(folder.read('sheets/malerbetrieb/goal-sheet.md')).toContain('Malerbetrieb Sommer');
});

test('a file whose name is only dots leads to no other folder', async () => {
  const folder = aFolder({ '...yaml': readFileSync(example('malerbetrieb'), 'utf8') });
  const files = ['...yaml', example('versandhandel')];
  const { exitCode } = await hurdles(['report', ...files, '--worksheets', 'sheets'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(0);
  expect(readdirSync(folder.path).sort()).toEqual(['...yaml', 'sheets']);
  expect(existsSync(join(folder.path, 'sheets/...yaml/goal-sheet.md'))).toBe(true);
});

test('two companies in files of one name are told apart or refused', async () => {
  const text = readFileSync(example('malerbetrieb'), 'utf8');
  const [one, other] = [aFolder({ 'a.yaml': text }), aFolder({ 'a.yaml': text })];
  const files = [join(one.path, 'a.yaml'), join(other.path, 'a.yaml')];
  const { exitCode } = await hurdles(['report', ...files, '--worksheets', 'sheets'], {
    cwd: one.path,
  });
  expect(exitCode).toBe(2);
  expect(readdirSync(one.path)).toEqual(['a.yaml']);
});

test.each(['--worksheets=sheets', '--with-worksheets'])(
  'a questionnaire without worksheets says so when asked for them (%s)',
  async (option) => {
    const folder = aFolder();
    const foreign = join(root, 'tests/foreign/level-by-level.yaml');
    folder.write('a.yaml', 'format: answers/1\nquestionnaire: { id: level-by-level }\n');
    const argv = ['report', 'a.yaml', '-q', foreign, option, '-o', 'r.md'];
    const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('„level-by-level“ hat keine Arbeitsblätter');
    expect(readdirSync(folder.path)).toEqual(['a.yaml']);
  },
);

test('standard output is no folder', async () => {
  const { exitCode, stdout } = await hurdles([
    'report',
    example('malerbetrieb'),
    '--worksheets',
    '-',
  ]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
});

test('the steps of the report say in which file their sheet is, or that it stands behind', async () => {
  const folder = aCompany();
  const files = await hurdles([...call, '-f', 'md'], { cwd: folder.path });
  expect(files.stdout).toContain('Arbeitsblatt: Zielblatt (sheet.md)');
  expect(files.stdout).not.toContain('## Anhang');
  const plain = ['report', 'a.yaml', '-q', 'q.yaml', '-f', 'md'];
  const behind = await hurdles([...plain, '--with-worksheets'], { cwd: folder.path });
  expect(behind.stdout).toContain('Arbeitsblatt: Zielblatt (im Anhang)');
  expect(behind.stdout).toContain('## Anhang: Arbeitsblätter');
  expect(behind.stdout).toContain('### Liste');
  const none = await hurdles(plain, { cwd: folder.path });
  expect(none.stdout).toMatch(/Arbeitsblatt: Zielblatt(?! \()/);
});

test('the report with its sheets is one page that loads nothing; without them it is as it was', async () => {
  const { stdout } = await hurdles(['report', example('versandhandel'), '--with-worksheets']);
  expect(stdout.match(/<article class="sheet /g)).toHaveLength(9);
  expect(stdout).toContain('id="worksheet-goal-sheet"');
  expect(stdout).not.toMatch(/<script|<input|https?:\/\/(?!www\.w3)/);
  const without = await hurdles(['report', example('versandhandel')]);
  expect(without.stdout).not.toContain('class="sheet');
  expect(without.stdout).not.toContain('.sheet');
});

test('the sheets that the plan needs first come first, then the others', async () => {
  const { stdout } = await hurdles(['report', example('versandhandel'), '--with-worksheets']);
  const order = [
    ...stdout.matchAll(/<article class="sheet \w+" aria-labelledby="worksheet-([\w-]+)"/g),
  ];
  expect(order.map(([, id]) => id)).toEqual([
    'weekly-check',
    'test-plan',
    'pilot-brief',
    'kpi-sheet',
    'goal-sheet',
    'tool-inventory',
    'one-page-process',
    'feedback-round',
    'ground-rules',
  ]);
});

test('a stored assessment fills the same sheets as its answers', async () => {
  const stored = (await hurdles(['score', example('pumpenbau'), '--json'])).stdout;
  const folder = aFolder({ 'pumpenbau.json': stored });
  await hurdles(['report', 'pumpenbau.json', '--worksheets', 'a'], { cwd: folder.path });
  await hurdles(['report', example('pumpenbau'), '--worksheets', 'b'], { cwd: folder.path });
  for (const name of readdirSync(join(folder.path, 'b'))) {
    expect(folder.read(`a/${name}`)).toBe(folder.read(`b/${name}`));
  }
});

const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}/u;

test.each([
  '<script>alert(1)</script>',
  '| a | b |\n# heading\n- [x] done\n```\nfence',
  '![x](https://example.org/x.png) [click](javascript:alert(1))',
  '\u001b[2J\u001b]0;title\u0007\u202eevil\u2066',
  `Das ${'sehr '.repeat(2000)}lang ist`,
])('%j stays text on a sheet', async (note) => {
  const folder = aCompany(note);
  expect((await hurdles(call, { cwd: folder.path })).exitCode).toBe(0);
  for (const name of ['sheet.md', 'list.md']) {
    const sheet = folder.read(`sheets/${name}`);
    expect(sheet).not.toMatch(/<script|(?<!\\)\]\(|^# heading|^- \[x\] done|^```/m);
    expect(sheet).not.toMatch(unruly);
    for (const line of sheet.split('\n').filter((row) => row.startsWith('|'))) {
      expect(line.replaceAll('\\|', '').match(/\|/g)).toHaveLength(3);
    }
  }
  expect(folder.read('sheets/list.csv')).not.toMatch(/[^\P{Cc}\n\r]|\p{Bidi_Control}/u);
});

test('a title of a questionnaire is no way out of the folder: files are called after ids', async () => {
  const folder = aFolder({
    'q.yaml': questionnaire.replace(
      'title: { de: "Zielblatt", en: "Goal sheet" }',
      'title: { de: "../../Zielblatt", en: "../Goal" }',
    ),
    'a.yaml': answers('x'),
  });
  await hurdles(call, { cwd: folder.path });
  expect(readdirSync(join(folder.path, 'sheets')).sort()).toEqual([
    'list.csv',
    'list.md',
    'sheet.md',
  ]);
});

test('a sheet goes without what an extension took away, which is told where it was taken', async () => {
  const folder = aCompany();
  folder.write(
    'mine.yaml',
    'format: questionnaire/1\nextends: q.yaml\nid: mine\nversion: 1.0.0\nprofile:\n  - { id: goal, remove: true }\n',
  );
  const { exitCode, stdout } = await hurdles(['lint', 'mine.yaml'], { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/^mine\.yaml:6:\d+ .*goal/m);
});

test('a file where the folder of the worksheets should be is named', async () => {
  const folder = aCompany();
  const argv = ['report', 'a.yaml', '-q', 'q.yaml', '--worksheets', 'a.yaml'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('a.yaml ist eine Datei; gebraucht wird ein Ordner.\n');
});

test('so is a file where the folder of the reports should be', async () => {
  const argv = ['report', 'a.yaml', '-q', 'q.yaml', '-f', 'md', '-o', 'a.yaml/'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: aCompany().path });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('a.yaml/ ist eine Datei; gebraucht wird ein Ordner.\n');
});

test.each(['csv', 'json'])('worksheets wanted behind %s alone are refused', async (format) => {
  const { path } = aCompany();
  const argv = ['report', 'a.yaml', '-q', 'q.yaml', '--with-worksheets', '-f', format];
  const { exitCode, stdout, stderr } = await hurdles(argv, { cwd: path });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`An ${format} lassen sich keine Arbeitsblätter anhängen.`);
  const both = [...argv, '-f', 'html', '-o', 'out/'];
  expect((await hurdles(both, { cwd: path })).exitCode).toBe(0);
});
