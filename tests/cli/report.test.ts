import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = join(root, 'examples/versandhandel.yaml');

test('one report goes to standard output, HTML unless another format is asked for', async () => {
  const { exitCode, stdout, stderr } = await hurdles(['report', example]);
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^<!doctype html>/i);
  expect(stdout).toBe(readFileSync(join(root, 'examples/reports/versandhandel.html'), 'utf8'));
});

test('the ending of -o decides the format when none is named', async () => {
  const folder = aFolder();
  const { exitCode, stdout, stderr } = await hurdles(['report', example, '-o', 'bericht.md'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toBe('Geschrieben: bericht.md\n');
  expect(folder.read('bericht.md')).toMatch(/^# Nordlicht Versand GmbH/);
});

test('several formats and several companies go into a folder, which is made', async () => {
  const folder = aFolder();
  const other = join(root, 'examples/malerbetrieb.yaml');
  const argv = [
    'report',
    example,
    other,
    '-f',
    'html',
    '-f',
    'md',
    '-f',
    'json',
    '-o',
    'berichte/',
  ];
  expect((await hurdles(argv, { cwd: folder.path })).exitCode).toBe(0);
  expect(readdirSync(join(folder.path, 'berichte')).sort()).toEqual(
    ['malerbetrieb', 'versandhandel'].flatMap((name) =>
      ['html', 'json', 'md'].map((format) => `${name}.${format}`),
    ),
  );
});

test('a badge is an SVG: by the ending of -o, and with that ending in a folder', async () => {
  const folder = aFolder();
  const named = await hurdles(['report', example, '-o', 'stand.svg'], { cwd: folder.path });
  expect(named.exitCode).toBe(0);
  expect(folder.read('stand.svg')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  const several = ['report', example, '-f', 'badge', '-f', 'md', '-o', 'out/'];
  expect((await hurdles(several, { cwd: folder.path })).exitCode).toBe(0);
  expect(readdirSync(join(folder.path, 'out')).sort()).toEqual([
    'versandhandel.md',
    'versandhandel.svg',
  ]);
  const wrong = await hurdles(['report', example, '-f', 'badge', '-o', 'stand.html'], {
    cwd: folder.path,
  });
  expect(wrong.exitCode).toBe(2);
});

test('several reports without a folder are refused before anything is written', async () => {
  const folder = aFolder();
  const { exitCode, stderr } = await hurdles(
    ['report', example, '-f', 'html', '-f', 'md', '-o', 'x.html'],
    {
      cwd: folder.path,
    },
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain('-o ORDNER/');
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a report never takes the place of the answers it was made from', async () => {
  const text = readFileSync(example, 'utf8');
  const folder = aFolder({ 'a.yaml': text });
  const { exitCode, stderr } = await hurdles(['report', 'a.yaml', '-f', 'md', '-o', './a.yaml'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('a.yaml überschreiben');
  expect(folder.read('a.yaml')).toBe(text);
});

test('when one of the files is broken, nothing is written for any', async () => {
  const folder = aFolder({
    'broken.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles }\nansers: {}\n',
  });
  const { exitCode, stderr } = await hurdles(['report', example, 'broken.yaml', '-o', 'out/'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('broken.yaml:3:1');
  expect(stderr).toContain('`answers`');
  expect(existsSync(join(folder.path, 'out'))).toBe(false);
});

test('the language is the file’s unless another is asked for', async () => {
  const english = join(root, 'examples/machine-builder.yaml');
  const own = await hurdles(['report', english, '-f', 'md'], { env: { LANG: 'de_DE' } });
  expect(own.stdout).toContain('## What to decide now');
  const german = await hurdles(['report', english, '-f', 'md', '--lang', 'de'], {
    env: { LANG: 'en_GB' },
  });
  expect(german.stdout).toContain('## Was jetzt zu entscheiden ist');
});

test('a stored assessment gives the same report, also in the other language', async () => {
  const stored = (await hurdles(['score', example, '--json'])).stdout;
  for (const lang of ['de', 'en']) {
    const again = await hurdles(['report', '-', '-f', 'md', '--lang', lang], { stdin: stored });
    const fresh = await hurdles(['report', example, '-f', 'md', '--lang', lang]);
    expect(again.stdout).toBe(fresh.stdout);
  }
});

test('the HTML is one file that fetches nothing and runs nothing', async () => {
  const { stdout } = await hurdles(['report', example]);
  expect(stdout).toContain("default-src 'none'");
  expect(stdout).not.toMatch(
    /<script|<link|<iframe|\bon\w+=|@import|url\((?!#)|src="http|javascript:/i,
  );
});

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '=cmd()|calc',
  '[click](javascript:alert(1))',
  '\u001b[2J\u202eevil',
  '| a | b |\n# heading\n- [x] done',
  '{{constructor.constructor "return process"}}',
];

test.each(attacks)('a note, name, reason and person saying %j stay text', async (attack) => {
  const said = JSON.stringify(attack);
  const answers = `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: ${said}, use: ${said} }
profile: { stage: pilot, use: ${said}, goal: ${said}, outward: inside }
answers:
  goals.problem: { answer: 1, note: ${said} }
  testing.monitoring: { state: not-applicable, reason: ${said} }
steps:
  goals.problem: { status: doing, who: ${said}, due: 2026-12-01, note: ${said} }
`;
  const html = await hurdles(['report', '-'], { stdin: answers });
  expect(html.exitCode).toBe(0);
  expect(html.stdout).not.toMatch(/<script|<img|<svg onload/);
  const markdown = await hurdles(['report', '-', '-f', 'md'], { stdin: answers });
  expect(markdown.stdout).not.toMatch(
    /<script|<img|^# heading|^- \[x\] done|(?<!\\)\]\(javascript/m,
  );
  const terminal = await hurdles(['score', '-'], { stdin: answers });
  for (const { stdout } of [html, markdown, terminal]) {
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  }
});

test('two reports that would bear one name are refused before anything is written', async () => {
  const text = readFileSync(example, 'utf8');
  const folder = aFolder();
  mkdirSync(join(folder.path, 'a'));
  mkdirSync(join(folder.path, 'b'));
  folder.write('a/firma.yaml', text);
  folder.write('b/firma.yaml', text);
  const { exitCode, stderr } = await hurdles(
    ['report', 'a/firma.yaml', 'b/firma.yaml', '-o', 'out/'],
    {
      cwd: folder.path,
    },
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain('firma.html');
  expect(existsSync(join(folder.path, 'out'))).toBe(false);
});

test('a report never takes the place of the questionnaire it is told by', async () => {
  const own = readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8');
  const folder = aFolder({ 'own.yaml': own, 'a.yaml': readFileSync(example, 'utf8') });
  const argv = ['report', 'a.yaml', '-q', 'own.yaml', '-f', 'md', '-o', 'own.yaml'];
  expect((await hurdles(argv, { cwd: folder.path })).exitCode).toBe(2);
  expect(folder.read('own.yaml')).toBe(own);
});

test('a name that tells no format needs -f', async () => {
  const folder = aFolder();
  const { exitCode, stderr } = await hurdles(['report', example, '-o', 'a.docx'], {
    cwd: folder.path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('html, md, json, pdf');
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a pipe is written to, not replaced by a file', async () => {
  const folder = aFolder();
  const pipe = join(folder.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  const read = text(reader.stdout);
  expect((await hurdles(['report', example, '-f', 'md', '-o', pipe])).exitCode).toBe(0);
  expect(await read).toMatch(/^# Nordlicht Versand GmbH/);
  expect(statSync(pipe).isFIFO()).toBe(true);
});

test('answers without a date make a report that says so, and a word on how to give it one', async () => {
  const folder = aFolder({
    'a.yaml':
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot, size: micro }\n',
  });
  const run = (...argv: string[]) => hurdles(['report', 'a.yaml', ...argv], { cwd: folder.path });
  const undated = await run('-f', 'md');
  expect(undated.exitCode).toBe(0);
  expect(undated.stdout).toContain('Stand: ohne Datum\n');
  expect(undated.stderr).toMatch(/^a\.yaml sagt nicht, von wann die Antworten sind.*--date\.\n$/);
  expect((await run('-f', 'html')).stdout).toContain('<dt>Stand</dt><dd>ohne Datum</dd>');
  const dated = await run('-f', 'md', '--date', '2026-11-20');
  expect(dated.stdout).toContain('Stand: 20. November 2026\n');
  expect(dated.stderr).toBe('');
  // A program sees for itself that there is none.
  expect((await run('-f', 'json')).stderr).toBe('');
});
