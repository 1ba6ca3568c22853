import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDeviceName } from '../../src/shared/device-name.ts';
import { answersSaying } from '../support/attacks.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

// What would lead somewhere else if a name of a file were made of it.
const ways = [
  '../../out',
  '/tmp/hurdles-out',
  'C:\\out',
  '..\\out',
  'a\u0000b',
  'CON',
  'nul.html',
  `${'n'.repeat(300)}`,
  'a/b',
  '.',
  '..',
];

// Everything that names a file or a folder to write to.
const outputs = [
  ['report', 'in/a.yaml', '-f', 'html,md,csv,json,badge', '-o', 'out/'],
  ['report', 'in/a.yaml', '--worksheets', 'out/sheets'],
  ['plan', 'in/a.yaml', '-o', 'out/plan.md'],
  ['compare', 'in/a.yaml', 'in/a.yaml', '-o', 'out/comparison.md'],
  ['check', 'in/a.yaml', '-o', 'out/check.xml'],
  ['new', 'answers', 'out/b.yaml', '--from', 'in/a.yaml'],
  ['merge', 'in/a.yaml', '-o', 'out/c.yaml'],
] as const;

test.each(ways)('what an answers file says leads nowhere: %s', async (way) => {
  const { path } = aFolder();
  mkdirSync(join(path, 'here/in'), { recursive: true });
  const cwd = join(path, 'here');
  writeFileSync(join(cwd, 'in/a.yaml'), answersSaying(way));
  for (const argv of outputs) {
    const { stderr } = await hurdles(argv, { cwd });
    expect(stderr).not.toMatch(/^ {4}at /m);
  }
  expect(readdirSync(path)).toEqual(['here']);
  expect(readdirSync(cwd).sort()).toEqual(['in', 'out']);
  expect(readdirSync(join(cwd, 'in'))).toEqual(['a.yaml']);
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
    'a.csv',
    'a.html',
    'a.json',
    'a.md',
    'a.svg',
    'b.yaml',
    'c.yaml',
    'check.xml',
    'comparison.md',
    'five-hurdles.answers.v1.schema.json',
    'plan.md',
    'sheets',
  ]);
  const sheets = readdirSync(join(cwd, 'out/sheets'));
  expect(sheets.filter((name) => !/^[a-z-]+\.(?:md|csv)$/.test(name))).toEqual([]);
  expect(existsSync('/tmp/hurdles-out')).toBe(false);
});

// Names of files are made of these ids. One that is merely long is told when it is written, as below.
test.each(ways.filter((way) => way.length < 100))(
  'a questionnaire with an id or a worksheet called %s is refused',
  async (way) => {
    const own = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');
    for (const [from, to] of [
      [/^id: .*$/m, `id: ${JSON.stringify(way)}`],
      [
        /^worksheets:\n/m,
        `worksheets:\n  - id: ${JSON.stringify(way)}\n    title: { de: x, en: x }\n`,
      ],
    ] as const) {
      expect(own).toMatch(from);
      const dir = aFolder({
        'q.yaml': own.replace(from, () => to),
        'a.yaml': 'format: answers/1\n',
      });
      for (const argv of [
        ['new', 'answers', 'b.yaml', '-q', 'q.yaml'],
        ['report', 'a.yaml', '-q', 'q.yaml', '--worksheets', 'sheets'],
      ]) {
        const { exitCode, stderr } = await hurdles(argv, { cwd: dir.path });
        expect(exitCode).toBe(2);
        expect(stderr).toMatch(/^q\.yaml:\d+:\d+/m);
      }
      expect(readdirSync(dir.path).sort()).toEqual(['a.yaml', 'q.yaml']);
    }
  },
);

// What Windows takes for a device, whatever stands behind a dot.
const devices = ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'];

test.each(devices)('%s is the id of nothing that files are named by', async (name) => {
  const own = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');
  const sheet = `worksheets:\n  - id: ${name}\n    title: { de: x, en: x }\n`;
  for (const [from, to, place] of [
    [/^id: .*$/m, `id: ${name}`, /^q\.yaml:\d+:5 .*\[device-name\]$/m],
    [/^worksheets:\n/m, sheet, /^q\.yaml:\d+:9 .*\[device-name\]$/m],
  ] as const) {
    const dir = aFolder({ 'q.yaml': own.replace(from, () => to) });
    const { exitCode, stdout } = await hurdles(['lint', 'q.yaml'], { cwd: dir.path });
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(place);
    expect(stdout).toContain(`${name}-1`);
    const fresh = await hurdles(['new', 'answers', 'a.yaml', '-q', 'q.yaml'], { cwd: dir.path });
    expect(fresh.exitCode).toBe(2);
    expect(readdirSync(dir.path)).toEqual(['q.yaml']);
  }
  const { path } = aFolder();
  for (const lang of ['de', 'en']) {
    const argv = ['new', 'questionnaire', name, '--lang', lang];
    const { exitCode, stderr } = await hurdles(argv, { cwd: path });
    expect([exitCode, readdirSync(path)]).toEqual([2, []]);
    expect(stderr).toContain(`${name}-1`);
  }
});

test.each([
  { name: 'CON', is: true },
  { name: 'nul.html', is: true },
  { name: 'aux .tar.gz', is: true },
  { name: 'LPT\u00b2', is: true },
  { name: 'con.', is: true },
  { name: 'console', is: false },
  { name: 'com10', is: false },
  { name: 'aux-1', is: false },
  { name: 'my.con', is: false },
])('that $name is the name of a device: $is', ({ name, is }) => {
  expect(isDeviceName(name)).toBe(is);
});

test.each([
  'CON.yaml',
  '../q.yaml',
  './q.yaml',
  'q.yaml',
  '/q.yaml',
  'file:///q.yaml',
  'five-hurdles/../q',
])('an answers file names a questionnaire by its id, never by a path: %s', async (id) => {
  const questionnaire = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');
  const { path } = aFolder({
    'q.yaml': questionnaire,
    'a.yaml': `format: answers/1\nquestionnaire: { id: ${JSON.stringify(id)} }\nprofile: {}\n`,
  });
  for (const command of ['score', 'report', 'lint', 'explain', 'plan', 'check']) {
    const { exitCode, stdout, stderr } = await hurdles([command, 'a.yaml'], { cwd: path });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toMatch(/^(?:::error file=)?a\.yaml:2:\d+/m);
  }
});

test('two files that are called alike but for capitals go into no folder together', async () => {
  const said = answersSaying('x');
  const { path } = aFolder();
  for (const name of ['one/a.yaml', 'two/A.yaml', 'three/\u00e4.yaml', 'four/a\u0308.yaml']) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), said);
  }
  for (const pair of [
    ['one/a.yaml', 'two/A.yaml'],
    ['three/\u00e4.yaml', 'four/a\u0308.yaml'],
  ]) {
    const { exitCode, stderr } = await hurdles(['report', ...pair, '-f', 'md', '-o', 'out/'], {
      cwd: path,
    });
    expect(exitCode).toBe(2);
    expect(stderr).not.toBe('');
    expect(existsSync(join(path, 'out'))).toBe(false);
  }
});

test.each(['a\u0000b.html', `${'n'.repeat(300)}.html`, 'in\u0000/x.html'])(
  'a name that no file can have is told, not thrown: %j',
  async (name) => {
    const { path } = aFolder({ 'a.yaml': answersSaying('x') });
    const { exitCode, stderr } = await hurdles(['report', 'a.yaml', '-o', name], { cwd: path });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/lässt sich nicht schreiben/);
    expect(readdirSync(path)).toEqual(['a.yaml']);
  },
);
