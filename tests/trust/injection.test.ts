import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersSaying, attacks, questionnaireSaying } from '../support/attacks.ts';
import { readCsv } from '../support/read-csv.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

// Where a text of an answers file can come in, and what is written for it there.
const sources = [
  'subject.name',
  'subject.use',
  'profile',
  'note',
  'reason',
  'source.name',
  'source.note',
  'source.reason',
  'step.who',
  'step.note',
] as const;

// What one that says such things is merged with.
const folderOfAnother = aFolder({
  'it.yaml':
    'format: answers/1\nquestionnaire: { id: five-hurdles }\nscope: { role: it }\nprofile: { stage: pilot }\n',
});
const another = join(folderOfAnother.path, 'it.yaml');
// Against a company that says other things everywhere, so that all that is said comes out.
function comparing(...rest: readonly string[]): readonly string[] {
  return ['compare', 'examples/verlauf/versandhandel-mai.yaml', '-', ...rest];
}

// Of a company without a name: the uses of two that are called differently are not set side by side.
const nameless = join(
  aFolder({
    'nameless.yaml': readFileSync(
      join(root, 'examples/verlauf/versandhandel-mai.yaml'),
      'utf8',
    ).replace(/name: [^,}]+, /, ''),
  }).path,
  'nameless.yaml',
);

// A cell of a table that begins like one. A number of ours never is in quotation marks.
const aFormula = /(?:^|;)(?:"\s*[-=+@]|\s*[=+@])/m;

// The log of a CI run is read like a terminal, and searched for commands: behind spaces at the start of a line, or anywhere.
const onATerminal = /\p{Cc}\[2J|^\s*::|##(?:vso)?\[/mu;

// Where such a text comes out: a new output format adds its row, and what must not be there.
const places = [
  {
    place: 'HTML text and attributes',
    argv: ['report', '-', '-f', 'html'],
    never: /<script|<img|<svg onload|\son(?:error|load|focus)=(?!&)|autofocus(?!\s*on)/,
  },
  {
    place: 'a line, a table cell, a heading of Markdown',
    argv: ['report', '-', '-f', 'md'],
    never:
      /<script|<img|(?:www\.|:\/\/)example|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold|(?<![\w&#;\\])@someone/m,
  },
  {
    place: 'a badge',
    argv: ['report', '-', '-f', 'badge'],
    never:
      /<(?!\/?(?:svg|title|rect|path|g|text|circle)\b)|\son(?:error|load|focus)=(?!&)|autofocus(?!\s*on)/,
  },
  { place: 'a table of answers', argv: ['report', '-', '-f', 'csv'], never: aFormula },
  { place: 'a table of the plan', argv: ['plan', '-', '-f', 'csv'], never: aFormula },
  {
    place: 'the worksheets behind a report in HTML',
    argv: ['report', '-', '-f', 'html', '--with-worksheets'],
    never: /<script|<img|<svg onload|\son(?:error|load|focus)=(?!&)|autofocus(?!\s*on)/,
  },
  {
    place: 'the worksheets behind a report in Markdown',
    argv: ['report', '-', '-f', 'md', '--with-worksheets'],
    never:
      /<script|<img|(?:www\.|:\/\/)example|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold|(?<![\w&#;\\])@someone/m,
  },
  { place: 'the terminal', argv: ['score', '-'], never: onATerminal },
  {
    place: 'an explained question',
    argv: ['explain', '-', 'goals.problem'],
    never: onATerminal,
  },
  {
    place: 'an explained contradiction',
    argv: ['explain', '-', 'goal-without-number'],
    never: onATerminal,
  },
  { place: 'an explanation as data', argv: ['explain', '-', '--json'], never: /\p{Cc}\[2J/u },
  { place: 'a comparison in the terminal', argv: comparing(), never: onATerminal },
  { place: 'the plan on the terminal', argv: ['plan', '-'], never: onATerminal },
  {
    place: 'a way to a goal on the terminal',
    argv: ['plan', '-', '--to', '1'],
    never: onATerminal,
  },
  {
    place: 'a list of tasks in Markdown',
    argv: ['plan', '-', '-f', 'md'],
    never:
      /<script|<img|(?:www\.|:\/\/)example|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold|(?<![\w&#;\\])@someone/m,
  },
  {
    place: 'problems on the terminal',
    argv: ['lint', '-', '-q', 'five-hurdles'],
    never: onATerminal,
  },
  {
    place: 'notes beside a pull request, which is run by lines that begin with ::',
    argv: ['lint', '-', '-q', 'five-hurdles', '-f', 'github'],
    never: /^(?!::error file=<stdin>,line=\d+,col=\d+,title=[a-z-]+::[^\r\n]+$)./m,
  },
  {
    place: 'what a check found in the terminal',
    argv: ['check', '-', '--at-target', '--baseline', 'examples/verlauf/versandhandel-mai.yaml'],
    never: onATerminal,
  },
  {
    place: 'what a check found beside a pull request',
    argv: ['check', '-', '--at-target', '--strict', '-f', 'github'],
    never: /^(?!::(?:error|notice) file=<stdin>,line=\d+,col=\d+,title=[^\r\n:,]+::[^\r\n]+$)./m,
  },
  {
    place: 'what a check found as XML',
    argv: ['check', '-', '--at-target', '--strict', '-f', 'junit'],
    never:
      /<(?!\?xml |\/?(?:testsuites?|testcase|failure|system-out)[ >])|&(?!amp;|lt;|gt;|quot;|apos;|#10;)/,
  },
  {
    place: 'what a check found as data',
    argv: ['check', '-', '--at-target', '-f', 'json'],
    never: /\p{Cc}\[2J/u,
  },
  {
    place: 'the lines of a new file of answers',
    argv: ['new', 'answers', '-', '--from', '-'],
    never: /^(?! *(#|$)| *[\w.-]+:( |$))/m,
  },
  {
    place: 'the lines of a merged file',
    argv: ['merge', another, '-', '-o', '-', '--names'],
    never: /^(?! *(#|$)| *[\w.-]+:( |$)| {6}- \{ role: \w+, .* \}$)/m,
  },
  {
    place: 'a comparison in HTML',
    argv: comparing('-f', 'html'),
    never: /<script|<img|<svg onload|\son(?:error|load|focus)=(?!&)|autofocus(?!\s*on)/,
  },
  {
    place: 'a comparison in Markdown',
    argv: comparing('-f', 'md'),
    never:
      /<script|<img|(?:www\.|:\/\/)example|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold|(?<![\w&#;\\])@someone/m,
  },
  {
    place: 'uses side by side in Markdown',
    argv: ['compare', nameless, '-', '--uses', '-f', 'md'],
    never:
      /<script|<img|(?:www\.|:\/\/)example|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold/m,
  },
] as const;

const cases = places.flatMap((place) => attacks.map((attack) => ({ ...place, attack })));

test.each(cases)('$attack stays text in $place', async ({ argv, never, attack }) => {
  const { stdout, stderr } = await hurdles(argv, {
    stdin: answersSaying(attack, argv[0] === 'lint'),
  });
  expect(stdout.length).toBeGreaterThan(0);
  const readable = argv.some((word) => word === 'html' || word === 'badge')
    ? stdout.replaceAll('&#x27; autofocus', '')
    : stdout;
  expect(readable).not.toMatch(never);
  // Rows of a table end with both, as they must; within a cell only lines end.
  const isTable = argv.some((word) => word === 'csv');
  const said = isTable ? stdout.replaceAll('\r\n', '\n') : stdout;
  expect(said + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});

test('JSON carries every text as it was said', async () => {
  for (const attack of attacks) {
    const { stdout } = await hurdles(['score', '-', '--json'], {
      stdin: answersSaying(attack, false),
    });
    expect((JSON.parse(stdout) as { subject: object }).subject).toEqual({
      name: attack,
      use: attack,
    });
  }
});

test('every text a file can bring in is among those tried', () => {
  const format = readFileSync(join(root, 'src/questionnaire/answers-format.ts'), 'utf8');
  const free = [...format.matchAll(/^\s*(\w+): z\.string\(\)(?:\.optional\(\))?[,.]/gm)].map(
    (match) => match[1],
  );
  // A digest and a version never reach a report, and a respondent's name only as one of a source.
  expect(new Set(free)).toEqual(new Set(['note', 'reason', 'who', 'digest', 'name']));
  expect(sources).toHaveLength(10);
});

const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}/u;
const steering = 'Titel\u001b]0;x\u0007\u001b[2J\u202e <img src=x onerror=alert(1)>';

test('a questionnaire’s own texts steer no terminal and run nothing', async () => {
  const own = readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8')
    .replace('title: { de: "Die fünf Hürden"', `title: { de: ${JSON.stringify(steering)}`)
    .replace('de: "Unklare Ziele"', `de: ${JSON.stringify(steering)}`);
  const folder = aFolder({ 'own.yaml': own, 'a.yaml': answersSaying('x', false) });
  for (const argv of [['score'], ['report', '-f', 'html'], ['report', '-f', 'md']]) {
    const [command = '', ...rest] = argv;
    const call = [command, 'a.yaml', '-q', 'own.yaml', ...rest];
    const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Titel');
    expect(stdout + stderr).not.toMatch(unruly);
    if (command === 'report') expect(stdout).not.toContain('<img');
  }
});

test('a questionnaire’s own texts become no formula of a table', async () => {
  const formula = '=cmd()|calc';
  const own = readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8').replace(
    /((?:title|text|label|kpi): \{ de: )"(?:[^"\\]|\\.)*"/g,
    (_whole, key: string) => `${key}${JSON.stringify(formula)}`,
  );
  const folder = aFolder({ 'own.yaml': own, 'a.yaml': answersSaying('x', false) });
  for (const command of ['report', 'plan']) {
    const call = [command, 'a.yaml', '-q', 'own.yaml', '-f', 'csv'];
    const { exitCode, stdout } = await hurdles(call, { cwd: folder.path });
    expect(exitCode).toBe(0);
    const cells = readCsv(stdout, ';').rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => cell === `'${formula}`).length).toBeGreaterThan(10);
    expect(cells.filter((cell) => /^\s*[=+@]/.test(cell))).toEqual([]);
  }
});

// Where a questionnaire's own texts come out: a new output adds its row.
const sheets = [
  { sheet: 'a print for reading in HTML', argv: ['-f', 'html'], never: places[0].never },
  { sheet: 'a print for reading in Markdown', argv: ['-f', 'md'], never: places[1].never },
  { sheet: 'a form in HTML', argv: ['--blank', '-f', 'html'], never: places[0].never },
  { sheet: 'a form in Markdown', argv: ['--blank', '-f', 'md'], never: places[1].never },
] as const;

test.each(sheets.flatMap((sheet) => attacks.map((attack) => ({ ...sheet, attack }))))(
  '$attack stays text in $sheet',
  async ({ argv, never, attack }) => {
    const folder = aFolder({ 'q.yaml': questionnaireSaying(attack) });
    const call = ['show', 'q.yaml', '--role', 'boss', ...argv];
    const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll('&#x27; autofocus', '')).not.toMatch(never);
    expect(stdout).not.toMatch(unruly);
  },
);

test('a stored assessment’s own texts steer no terminal and run nothing', async () => {
  const stored = JSON.parse(
    (await hurdles(['score', 'examples/versandhandel.yaml', '--json'])).stdout,
  ) as { questionnaire: object; tool: object; subject: object };
  const change = { change: 'merge', from: [steering], to: [steering] };
  const stdin = JSON.stringify({
    ...stored,
    questionnaire: { ...stored.questionnaire, answered: steering },
    carriedOver: [
      { ...change, of: null },
      { ...change, of: steering },
    ],
    tool: { name: steering, version: steering },
    subject: { name: steering, use: steering },
  });
  for (const argv of [
    ['score', '-'],
    ['report', '-', '-f', 'html'],
    ['report', '-', '-f', 'md'],
  ]) {
    const { exitCode, stdout } = await hurdles(argv, { stdin });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(unruly);
    if (argv[0] === 'report') expect(stdout).not.toContain('<img');
  }
});

// Whatever may end a line, in YAML 1.2 or in 1.1.
const lineEnds = /\r\n|[\n\r\u0085\u2028\u2029]/;

test.each([
  { by: 'a line feed', end: '\n' },
  { by: 'a carriage return', end: '\r' },
  { by: 'both', end: '\r\n' },
  { by: 'the next line of EBCDIC', end: '\u0085' },
  { by: 'a line separator', end: '\u2028' },
  { by: 'a paragraph separator', end: '\u2029' },
  { by: 'a form feed', end: '\f' },
  { by: 'a vertical tab', end: '\v' },
  { by: 'a null', end: '\0' },
])('a questionnaire’s texts stay comments in a file to fill in: broken by $by', async ({ end }) => {
  const text = `Text${end}  stage: pilot${end}answers: { goals.problem: 4 }${end}# x${end}"]}`;
  const own = (planted: string) => {
    const wordings = [
      /title: \{ de: "Die fünf Hürden"/,
      /text: \{ de: "Wo stehen Sie mit KI\?"/,
      /label: \{ de: "Noch keine KI"/,
      /title: \{ de: "Unklare Ziele"/,
      /title: \{ de: "Problem vor Technik"/,
      /- de: "Es gibt kein bestimmtes Problem[^"]*"/,
      /de: "Wählen Sie die höchste Stufe[^"]*"/,
    ];
    return wordings.reduce(
      (before, wording) => {
        expect(before).toMatch(wording);
        return before.replace(wording, (whole) => whole.replace(/"[^"]*"$/, () => planted));
      },
      readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8'),
    );
  };
  const sheetOf = async (planted: string) => {
    const folder = aFolder({ 'q.yaml': own(planted) });
    const argv = ['new', 'answers', '-', '-q', 'q.yaml'];
    return (await hurdles(argv, { cwd: folder.path })).stdout.replace(/digest: \S+/, '');
  };
  const said = (sheet: string) => sheet.split(lineEnds).filter((line) => !/^ *(#|$)/.test(line));
  const sheet = await sheetOf(JSON.stringify(text));
  expect(sheet).toContain('Text');
  expect(sheet).toContain('stage: pilot');
  expect(said(sheet)).toEqual(said(await sheetOf('"Harmlos"')));
  expect(sheet).not.toMatch(unruly);
});

test('no text of a questionnaire tells an editor where to fetch a schema', async () => {
  const modeline = 'yaml-language-server: $schema=https://example.org/x.json';
  const own = readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8').replace(
    'de: "Wo stehen Sie mit KI?"',
    () => `de: ${JSON.stringify(modeline)}`,
  );
  const folder = aFolder({ 'q.yaml': own });
  const argv = ['new', 'answers', '-', '-q', 'q.yaml'];
  const { stdout } = await hurdles(argv, { cwd: folder.path });
  expect(stdout).toContain('https://example.org/x.json');
  expect(stdout).not.toMatch(/yaml-language-server\s*:/);
});

test('a file’s own name steers no terminal and starts no line of its own', async () => {
  const name = 'a\u001b[2J\u202e\n::error::evil, 50%.yaml';
  const folder = aFolder({ [name]: 'format: questionnaire/1\nid: no\nauthors: [yes]\n' });
  for (const rest of [[], ['-f', 'github'], ['--fix'], ['-f', 'github', '--fix']]) {
    for (const file of [name, `gone/${name}`]) {
      const call = ['lint', file, ...rest];
      const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
      expect(exitCode).toBe(2);
      expect(stdout + stderr).not.toMatch(unruly);
      const lines = (stdout + stderr).split('\n').filter((line) => line.startsWith('::'));
      const ours =
        /^::(?:error|warning) file=a[^:,]*,line=\d+,col=\d+,title=[a-z-]+::|^::error::Die Datei /;
      expect(lines.filter((line) => !ours.test(line))).toEqual([]);
    }
  }
});

test('what is found in a text is told as JSON that can be read, whatever the text', async () => {
  for (const attack of attacks) {
    const { stdout } = await hurdles(['lint', '-', '-q', 'five-hurdles', '-f', 'json'], {
      stdin: answersSaying(attack, true),
    });
    const { problems } = JSON.parse(stdout) as { problems: readonly { facts: object }[] };
    expect(problems.map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ key: attack }),
    );
  }
});
