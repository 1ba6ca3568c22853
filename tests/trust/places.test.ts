import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.ts';
import type { Declared } from '../../src/cli/program/declared.ts';
import {
  comparisonFormats,
  planFormats,
  reportFormats,
} from '../../src/cli/program/format-names.ts';
import { everythingDeclared } from '../../src/cli/program/program.ts';
import { answersSaying, attacks, questionnaireSaying } from '../support/attacks.ts';
import { nextFiveHurdlesText } from '../support/next-five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}/u;
const whole = attacks.join('\n');
const small = (text: string) =>
  `format: answers/1\nquestionnaire: { id: small }\nsubject: { name: ${JSON.stringify(text)} }\nprofile: { stage: pilot }\nanswers: { goals.problem: 1 }\n`;

// What a folder holds in which every text that can be written by somebody is hostile.
const files = (attack: string) => ({
  'a.yaml': answersSaying(attack),
  'b.yaml': answersSaying('before').replace('answer: 1', 'answer: 0'),
  'it.yaml':
    'format: answers/1\nquestionnaire: { id: five-hurdles }\nscope: { role: it }\nprofile: { stage: pilot }\n',
  'broken.yaml': answersSaying(attack, true),
  's.yaml': small(attack),
  'q.yaml': questionnaireSaying(attack),
  'next.yaml': nextFiveHurdlesText,
  't.txt.hbs': '{{subject.name}}: {{#each verdicts}}{{title}}{{/each}}',
  'hurdles.config.yaml': 'format: config/1\nquestionnaires: { small: q.yaml }\n',
});

// Places that hold several texts at once, and data: all attacks in one text. A place of its own way of escaping is
// tried attack by attack, in injection.test.ts and those named below.
const rows: readonly {
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly data?: 'json' | 'lines' | 'theirs';
}[] = [
  { argv: ['report', 'a.yaml', '-f', 'json'], data: 'json' },
  { argv: ['report', 'a.yaml', '-f', 'txt', '--template', 't.txt.hbs'] },
  { argv: ['report', 's.yaml', '-f', 'md', '-q', 'q.yaml'] },
  { argv: ['report', 's.yaml', '-f', 'html', '-q', 'q.yaml'] },
  { argv: ['report', 's.yaml', '-f', 'csv', '-q', 'q.yaml'] },
  { argv: ['report', 'a.yaml', '--worksheets', 'sheets'] },
  { argv: ['score', 'a.yaml', '--json'], data: 'json' },
  { argv: ['score', 'a.yaml', 's.yaml', 'broken.yaml', '--ndjson', '--full'], data: 'lines' },
  { argv: ['score', 's.yaml', '-q', 'q.yaml'] },
  { argv: ['check', 'a.yaml', '-f', 'text', '--at-target'] },
  { argv: ['check', 's.yaml', '-q', 'q.yaml', '-f', 'github', '--at-target'] },
  { argv: ['check', 's.yaml', '-q', 'q.yaml', '-f', 'junit', '--at-target'] },
  { argv: ['explain', 'a.yaml', 's.yaml', '--ndjson'], data: 'lines' },
  { argv: ['explain', 's.yaml', '-q', 'q.yaml', 'goals.problem'] },
  { argv: ['compare', 'b.yaml', 'a.yaml', '-f', 'json'], data: 'json' },
  { argv: ['compare', 'b.yaml', 'a.yaml', '--json'], data: 'json' },
  { argv: ['compare', 'a.yaml', 'a.yaml', '--uses'] },
  { argv: ['plan', 'a.yaml', '--json'], data: 'json' },
  { argv: ['plan', 'a.yaml', 's.yaml', '--ndjson'], data: 'lines' },
  { argv: ['plan', 's.yaml', '-q', 'q.yaml'] },
  { argv: ['plan', 's.yaml', '-q', 'q.yaml', '-f', 'md'] },
  { argv: ['plan', 's.yaml', '-q', 'q.yaml', '-f', 'csv'] },
  { argv: ['lint', 'q.yaml', 'broken.yaml'] },
  { argv: ['lint', 'broken.yaml', '-f', 'text'] },
  { argv: ['lint', 'broken.yaml', '-f', 'json'], data: 'json' },
  { argv: ['test', 'q.yaml'] },
  { argv: ['test', 'q.yaml', '--json'], data: 'json' },
  { argv: ['test', 'q.yaml', 'five-hurdles', '--ndjson'], data: 'lines' },
  { argv: ['list'] },
  { argv: ['list', '--json'], data: 'json' },
  { argv: ['show', 'q.yaml'] },
  { argv: ['show', 'q.yaml', '-f', 'md'] },
  { argv: ['show', 'q.yaml', '--blank'] },
  { argv: ['schema', 'answers', '-q', 'q.yaml'], data: 'json' },
  // What somebody wrote stays byte for byte in their own file.
  { argv: ['migrate', 'a.yaml', '-q', 'next.yaml', '-o', '-'], data: 'theirs' },
  { argv: ['merge', 'a.yaml', 'it.yaml', '-o', '-'] },
  { argv: ['merge', 'a.yaml', 'it.yaml', '-o', '-', '--names'] },
  { argv: ['merge', 'a.yaml', 'it.yaml', '--json'], data: 'json' },
  { argv: ['new', 'answers', '-', '-q', 'q.yaml'] },
  { argv: ['new', 'questionnaire', 'hostile', '-o', '-'] },
  {
    argv: ['interview', 'x.yaml', '-q', 'q.yaml', '--plain'],
    stdin: `${whole.replaceAll('\n', ' ')}\n1\n1\n1\n`,
  },
];

// Tried in tests of their own, attack by attack, with a reader of the format.
const elsewhere: Readonly<Record<string, string>> = {
  'report -f pdf': 'tests/browser/injection.test.ts',
  'show -f html': 'tests/browser/injection.test.ts',
  completion: 'tests/cli/completion-shells.test.ts',
  interview: 'tests/trust/places.test.ts',
};

test.each(rows)('all attacks at once stay text: $argv', async ({ argv, stdin = '', data }) => {
  const { path } = aFolder(files(whole));
  const { stdout, stderr } = await hurdles(argv, { cwd: path, stdin });
  expect(stdout + stderr).not.toBe('');
  const isTable = argv.includes('csv');
  const said = isTable ? stdout.replaceAll('\r\n', '\n') : stdout;
  expect((data === 'theirs' ? '' : said) + stderr).not.toMatch(unruly);
  if (argv.includes('html')) expect(stdout).not.toMatch(/<(?:script|img|base|iframe)\b/);
  expect(stderr).not.toMatch(/^(?:\s*::| {4}at )|##(?:vso)?\[/m);
  const lines = data === 'json' ? [stdout] : data === 'lines' ? stdout.trimEnd().split('\n') : [];
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  if (data === 'lines')
    expect(lines.length).toBe(argv.filter((word) => /\.yaml$|^five-hurdles$/.test(word)).length);
});

// Options that change nothing about where a text comes out.
const noPlaces = [
  '--help',
  '--version',
  '--no-config',
  '--quick',
  '--no-quick',
  '--strict',
  '--fix',
  '--full',
  '--at-target',
  '--no-fail-on',
  '--force',
  '--plain',
  '--names',
];

test('every place the program has is among those tried', async () => {
  const { commands } = await everythingDeclared(
    { ...nodeIo(process), env: {} },
    { language: 'en', isChosen: true },
  );
  const places = commands.flatMap((one) =>
    one.commands.length > 0
      ? one.commands.flatMap((below) => placesOf(`${one.name} ${below.name}`, below))
      : placesOf(one.name, one),
  );
  expect(places.length).toBeGreaterThan(40);
  const others = readFileSync(join(root, 'tests/trust/injection.test.ts'), 'utf8');
  const argvs = [...others.matchAll(/argv: (?:\[([^\]]*)\]|comparing\(([^)]*)\))/g)].map(
    ([, words, rest]) =>
      [...(rest === undefined ? [] : ["'compare'"]), ...(words ?? rest ?? '').split(',')].map(
        (word) => word.trim().replace(/^'|'$/g, ''),
      ),
  );
  const tried = new Set([...argvs, ...rows.map(({ argv }) => argv)].flatMap(placesIn));
  for (const [place, file] of Object.entries(elsewhere)) {
    expect(readFileSync(join(root, file), 'utf8'), place).toMatch(/\battacks\b/);
    tried.add(place);
  }
  expect(places.filter((place) => !tried.has(place))).toEqual([]);
});

const formats: Readonly<Record<string, readonly string[]>> = {
  report: reportFormats,
  compare: comparisonFormats,
  plan: planFormats,
};

function placesOf(name: string, { options }: Declared): readonly string[] {
  const flags = options.flatMap(({ flags: all, value, choices }) => {
    const flag = all.at(-1) ?? '';
    if (flag === '--format')
      return [...(formats[name] ?? []), ...choices].map((one) => `-f ${one}`);
    const isPlace = (value === null && !noPlaces.includes(flag)) || flag === '--worksheets';
    return isPlace ? [flag] : [];
  });
  return [name, ...flags.map((flag) => `${name} ${flag}`)];
}

// What a call of the tables stands for.
function placesIn(argv: readonly string[]): readonly string[] {
  const name = argv[0] === 'new' ? `${argv[0]} ${argv[1]}` : (argv[0] ?? '');
  const format = argv.indexOf('-f');
  const places = [
    ...(format < 0 ? [] : [`${name} -f ${argv[format + 1]}`]),
    ...argv.filter((word) => word.startsWith('--')).map((flag) => `${name} ${flag}`),
  ];
  return [name, ...places];
}
