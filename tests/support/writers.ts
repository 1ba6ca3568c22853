import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonFormats, planFormats } from '../../src/cli/program/format-names.ts';
import { fakeBrowser } from './fake-browser.ts';
import { nextFiveHurdlesText } from './next-five-hurdles.ts';
import { root } from './run.ts';

const example = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8');
const questionnaire = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');
const roles = Object.fromEntries(
  ['mgmt', 'it', 'dept'].map((role) => [
    `${role}.yaml`,
    readFileSync(join(root, `examples/roles/${role}.yaml`), 'utf8'),
  ]),
);

/** A call that writes. */
export type Writer = {
  readonly what: string;
  /** The module that hands the file over to be written. */
  readonly by: string;
  /** What lies in the folder before; what is written may be among it. */
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
};

const output = 'src/cli/output.ts';
const old = '<meta name="generator" content="five-hurdles 0.0.1">';

/** Every way in which the program writes files: a new one adds its row. */
export const writers: readonly Writer[] = [
  {
    what: 'a report over the last one',
    by: output,
    files: { 'a.yaml': example, 'report.html': old },
    argv: ['report', 'a.yaml', '-o', 'report.html'],
  },
  {
    what: 'a report in every format of ours',
    by: output,
    files: { 'a.yaml': example },
    argv: ['report', 'a.yaml', '-f', 'md,json,csv,badge', '-o', 'below/these/'],
  },
  {
    what: 'a report by a template and a brand of one’s own',
    by: output,
    files: {
      'a.yaml': example,
      't.txt.hbs': '{{language}}',
      'b.yaml': 'format: brand/1\nname: B\n',
    },
    argv: ['report', 'a.yaml', '--template', 't.txt.hbs', '--brand', 'b.yaml', '-o', 'r.txt'],
  },
  {
    what: 'a PDF',
    by: 'src/cli/print-pdf.ts',
    files: { 'a.yaml': example },
    argv: ['report', 'a.yaml', '-o', 'report.pdf'],
    env: { HURDLES_BROWSER: fakeBrowser('prints').path, PATH: process.env.PATH ?? '' },
  },
  {
    what: 'worksheets',
    by: output,
    files: { 'a.yaml': example },
    argv: ['report', 'a.yaml', '--worksheets', 'sheets'],
  },
  ...planFormats.map((format) => ({
    what: `a plan as ${format}`,
    by: output,
    files: { 'a.yaml': example },
    argv: ['plan', 'a.yaml', '-o', `plan.${format}`],
  })),
  {
    what: 'a plan as data',
    by: output,
    files: { 'a.yaml': example },
    argv: ['plan', 'a.yaml', '-o', 'plan.json'],
  },
  ...comparisonFormats.map((format) => ({
    what: `a comparison as ${format}`,
    by: output,
    files: { 'a.yaml': example },
    argv: ['compare', 'a.yaml', 'a.yaml', '-o', `comparison.${format}`],
  })),
  ...['xml', 'json', 'txt'].map((ending) => ({
    what: `what a check found, as ${ending}`,
    by: output,
    files: { 'a.yaml': example },
    argv: ['check', 'a.yaml', '-o', `check.${ending}`],
  })),
  {
    what: 'a questionnaire for reading',
    by: output,
    files: {},
    argv: ['show', '-o', 'questionnaire.html'],
  },
  { what: 'a form', by: output, files: {}, argv: ['show', '--blank', '-o', 'form.md'] },
  {
    what: 'answers of several roles in one file',
    by: 'src/cli/commands/merge.ts',
    files: roles,
    argv: ['merge', ...Object.keys(roles), '--prefer', 'it', '-o', 'all.yaml'],
  },
  {
    what: 'answers to an older edition, two files in their places',
    by: 'src/cli/commands/migrate.ts',
    files: { 'a.yaml': example, 'b.yaml': `# b\n${example}`, 'next.yaml': nextFiveHurdlesText },
    argv: ['migrate', 'a.yaml', 'b.yaml', '-q', 'next.yaml'],
  },
  {
    what: 'a questionnaire that is mended',
    by: 'src/cli/commands/lint.ts',
    files: { 'q.yaml': questionnaire.replace('en: "Ready to start?"', 'en: No') },
    argv: ['lint', '--fix', 'q.yaml'],
  },
  {
    what: 'a file of answers to fill in, and its schema',
    by: 'src/cli/write-new.ts',
    files: {},
    argv: ['new', 'answers', 'a.yaml'],
  },
  {
    what: 'a new questionnaire, and its schema',
    by: 'src/cli/write-new.ts',
    files: {},
    argv: ['new', 'questionnaire', 'knowledge', '-o', 'q.yaml'],
  },
  {
    what: 'answers, one after the other',
    by: 'src/cli/answers-file.ts',
    files: {},
    argv: ['interview', 'a.yaml', '--plain'],
    stdin: 'Muster GmbH\n2\n1\n',
  },
];
