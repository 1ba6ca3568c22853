import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

const answers = join(root, 'examples/versandhandel.yaml');

test('a template of one’s own writes what it says, in the format its name tells', async () => {
  const { path } = aFolder({
    'kurz.txt.hbs': '{{subject.name}}: {{#each verdicts}}[{{text}}]{{/each}} & <b>\n',
    'kurz.md.hbs': '# {{md subject.name}}\n{{#each plan.now}}\n{{rank}}. {{md title}}\n{{/each}}\n',
    'kurz.html.hbs': '<h1>{{subject.name}}</h1>{{> brand-head}}{{> plan}}\n',
  });
  const report = async (template: string) =>
    (await hurdles(['report', answers, '--template', template], { cwd: path })).stdout;
  expect(await report('kurz.txt.hbs')).toMatch(
    /^Nordlicht Versand GmbH: \[Noch nicht .*\] & <b>\n$/,
  );
  expect(await report('kurz.md.hbs')).toMatch(
    /^# Nordlicht Versand GmbH\n1\. .*\n2\. .*\n3\. .*\n$/,
  );
  expect(await report('kurz.html.hbs')).toMatch(/^<h1>Nordlicht[^<]*<\/h1>[\s\S]*id="plan"/);
});

test('the format comes from -f where the name tells none, and is HTML otherwise', async () => {
  const { path } = aFolder({ 'a.hbs': '{{questionnaire.title}} {{t "decided.others"}} "\n' });
  const argv = ['report', answers, '--template', 'a.hbs', '--lang', 'en'];
  expect((await hurdles(argv, { cwd: path })).stdout).toContain('The five hurdles');
  expect((await hurdles([...argv, '-f', 'txt'], { cwd: path })).exitCode).toBe(0);
  const folder = aFolder({ 'a.hbs': '{{subject.name}}', 'x.yaml': hostileAnswers });
  const made = async (format: string) =>
    (await hurdles(['report', 'x.yaml', '--template', 'a.hbs', '-f', format], { cwd: folder.path }))
      .stdout;
  expect(await made('html')).toBe('A &amp; B &lt;GmbH&gt;');
  expect(await made('txt')).toBe('A & B <GmbH>');
});

const hostileAnswers = `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: "A & B <GmbH>" }
profile: { stage: pilot }
updated: 2026-11-20T09:00:00Z
`;

test('a folder replaces the parts it has, and the rest stays', async () => {
  const { path } = aFolder();
  mkdirSync(join(path, 'haus'));
  writeFileSync(join(path, 'haus/header.html.hbs'), '<header>MEIN KOPF</header>\n');
  writeFileSync(join(path, 'haus/report.txt.hbs'), 'NUR TEXT\n');
  const argv = ['report', answers, '--template', 'haus'];
  const { stdout } = await hurdles(argv, { cwd: path });
  const ours = (await hurdles(['report', answers])).stdout;
  expect(stdout).toContain('<header>MEIN KOPF</header>');
  expect(stdout.split('<main')[1]).toBe(ours.split('<main')[1]);
  expect((await hurdles([...argv, '-f', 'md'], { cwd: path })).stdout).toBe(
    (await hurdles(['report', answers, '-f', 'md'])).stdout,
  );
  const all = await hurdles([...argv, '-f', 'html', '-f', 'md', '-f', 'txt', '-o', 'out/'], {
    cwd: path,
  });
  expect(all.exitCode).toBe(0);
  expect(readdirSync(join(path, 'out')).sort()).toEqual([
    'versandhandel.html',
    'versandhandel.md',
    'versandhandel.txt',
  ]);
});

test('everything wrong with it is told at once, and nothing is written', async () => {
  const folder = aFolder({ 'a.md.hbs': '{{titel}}\n{{> plna}}\n{{date.text}}\n' });
  const argv = ['report', answers, '--template', 'a.md.hbs', '-o', 'a.md'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stderr).toBe(`a.md.hbs:1:3  \`titel\` gibt es hier nicht.
  Alle Namen: docs/templates.md
a.md.hbs:2:5  Den Teil \`plna\` gibt es nicht.
  Meinten Sie \`plan\`?
a.md.hbs:3:3  \`date\` kann fehlen; dann gibt es kein \`date.text\`.
  Fragen Sie vorher: {{#if date}}…{{/if}}
`);
  expect(readdirSync(folder.path)).toEqual(['a.md.hbs']);
  const lint = await hurdles(['lint', 'a.md.hbs', '--lang', 'en'], { cwd: folder.path });
  expect(lint.stdout).toContain('a.md.hbs:2:5  There is no part `plna`.  [unknown-part]');
  expect(lint.exitCode).toBe(2);
});

test.each([
  {
    why: 'plain text has no template of ours',
    argv: ['-f', 'txt'],
    says: 'Für txt braucht es eine eigene Vorlage: --template DATEI.txt.hbs\n',
  },
  {
    why: 'data have no layout',
    argv: ['--template', 'a.md.hbs', '-f', 'json'],
    says: 'Ein Bericht im Format json hat immer dieselbe Form',
  },
  {
    why: 'its name tells another format',
    argv: ['--template', 'a.md.hbs', '-f', 'html'],
    says: 'Mit der Vorlage a.md.hbs lässt sich kein html schreiben.',
  },
  {
    why: 'the file to write tells another format',
    argv: ['--template', 'a.md.hbs', '-o', 'x.html'],
    says: 'md',
  },
  {
    why: 'a folder has no template of the format',
    argv: ['--template', 'haus', '-f', 'txt'],
    says: 'Für txt braucht es eine eigene Vorlage',
  },
  {
    why: 'there is none in the folder',
    argv: ['--template', 'leer'],
    says: 'Im Ordner leer liegt keine Vorlage.',
  },
  {
    why: 'there is no such file',
    argv: ['--template', 'none.hbs'],
    says: 'Die Datei none.hbs gibt es nicht.\n',
  },
  {
    why: 'a table has no layout, from a folder either',
    argv: ['--template', 'haus', '-f', 'csv'],
    says: 'Lassen Sie --template weg, oder nennen Sie mit -f eines davon.',
  },
])('what cannot be done is said in one sentence: $why', async ({ argv, says }) => {
  const { path } = aFolder({ 'a.md.hbs': 'x' });
  for (const folder of ['haus', 'leer']) mkdirSync(join(path, folder));
  writeFileSync(join(path, 'haus/header.html.hbs'), 'x');
  const { exitCode, stdout, stderr } = await hurdles(['report', answers, ...argv], { cwd: path });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a part that calls itself for ever is a problem of the template, without a trace', async () => {
  const { path } = aFolder({ 'a.md.hbs': '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}' });
  const { exitCode, stderr } = await hurdles(['report', answers, '--template', 'a.md.hbs'], {
    cwd: path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^a\.md\.hbs:1:1 {2}Mit dieser Vorlage/);
  expect(stderr).not.toContain('    at ');
});

test('a template writes over nothing that was read', async () => {
  const folder = aFolder({ 'a.md': 'x {{language}}\n' });
  const argv = ['report', answers, '--template', 'a.md', '-f', 'md', '-o', 'a.md'];
  expect((await hurdles(argv, { cwd: folder.path })).exitCode).toBe(2);
  expect(folder.read('a.md')).toBe('x {{language}}\n');
});

test('a template shows questionnaires other than ours', async () => {
  const name = readdirSync(join(root, 'tests/foreign')).find((file) => /^[^.]+\.yaml$/.test(file));
  const { stdout: sheet } = await hurdles(['new', 'answers', '-', '-q', `tests/foreign/${name}`]);
  const template = 'examples/templates/ticket.md.hbs';
  const argv = ['report', '-', '-q', `tests/foreign/${name}`, '--template', template];
  const { exitCode, stdout, stderr } = await hurdles(argv, { stdin: sheet });
  if (exitCode === 0) expect(stdout).toMatch(/^## /);
  else expect(stderr).not.toContain('.hbs');
});

test('a file that is no template is not handed back as the report', async () => {
  const { exitCode, stdout, stderr } = await hurdles(['report', answers, '--template', answers]);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain('ist keine Vorlage. Vorlagen enden auf .hbs');
});

test.each([
  { why: 'nothing stands in it', text: ' \n' },
  { why: 'only a comment does', text: '{{!-- later }} --}}{{! soon }}\n' },
])('a template is empty when $why, and so would be the report', async ({ text }) => {
  const { path } = aFolder({ 'a.md.hbs': text });
  for (const argv of [
    ['lint', 'a.md.hbs'],
    ['report', answers, '--template', 'a.md.hbs'],
  ]) {
    const { exitCode, stdout, stderr } = await hurdles(argv, { cwd: path });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain('a.md.hbs:1:1  Die Vorlage ist leer');
  }
});

test('a part may be empty: that leaves out ours', async () => {
  const { path } = aFolder();
  mkdirSync(join(path, 'haus'));
  writeFileSync(join(path, 'haus/decide.md.hbs'), '');
  expect(await hurdles(['lint', 'haus'], { cwd: path })).toMatchObject({ exitCode: 0, stdout: '' });
});

test('a folder of templates is looked through by lint like one by one, and as a whole', async () => {
  const { path } = aFolder();
  mkdirSync(join(path, 'haus'));
  writeFileSync(join(path, 'haus/decide.md.hbs'), '{{date.text}}');
  writeFileSync(join(path, 'haus/decide.html.hbs'), '{{nothing}}');
  const { exitCode, stdout } = await hurdles(['lint', 'haus'], { cwd: path });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/^haus\/decide\.html\.hbs:1:\d+/m);
  expect(stdout).toMatch(/^haus\/decide\.md\.hbs:1:\d+/m);
  const ours = await hurdles(['lint', 'examples/templates/haus']);
  expect(ours).toMatchObject({ exitCode: 0, stdout: '' });
});

test('the example of an email speaks the language of the report', async () => {
  const email = ['--template', 'examples/templates/e-mail.txt.hbs'];
  const { stdout } = await hurdles(['report', answers, ...email, '--lang', 'en']);
  expect(stdout).toContain('Subject: AI readiness');
  expect(stdout).toContain('person-days)');
  expect(stdout).not.toMatch(/Betreff|Guten|Schritte|Personentage|klären/);
});

test.each([
  {
    lang: 'de',
    says: 'Warnung: Was in {{subject.name}} steht, kann im Bericht zu Markdown oder HTML werden.',
    does: 'Schreiben Sie {{md subject.name}}.',
  },
  {
    lang: 'en',
    says: 'Warning: What stands in {{subject.name}} can become Markdown or HTML in the report.',
    does: 'Write {{md subject.name}}.',
  },
])(
  'a text that could become Markdown is doubted, not refused: $lang',
  async ({ lang, says, does }) => {
    const { path } = aFolder({ 'a.md.hbs': '# {{subject.name}}\n' });
    const argv = ['report', answers, '--template', 'a.md.hbs', '--lang', lang];
    const report = await hurdles(argv, { cwd: path });
    expect([report.exitCode, report.stdout]).toEqual([0, '# Nordlicht Versand GmbH\n']);
    expect(report.stderr).toContain(`a.md.hbs:1:3  ${says}\n  ${does}\n`);
    const lint = await hurdles(['lint', 'a.md.hbs', '--lang', lang], { cwd: path });
    expect([lint.exitCode, lint.stdout]).toEqual([
      0,
      `a.md.hbs:1:3  ${says}  [not-through-md]\n  ${does}\n`,
    ]);
    const strict = await hurdles(['lint', 'a.md.hbs', '--strict'], { cwd: path });
    expect(strict.exitCode).toBe(1);
  },
);
