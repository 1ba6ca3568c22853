import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { hurdles, root } from '../support/run.ts';

const filesIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

const answers = ['examples', 'examples/verlauf', 'examples/vorhaben', 'examples/roles'].flatMap(
  filesIn,
);
const questionnaires = ['five-hurdles', 'five-hurdles-crafts'];

/** Every way to get JSON out of a command, and the published schema that it fits. */
type Output = {
  readonly says: string;
  readonly schema: string;
  readonly calls: readonly (readonly string[])[];
};

const each = (inputs: readonly string[], call: (input: string) => readonly string[]) =>
  inputs.map(call);

const outputs: readonly Output[] = [
  {
    says: 'score --json',
    schema: 'assessment',
    calls: each(answers, (file) => ['score', file, '--json']),
  },
  {
    says: 'report -f json',
    schema: 'assessment',
    calls: each(answers, (file) => ['report', file, '-f', 'json']),
  },
  {
    says: 'explain --json',
    schema: 'explanation',
    calls: [
      ...each(filesIn('examples'), (file) => ['explain', file, '--json']),
      ...['company', 'goals', 'goals.target', 'stage'].map((id) => [
        'explain',
        answers[0] ?? '',
        id,
        '--json',
      ]),
    ],
  },
  {
    says: 'explain --ndjson',
    schema: 'explanation',
    calls: [['explain', 'examples/*.yaml', 'goals', '--ndjson']],
  },
  {
    says: 'plan --json',
    schema: 'plan',
    calls: filesIn('examples').flatMap((file) =>
      [[], ['--to', 'at-target'], ['--days', '5']].map((more) => ['plan', file, ...more, '--json']),
    ),
  },
  {
    says: 'check -f json',
    schema: 'check',
    calls: [
      ...each(answers, (file) => ['check', file, '--at-target', '-f', 'json']),
      ['check', 'examples/*.yaml', '--baseline', 'examples', '-f', 'json'],
    ],
  },
  { says: 'plan --ndjson', schema: 'plan', calls: [['plan', 'examples/*.yaml', '--ndjson']] },
  {
    says: 'compare --json',
    schema: 'comparison',
    calls: [
      [
        'compare',
        'examples/verlauf/versandhandel-mai.yaml',
        'examples/versandhandel.yaml',
        '--json',
      ],
      ['compare', 'examples/verlauf/malerbetrieb-*.yaml', 'examples/malerbetrieb.yaml', '--json'],
      ['compare', '--uses', 'examples/versandhandel.yaml', 'examples/vorhaben/*.yaml', '--json'],
      ['compare', answers[0] ?? '', answers[0] ?? '', '--json'],
    ],
  },
  {
    says: 'compare -f json',
    schema: 'comparison',
    calls: [['compare', answers[0] ?? '', answers[0] ?? '', '-f', 'json']],
  },
  {
    says: 'lint -f json',
    schema: 'lint',
    calls: [
      ['lint', ...answers, ...filesIn('questionnaires'), '-f', 'json'],
      ['lint', 'gone.yaml', 'package.json', 'README.md', 'examples/brand/brand.yaml', '-f', 'json'],
      ['lint', 'examples/templates/*.hbs', 'examples/reports/*.json', '-f', 'json'],
    ],
  },
  {
    says: 'test --json',
    schema: 'test',
    calls: each(questionnaires, (id) => ['test', id, '--json']),
  },
  { says: 'list --json', schema: 'list', calls: [['list', '--json']] },
  {
    says: 'merge --json',
    schema: 'answers',
    calls: [
      ['merge', 'examples/roles/*.yaml', '--prefer', 'it', '--json'],
      ['merge', answers[0] ?? '', '--json'],
    ],
  },
  { says: 'test --ndjson', schema: 'test', calls: [['test', ...questionnaires, '--ndjson']] },
];

const isValid = (schema: string) =>
  new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, `schemas/${schema}.v1.schema.json`), 'utf8')),
  );

describe.each(outputs)('$says', ({ says, schema, calls }) => {
  test(`fits the schema of ${schema}, is all there is on standard output, and whole`, async () => {
    const fits = isValid(schema);
    const isLines = says.endsWith('--ndjson');
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const { stdout } = await hurdles(call);
      const parts = isLines ? stdout.trimEnd().split('\n') : [stdout];
      expect(stdout.endsWith('\n')).toBe(true);
      for (const part of parts) {
        fits(JSON.parse(part));
        expect(fits.errors, call.join(' ')).toBeNull();
      }
      if (isLines) expect(parts.length).toBeGreaterThan(1);
    }
  });

  test('says what it is', async () => {
    const { stdout } = await hurdles(calls[0] ?? []);
    const [first = ''] = says.endsWith('--ndjson') ? stdout.split('\n') : [stdout];
    expect(JSON.parse(first).format).toBe(`${schema}/1`);
  });
});

// What is tested elsewhere, with what it says otherwise.
const elsewhere = ['score --ndjson'];

test('every option of every command that promises JSON is among them', async () => {
  const help = (await hurdles(['--help', '--lang', 'en'])).stdout;
  const names = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'hurdles');
  const promised: string[] = [];
  for (const name of names) {
    const { stdout } = await hurdles([name, '--help', '--lang', 'en']);
    for (const option of ['--json', '--ndjson']) {
      if (new RegExp(`^ {2}${option} `, 'm').test(stdout)) promised.push(`${name} ${option}`);
    }
    const format = /--format <FORMAT>[\s\S]*?(?=\n {2}-)/.exec(stdout)?.[0] ?? '';
    if (/\bjson\b/i.test(format)) promised.push(`${name} -f json`);
  }
  expect(promised).toContain('lint -f json');
  const known = [...outputs.map(({ says }) => says), ...elsewhere];
  expect(promised.filter((one) => !known.includes(one))).toEqual([]);
});
