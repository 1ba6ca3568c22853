import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fakeBrowser } from '../support/fake-browser.ts';
import { nextFiveHurdlesText } from '../support/next-five-hurdles.ts';
import { realTerminal } from '../support/real-terminal.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8');

const questionnaire = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');
const turned = questionnaire.replace('en: "Ready to start?"', 'en: No');
const roleFiles = ['mgmt', 'it', 'dept'].map((role) => join(root, `examples/roles/${role}.yaml`));
const longName = `${'a'.repeat(248)}.yaml`;

// Every write the program makes: a new writer adds its row.
const writes = [
  {
    what: 'a report into a place that is no folder',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '-o', 'taken/report.html'],
    left: { taken: 'ours' },
  },
  {
    what: 'a report below a file',
    files: {},
    argv: [
      'report',
      join(root, 'examples/malerbetrieb.yaml'),
      '-f',
      'md',
      '-o',
      '/dev/null/report.md',
    ],
    left: {},
  },
  {
    what: 'a PDF into a place that is no folder',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '-o', 'taken/report.pdf'],
    left: { taken: 'ours' },
  },
  {
    what: 'a table of answers into a place that is no folder',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '-o', 'taken/answers.csv'],
    left: { taken: 'ours' },
  },
  {
    what: 'a badge into a place that is no folder',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '-o', 'taken/badge.svg'],
    left: { taken: 'ours' },
  },
  {
    what: 'worksheets below a file',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '--worksheets', 'taken/sheets'],
    left: { taken: 'ours' },
  },
  {
    what: 'worksheets where there is a file, not a folder',
    files: { taken: 'ours' },
    argv: ['report', join(root, 'examples/malerbetrieb.yaml'), '--worksheets', 'taken'],
    left: { taken: 'ours' },
  },
  {
    what: 'a report with a brand and a template of its own below a file',
    files: { 'a.txt.hbs': '{{language}}', 'b.yaml': 'format: brand/1\nname: B\n', taken: 'ours' },
    argv: [
      'report',
      join(root, 'examples/malerbetrieb.yaml'),
      '--brand',
      'b.yaml',
      '--template',
      'a.txt.hbs',
      '-o',
      'taken/report.txt',
    ],
    left: { 'a.txt.hbs': '{{language}}', 'b.yaml': 'format: brand/1\nname: B\n', taken: 'ours' },
  },
  {
    what: 'a new questionnaire below a file',
    files: { taken: 'ours' },
    argv: ['new', 'questionnaire', 'wissen', '-o', 'taken/wissen.yaml'],
    left: { taken: 'ours' },
  },
  {
    what: 'a new file of answers below a file',
    files: { taken: 'ours' },
    argv: ['new', 'answers', 'taken/a.yaml'],
    left: { taken: 'ours' },
  },
  {
    what: 'migrated answers below a file',
    files: { 'a.yaml': example, 'next.yaml': nextFiveHurdlesText, taken: 'ours' },
    argv: ['migrate', 'a.yaml', '-q', 'next.yaml', '-o', 'taken/a.yaml'],
    left: { 'a.yaml': example, 'next.yaml': nextFiveHurdlesText, taken: 'ours' },
  },
  {
    what: 'merged answers below a file',
    files: { taken: 'ours' },
    argv: ['merge', ...roleFiles, '--prefer', 'it', '-o', 'taken/all.yaml'],
    left: { taken: 'ours' },
  },
  {
    what: 'a questionnaire into a place that is no folder',
    files: { taken: 'ours' },
    argv: ['show', '-o', 'taken/questionnaire.html'],
    left: { taken: 'ours' },
  },
  {
    what: 'a form below a file',
    files: {},
    argv: ['show', '--blank', '-o', '/dev/null/form.md'],
    left: {},
  },
  {
    what: 'a comparison below a file',
    files: { 'a.yaml': example, taken: 'ours' },
    argv: ['compare', 'a.yaml', 'a.yaml', '-o', 'taken/comparison.html'],
    left: { 'a.yaml': example, taken: 'ours' },
  },
  {
    what: 'what a check found below a file',
    files: { 'a.yaml': example, taken: 'ours' },
    argv: ['check', 'a.yaml', '-o', 'taken/check.xml'],
    left: { 'a.yaml': example, taken: 'ours' },
  },
] as const;

test.each(writes)(
  'what cannot be written is said in one sentence, and nothing is left half: $what',
  async (row) => {
    const folder = aFolder(row.files);
    const env = { HURDLES_BROWSER: fakeBrowser('prints').path, PATH: process.env.PATH ?? '' };
    const { exitCode, stderr } = await hurdles(row.argv, { cwd: folder.path, env });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /lässt sich nicht schreiben(?: \([A-Z]+\)|: .+)\.$|ist eine Datei; gebraucht wird/m,
    );
    expect(readdirSync(folder.path)).toEqual(Object.keys(row.left));
    for (const [name, text] of Object.entries(row.left)) expect(folder.read(name)).toBe(text);
  },
);

test('a file whose name is as long as names can be is mended in its place', async () => {
  const folder = aFolder({ [longName]: turned });
  const { stderr } = await hurdles(['lint', '--fix', longName], { cwd: folder.path });
  expect(stderr).toMatch(/mended|berichtigt|behoben|1/);
  expect(readdirSync(folder.path)).toEqual([longName]);
  expect(folder.read(longName)).not.toBe(turned);
});

test.each([1, 2, 3])(
  'killed after answer %i, the file is whole, holds what was said, and no debris lies about',
  async (answers) => {
    const folder = aFolder();
    const talk = realTerminal(['a.yaml'], folder.path);
    await talk.shows('s aufhören');
    talk.press('Muster GmbH\r');
    for (let number = 1; number < answers; number += 1) {
      await talk.shows(`Frage ${number} von 12`);
      await talk.shows('s aufhören');
      talk.press('\r');
    }
    await talk.shows(`Frage ${answers} von 12`);
    talk.kill();
    await talk.ended;
    expect(readdirSync(folder.path)).toEqual(['a.yaml']);
    const saved = parse(folder.read('a.yaml')) as { subject: object; profile: object };
    expect(saved.subject).toEqual({ name: 'Muster GmbH' });
    expect(Object.keys(saved.profile)).toHaveLength(answers - 1);
    expect((await hurdles(['lint', 'a.yaml'], { cwd: folder.path })).exitCode).toBe(0);
  },
);
