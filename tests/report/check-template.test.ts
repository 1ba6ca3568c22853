import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf, readTemplates } from '../../src/cli/template-files.ts';
import { expectedOf, rowsOf } from '../questionnaire/mistakes.ts';
import { marked } from '../support/planted.ts';
import { aFolder, root } from '../support/run.ts';
import { templateMistakes } from './template-mistakes.ts';

function problemsIn(
  files: Readonly<Record<string, string>>,
  name: string,
  format = 'html' as 'html' | 'md' | 'txt',
) {
  const folder = aFolder(files);
  return problemsOf(readTemplates(name, { cwd: folder.path }).of(format), 'de');
}

test.each(rowsOf(templateMistakes))('%s, and nothing else, when %s', (_code, _why, mistake) => {
  const { text, problem } = expectedOf(mistake, 'a.hbs');
  expect(problemsIn({ 'a.hbs': text }, 'a.hbs')).toEqual([problem]);
});

// They show every name there is to show, so a wrong alarm would sound here.
test.each(['html', 'md'] as const)('our own template for %s has no problem', (format) => {
  const folder = aFolder();
  const own = (name: string) => readFileSync(join(root, 'templates', name), 'utf8');
  folder.write(`report.${format}.hbs`, own(`report.${format}.hbs`));
  for (const part of readdirSync(join(root, 'templates', `report.${format}`))) {
    const name = part.replace('.hbs', `.${format}.hbs`);
    folder.write(name, own(`report.${format}/${part}`));
  }
  expect(problemsOf(readTemplates('.', { cwd: folder.path }).of(format), 'en')).toEqual([]);
});

test.each([
  { why: 'it was asked for first', text: '{{#if date}}{{date.text}}{{/if}}' },
  {
    why: 'it was asked for not to be there',
    text: '{{#unless date}}-{{else}}{{date.text}}{{/unless}}',
  },
  { why: 'one stepped into it', text: '{{#with date as |day|}}{{text}}{{day.iso}}{{/with}}' },
  {
    why: 'it stands as a block of its own',
    text: '{{#date}}{{text}}{{/date}}{{#verdicts}}{{text}}{{/verdicts}}',
  },
  {
    why: 'a list goes by its number of items',
    text: '{{#if verdicts.length}}{{verdicts.0.text}}{{/if}}',
  },
  {
    why: 'names lead out again',
    text: '{{#each hurdles as |h|}}{{#each questions}}{{../number}}{{h.title}}{{@root.language}}{{@index}}{{/each}}{{/each}}',
  },
  {
    why: 'a part brings what it needs',
    text: '{{#*inline "one"}}{{name}}: {{value}}{{/inline}}{{> one subject value=language}}',
  },
  {
    why: 'a part calls itself on smaller things',
    text: '{{#*inline "a"}}{{#each verdicts}}{{> a @root}}{{/each}}{{/inline}}{{> a}}',
  },
  { why: 'a part has something to stand in for it', text: '{{#> none}}{{language}}{{/none}}' },
  {
    why: 'a part stands around something',
    text: '{{#*inline "box"}}[{{> @partial-block}}]{{/inline}}{{#> box}}{{language}}{{/box}}',
  },
  {
    why: 'a part of ours is called on what it is about',
    text: '{{#each verdicts}}{{#each because}}{{> cause}}{{/each}}{{/each}}',
  },
  { why: 'what is looked up is known only later', text: '{{lookup subject "name"}}' },
  { why: 'a comment says anything', text: '{{!-- {{nothing}} --}}{{! x }}x' },
])('nothing is wrong where $why', ({ text }) => {
  expect(problemsIn({ 'a.hbs': text }, 'a.hbs')).toEqual([]);
});

test.each([
  { why: 'a name', text: '# ▸{{subject.name}}', name: 'subject.name' },
  { why: 'a title in a list', text: '{{#each verdicts}}▸{{text}}{{/each}}', name: 'text' },
  { why: 'the item itself', text: '{{#each notes.plan}}▸{{this}}{{/each}}', name: 'this' },
  {
    why: 'one under a name of its own',
    text: '{{#each facts as |f|}}▸{{f.text}}{{/each}}',
    name: 'f.text',
  },
  { why: 'three brackets', text: '▸{{{subject.name}}}', name: 'subject.name' },
  { why: 'what is looked up', text: '▸{{lookup subject "name"}}', name: '(lookup …)' },
  { why: 'a quotation', text: '▸{{inner subject.name}}', name: '(inner …)' },
  {
    why: 'what a part is called with',
    text: '{{#*inline "bold"}}**▸{{words}}**{{/inline}}{{> bold words=questionnaire.title}}',
    name: 'words',
  },
])(
  'in Markdown a text that somebody wrote is doubted where it does not go through `md`: $why',
  (row) => {
    const { text, places } = marked(row.text);
    const at = { file: 'a.md.hbs', ...places[0] };
    expect(problemsIn({ 'a.md.hbs': text }, 'a.md.hbs', 'md')).toEqual([
      { code: 'not-through-md', severity: 'warning', at, facts: { name: row.name } },
    ]);
    const elsewhere = problemsIn({ 'a.txt.hbs': text }, 'a.txt.hbs', 'txt');
    expect(elsewhere).toEqual([]);
  },
);

test.each([
  { why: 'it goes through `md`', text: '{{md subject.name}}{{md (lookup subject "name")}}' },
  { why: 'the words are the program’s', text: "{{t 'header.kind'}}" },
  {
    why: 'it is a number or a day',
    text: '{{#each plan.now}}{{rank}}{{effort}}{{@index}}{{/each}}{{#if date}}{{date.text}}{{/if}}',
  },
  { why: 'a part of ours prints it', text: '{{> plan}}' },
  {
    why: 'it went through before',
    text: '{{#*inline "bold"}}**{{words}}**{{/inline}}{{> bold words=(md questionnaire.title)}}{{> bold words="x"}}',
  },
])('in Markdown nothing is doubted where $why', ({ text }) => {
  expect(problemsIn({ 'a.md.hbs': text }, 'a.md.hbs', 'md')).toEqual([]);
});

test.each([
  { why: 'a name', text: '\r\r\n\r{{nowhere}}\n', line: 2 },
  { why: 'what is closed', text: '\r{{#if date}}{{/each}}\n', line: 1 },
  { why: 'the end', text: '\r{{#if date}}\n', line: 2 },
])('a carriage return alone begins no line before $why that is wrong', ({ text, line }) => {
  expect(problemsIn({ 'a.txt.hbs': text }, 'a.txt.hbs', 'txt')).toMatchObject([{ at: { line } }]);
});

test('all that is wrong in all files of a folder is told at once, each in its file', () => {
  const problems = problemsIn(
    {
      'header.html.hbs': '{{titel}}',
      'heder.html.hbs': 'x',
      'plan.html.hbs': '{{#if plan}}',
      'mine.hbs': '{{> cause}}',
      'report.html.hbs': '{{> header}}{{> plan}}\n{{> mine}}{{> nobody}}',
      'first.md.hbs': '{{not looked at}}',
    },
    '.',
  );
  expect(problems.map(({ code, at }) => `${at.file}:${at.line} ${code}`)).toEqual([
    'header.html.hbs:1 unknown-name',
    'mine.hbs:1 part-needs',
    'plan.html.hbs:1 template-syntax',
    'report.html.hbs:2 unknown-part',
  ]);
});

test('a part that nobody calls is told, with the one that was probably meant', () => {
  const [problem, ...others] = problemsIn({ 'heder.html.hbs': 'x' }, '.');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'uncalled-part',
    facts: { name: 'heder', nearest: 'header' },
  });
});

test('parts that call each other again and again are followed for a while, not for ever', () => {
  const parts = Array.from({ length: 40 }, (_, number) => {
    const call = `{{> p${number + 1} x=this}}{{> p${number + 1} y=this}}`;
    return `{{#*inline "p${number}"}}${call}{{/inline}}`;
  });
  const text = `${parts.join('')}{{#*inline "p40"}}{{> p0 z=this}}{{/inline}}{{> p0}}`;
  const start = performance.now();
  expect(problemsIn({ 'a.hbs': text }, 'a.hbs')).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});
