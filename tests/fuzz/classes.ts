import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { answersSaying } from '../support/attacks.ts';
import { root } from '../support/run.ts';
import type { Attempt } from './attempt.ts';
import { mutated, mutatedData, odd } from './mutations.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

const small = aQuestionnaireText();
const base = read('docs/lint.base.yaml');
const whole = read('questionnaires/five-hurdles.yaml');
const answers = ['malerbetrieb', 'versandhandel', 'pumpenbau', 'roles/it'].map((name) =>
  read(`examples/${name}.yaml`),
);
const answersToSmall = `format: answers/1
questionnaire: { id: small, version: 1.2.0 }
subject: { name: Muster, use: Chatbot }
profile: { stage: pilot }
answers: {}
`;
const assessments = ['malerbetrieb', 'machine-builder'].map((name) =>
  read(`examples/reports/${name}.json`),
);
const sheets = read('examples/betriebe.ndjson')
  .split('\n')
  .filter((line) => line !== '');
const brand = read('examples/brand/brand.yaml');
const logo = readFileSync(join(root, 'examples/brand/leuchtturm.png'));
const templates = [
  read('examples/templates/haus/header.html.hbs'),
  read('templates/report.md.hbs'),
  '# {{subject.name}}\n{{#each hurdles}}- {{title}}: {{level}}\n{{/each}}{{words.level}}\n',
];
const cases = read('questionnaires/five-hurdles-crafts.cases.yaml');
const crafts = read('questionnaires/five-hurdles-crafts.yaml');
const config = `format: config/1
questionnaires: { small: small.yaml, other: folder/other.yaml }
brand: brand.yaml
checks:
  - { id: no-rules, when: { tools.rules: { atMost: 1 } }, message: { de: "Regeln fehlen", en: "No rules" } }
  - { id: low, when: { $level: { below: 1 } }, questionnaire: five-hurdles }
`;

const of = <Value>(...some: readonly Value[]) => fc.constantFrom(...some);
const bytes = fc.uint8Array({ maxLength: 400 });
const changedOf = (...texts: readonly string[]) =>
  fc.oneof(...texts.flatMap((text) => [mutated(text), mutatedData(text)]));
// Answers that are read, whatever they say.
const saying = fc
  .oneof(of(...odd), fc.string({ unit: 'binary' }))
  .map((text) => answersSaying(text));
const answersOf = fc.oneof(
  { weight: 3, arbitrary: changedOf(...answers) },
  { weight: 2, arbitrary: saying },
);
// The large one takes its time to be read: now and then will do.
const questionnaires = fc.oneof(
  { weight: 5, arbitrary: changedOf(small) },
  { weight: 4, arbitrary: changedOf(base) },
  { weight: 1, arbitrary: changedOf(whole) },
);

// A new file of answers comes with the schema of its questionnaire, called after its id.
const newFiles = ['new.yaml', '*.answers.v1.schema.json'];

/** What is tried, by what is arbitrary in it. */
export const classes: Readonly<Record<string, fc.Arbitrary<Attempt>>> = {
  bytes: fc
    .tuple(
      bytes,
      of('', 'format: answers/1\n', 'format: questionnaire/1\n', '{"format":"assessment/1",'),
      of<readonly string[]>(
        ['score', 'in.yaml'],
        ['lint', 'in.yaml'],
        ['report', 'in.yaml', '-f', 'md'],
        ['show', 'in.yaml'],
        ['test', 'in.yaml'],
        ['explain', 'in.yaml'],
        ['migrate', 'in.yaml', '-o', '-'],
        ['plan', 'in.yaml'],
        ['compare', 'in.yaml', 'in.yaml'],
      ),
    )
    .map(([some, head, argv]) => ({
      argv,
      files: { 'in.yaml': Buffer.concat([Buffer.from(head), some]) },
      suspect: 'in.yaml',
      mayExit: [1],
    })),

  yaml: fc
    .tuple(
      of('answers/1', 'questionnaire/1', 'assessment/1', 'brand/1', 'cases/1', 'config/1'),
      fc.dictionary(
        fc.oneof(
          fc.string(),
          of('questionnaire', 'answers', 'profile', 'steps', 'hurdles', 'scales', 'gates', 'id'),
          of('version', 'languages', 'title', 'name', 'logo', 'colours', 'cases', 'method', '<<'),
          of('extends', 'migrations', 'add', 'remove', 'targets', 'overall', 'checks', 'x-own'),
        ),
        fc.oneof(
          fc.jsonValue({ maxDepth: 6 }),
          fc.anything({ maxDepth: 4, withNullPrototype: true }),
        ),
      ),
      of<readonly string[]>(
        ['lint', '-'],
        ['score', '-'],
        ['report', '-'],
        ['show', '-'],
        ['test', '-'],
      ),
    )
    .map(([format, data, argv]) => ({
      argv,
      stdin: written({ format, questionnaire: { id: 'five-hurdles' }, ...data }),
      suspect: '-',
      mayExit: [1],
    })),

  questionnaires: fc
    .tuple(
      questionnaires,
      of<readonly string[]>(
        ['lint', 'q.yaml'],
        ['lint', 'q.yaml', '-f', 'json'],
        ['lint', 'q.yaml', '--against', 'first.yaml'],
        ['lint', 'q.yaml', '--fix'],
        ['test', 'q.yaml'],
        ['test', 'q.yaml', '--json'],
        ['show', 'q.yaml', '-f', 'html'],
        ['show', 'q.yaml', '-f', 'md'],
        ['show', 'q.yaml', '--blank', '-f', 'md'],
        ['score', 'a.yaml', '-q', 'q.yaml'],
        ['report', 'a.yaml', '-q', 'q.yaml', '-f', 'html'],
        ['report', 'a.yaml', '-q', 'q.yaml', '-f', 'md'],
        ['explain', 'a.yaml', '-q', 'q.yaml'],
        ['plan', 'a.yaml', '-q', 'q.yaml', '--to', 'at-target'],
        ['migrate', 'a.yaml', '-q', 'q.yaml', '-o', '-'],
        ['lint', 'above.yaml'],
        ['new', 'answers', 'new.yaml', '-q', 'q.yaml'],
      ),
    )
    .map(([text, argv]) => ({
      argv,
      files: {
        'q.yaml': text,
        'first.yaml': small,
        'a.yaml': answersToSmall,
        'above.yaml': `${crafts.replace(/^extends: .*$/m, 'extends: q.yaml')}`,
      },
      suspect: 'q.yaml',
      writes: argv.includes('--fix') ? ['q.yaml'] : argv[0] === 'new' ? newFiles : [],
      mayExit: [1],
    })),

  answers: fc
    .tuple(
      answersOf,
      of<readonly string[]>(
        ['score', 'a.yaml'],
        ['report', 'a.yaml', '-f', 'html'],
        ['report', 'a.yaml', '-f', 'md', '--with-worksheets'],
        ['report', 'a.yaml', '-f', 'csv'],
        ['report', 'a.yaml', '-f', 'badge'],
        ['explain', 'a.yaml'],
        ['plan', 'a.yaml'],
        ['plan', 'a.yaml', '--to', '2'],
        ['plan', 'a.yaml', '--days', '20', '-f', 'csv'],
        ['check', 'a.yaml', '--at-target'],
        ['check', 'a.yaml', '-f', 'junit', '--min-level', '1'],
        ['check', 'a.yaml', '-f', 'github'],
        ['check', 'a.yaml', '-f', 'json', '--baseline', 'b.yaml'],
        ['compare', 'b.yaml', 'a.yaml'],
        ['compare', 'b.yaml', 'a.yaml', '-f', 'html'],
        ['merge', 'a.yaml', 'b.yaml', '-o', '-'],
        ['migrate', 'a.yaml', '-o', '-'],
        ['lint', 'a.yaml'],
        ['interview', 'a.yaml'],
        ['new', 'answers', 'new.yaml', '--from', 'a.yaml'],
      ),
    )
    .map(([text, argv]) => ({
      argv,
      files: { 'a.yaml': text, 'b.yaml': answers[0] ?? '' },
      suspect: 'a.yaml',
      writes: argv[0] === 'new' ? newFiles : [],
      mayExit: [1],
    })),

  kept: fc
    .tuple(
      answersOf,
      of(
        { argv: ['score', 'a.yaml', '--json'], in: '-', writes: [] },
        {
          argv: ['report', 'a.yaml', '-f', 'json', '-o', 'out.json'],
          in: 'out.json',
          writes: ['out.json'],
        },
        { argv: ['migrate', 'a.yaml', '-o', 'out.yaml'], in: 'out.yaml', writes: ['out.yaml'] },
        { argv: ['lint', 'a.yaml', '--fix'], in: 'a.yaml', writes: ['a.yaml'] },
        { argv: ['interview', 'a.yaml', '--plain'], in: 'a.yaml', writes: ['a.yaml'] },
      ),
    )
    .map(([text, { argv, in: place, writes }]) => ({
      argv,
      files: { 'a.yaml': text },
      stdin: '1\n2\n\n1\n',
      suspect: 'a.yaml',
      writes,
      keeps: { from: 'a.yaml', in: place },
      mayExit: [130],
    })),

  written: fc
    .tuple(
      fc.oneof(answersOf, changedOf(...assessments)),
      of('out.html', 'out.md', 'out.json', 'out.csv', 'out.svg'),
    )
    .map(([text, file]) => ({
      argv: ['report', 'a.yaml', '-o', file],
      printing: { argv: ['report', 'a.yaml', '-f', formats[file] ?? ''], file },
      files: { 'a.yaml': text },
      suspect: 'a.yaml',
      writes: [file],
    })),

  typed: fc
    .tuple(
      fc.array(
        fc.oneof(
          fc.nat({ max: 9 }).map(String),
          of('', '?', 'w', 'z', 's', 'n', '1,2', '1 2', 'x', '?!'),
          of(...odd),
          fc.string({ unit: 'binary' }),
        ),
        { maxLength: 60 },
      ),
      of('five-hurdles', 'small.yaml'),
    )
    .map(([lines, questionnaire]) => ({
      argv: ['interview', 'a.yaml', '--plain', '-q', questionnaire],
      files: { 'small.yaml': small },
      stdin: `${lines.join('\n')}\n`,
      writes: ['a.yaml'],
      mayExit: [130],
    })),

  assessments: fc
    .tuple(
      changedOf(...assessments),
      of<readonly string[]>(
        ['score', 'a.json'],
        ['score', 'a.json', '--json'],
        ['report', 'a.json', '-f', 'html'],
        ['report', 'a.json', '-f', 'md'],
        ['report', 'a.json', '-f', 'csv'],
        ['report', 'a.json', '-f', 'badge'],
        ['explain', 'a.json'],
        ['plan', 'a.json'],
        ['plan', 'a.json', '--to', 'at-target'],
        ['check', 'a.json', '--at-target'],
        ['check', 'b.yaml', '--baseline', 'a.json'],
        ['compare', 'a.json', 'b.yaml'],
        ['compare', 'b.yaml', 'a.json', '-f', 'md'],
        ['lint', 'a.json'],
      ),
    )
    .map(([text, argv]) => ({
      argv,
      files: { 'a.json': text, 'b.yaml': answers[0] ?? '' },
      suspect: 'a.json',
      mayExit: [1],
    })),

  brands: fc
    .tuple(
      changedOf(brand),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant<Uint8Array>(logo) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.nat(logo.length - 1), bytes)
            .map(([at, some]) =>
              Buffer.concat([logo.subarray(0, at), some, logo.subarray(at + some.length)]),
            ),
        },
      ),
      of<readonly string[]>(
        ['lint', 'b.yaml'],
        ['report', 'a.yaml', '-f', 'html', '--brand', 'b.yaml'],
      ),
    )
    .map(([text, picture, argv]) => ({
      argv,
      files: { 'b.yaml': text, 'leuchtturm.png': picture, 'a.yaml': answers[0] ?? '' },
      suspect: 'b.yaml',
    })),

  templates: fc
    .tuple(
      fc.oneof(...templates.map(mutated)),
      of('t.html.hbs', 't.md.hbs', 't.txt.hbs', 'haus/header.html.hbs', 'haus/report.md.hbs'),
    )
    .map(([text, file]) => ({
      argv: [
        'report',
        'a.yaml',
        '-f',
        formatOf(file),
        '--template',
        file.startsWith('haus/') ? 'haus' : file,
      ],
      files: { [file]: text, 'a.yaml': answersSaying('<script fuzz>{{x}}</script>') },
      suspect: file,
    })),

  cases: fc
    .tuple(
      changedOf(cases),
      of<readonly string[]>(['lint', 'q.cases.yaml', '-q', 'q.yaml'], ['test', 'q.yaml']),
    )
    .map(([text, argv]) => ({
      argv,
      files: { 'q.yaml': crafts, 'q.cases.yaml': text },
      suspect: 'q.cases.yaml',
      mayExit: [1],
    })),

  configs: fc
    .tuple(
      changedOf(config),
      of<readonly string[]>(
        ['list'],
        ['score', 'a.yaml'],
        ['check', 'a.yaml'],
        ['lint', 'hurdles.config.yaml'],
        ['report', 'a.yaml', '-f', 'html'],
        ['show'],
      ),
    )
    .map(([text, argv]) => ({
      argv,
      files: {
        'hurdles.config.yaml': text,
        'small.yaml': small,
        'brand.yaml': brand,
        'leuchtturm.png': logo,
        'a.yaml': answers[0] ?? '',
      },
      suspect: 'hurdles.config.yaml',
      mayExit: [1],
    })),

  streams: fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: of(...sheets) },
          { weight: 3, arbitrary: of(...sheets.slice(0, 5)).chain((sheet) => mutatedData(sheet)) },
          { weight: 1, arbitrary: of(...sheets.slice(0, 5)).chain((sheet) => mutated(sheet)) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
          { weight: 1, arbitrary: of(...odd) },
        ),
        { maxLength: 12 },
      ),
      of<readonly string[]>(
        [],
        ['--full'],
        ['--strict'],
        ['--with', 'recommendations'],
        ['--fields', 'overall.level,hurdles'],
        ['--threads', '1'],
      ),
    )
    .map(([lines, options]) => ({
      argv: ['score', '--ndjson', ...options],
      stdin: lines.join('\n'),
    })),

  argv: fc
    .array(
      fc
        .oneof(
          of(
            'score',
            'report',
            'check',
            'plan',
            'compare',
            'merge',
            'lint',
            'test',
            'show',
            'explain',
            'migrate',
            'list',
            'schema',
            'new',
            'completion',
            'complete',
            'interview',
            'help',
            'answers',
            'questionnaire',
          ),
          of(
            'a.yaml',
            'b.json',
            'q.yaml',
            '-',
            '*.yaml',
            '**/*',
            '[a-',
            '{a,b',
            'no-such.yaml',
            'five-hurdles',
            'five-hurdles@1.0.0',
            'goals.target',
            'goals',
            'bash',
            'answers.v1',
          ),
          of(
            '-o',
            '-f',
            '-q',
            '--json',
            '--ndjson',
            '--lang',
            '--to',
            '--days',
            '--min',
            '--min-level',
            '--fail-on',
            '--fields',
            '--threads',
            '--baseline',
            '--brand',
            '--template',
            '--worksheets',
            '--role',
            '--date',
            '--max-age',
            '--prefer',
            '--strict',
            '--plain',
            '--no-config',
            '--with',
            '--first-line',
            '--against',
            '--blank',
            '--uses',
            '--at-target',
            '--fix',
            '--',
          ),
          of(
            'out.html',
            'out.md',
            'html',
            'md',
            'json',
            'csv',
            'text',
            'junit',
            'badge',
            'de',
            'en',
            'xx',
            'stop',
            '0',
            '1',
            '-1',
            '99999999999',
            '1e9',
            'NaN',
            'goals=2',
            'goals=',
            '2026-02-30',
            '180d',
            '20',
            'at-target',
          ),
          of(...odd),
          fc.string({ unit: 'binary' }),
        )
        .filter(isHarmless),
      { maxLength: 8 },
    )
    .map((argv) => ({
      argv,
      files: { 'a.yaml': answers[0] ?? '', 'b.json': assessments[0] ?? '', 'q.yaml': small },
      stdin: answers[0] ?? '',
      // Where its words name a file to be written, that is what was asked for.
      writes: [
        ...argv,
        ...argv.map((word) => `${word}/`),
        'hurdles-answers.yaml',
        'hurdles-answers.en.yaml',
        'small.yaml',
      ],
      mayExit: [1, 130],
    })),
};

// Words that could name something outside of the folder of the attempt; and no printing, which is a browser's.
function isHarmless(word: string): boolean {
  return !/^[/~\\]|\.\.|pdf|^-[of].*[/]/.test(word);
}

const formats: Readonly<Record<string, string>> = {
  'out.html': 'html',
  'out.md': 'md',
  'out.json': 'json',
  'out.csv': 'csv',
  'out.svg': 'badge',
};

function formatOf(file: string): string {
  return /\.(html|md|txt)\.hbs$/.exec(file)?.[1] ?? 'html';
}

function written(data: unknown): string {
  try {
    return stringify(data, { aliasDuplicateObjects: true });
  } catch {
    return JSON.stringify(data, (_key, part) => (typeof part === 'bigint' ? String(part) : part));
  }
}
