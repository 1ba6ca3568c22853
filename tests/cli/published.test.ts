import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOfPublished, publish } from '../../scripts/published-questionnaires.ts';
import { laterPackage, laterQuestionnaires, runBuilt } from '../support/later-package.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = 'examples/versandhandel.yaml';
const earlier = 'examples/verlauf/versandhandel-mai.yaml';
const crafts = 'examples/elektrobetrieb.yaml';

/** What the program of today stores of answers. */
async function stored(file: string): Promise<string> {
  return (await hurdles(['score', file, '--json'])).stdout;
}

describe('with a later version of the questionnaire at hand', () => {
  const later = laterPackage();

  test.each([
    { file: example, lang: 'de', argv: ['report', '-f', 'html'] },
    { file: example, lang: 'en', argv: ['report', '-f', 'html'] },
    { file: example, lang: 'en', argv: ['report', '-f', 'md'] },
    { file: example, lang: 'de', argv: ['report', '-f', 'json'] },
    { file: example, lang: 'en', argv: ['score'] },
    { file: example, lang: 'de', argv: ['explain', 'goals.target'] },
    { file: example, lang: 'en', argv: ['plan', '--to', '2'] },
    { file: crafts, lang: 'en', argv: ['report', '-f', 'md'] },
  ])('what was stored of $file is told by $argv as it was then (--lang $lang)', async (one) => {
    const stdin = await stored(one.file);
    const [command = '', ...rest] = one.argv;
    const argv = [command, '-', ...rest, '--lang', one.lang];
    const { stdout } = await hurdles(argv, { stdin });
    expect(stdout.length).toBeGreaterThan(100);
    expect(runBuilt(later.path, argv, { stdin })).toEqual({ exitCode: 0, stdout, stderr: '' });
  });

  test('two assessments that were stored with one version are compared by it', async () => {
    const { path } = aFolder({
      'old.json': await stored(earlier),
      'new.json': await stored(example),
    });
    const argv = ['compare', 'old.json', 'new.json', '--lang', 'en'];
    const then = await hurdles(argv, { cwd: path });
    expect(runBuilt(later.path, argv, { cwd: path }).stdout).toBe(then.stdout);
    expect(then.stdout).not.toContain('All new');
  });

  test('one that was stored and answers of today are compared by the version of today', async () => {
    const { path } = aFolder({ 'old.json': await stored(earlier) });
    const argv = ['compare', join(path, 'old.json'), example, '-f', 'json'];
    const { questionnaire, states } = JSON.parse(runBuilt(later.path, argv).stdout);
    expect(questionnaire).toMatchObject({ version: '1.1.0' });
    expect(states[0]).toMatchObject({ version: '1.0.0', judgedAnew: true });
  });

  test('answers are judged by it, with a warning that names both versions', () => {
    const { exitCode, stdout, stderr } = runBuilt(later.path, ['report', example, '-f', 'md']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Ganz neu');
    expect(stderr).toMatch(/Warnung: .*1\.0\.0.*1\.1\.0/s);
  });

  test('answers are judged by an earlier version where -q names it', async () => {
    const argv = ['report', example, '-f', 'json'];
    const old = runBuilt(later.path, [...argv, '-q', 'five-hurdles@1.0.0']);
    expect(old).toEqual({ exitCode: 0, stderr: '', stdout: (await hurdles(argv)).stdout });
  });

  test('an author sees what an earlier version said, and which number the changes ask for', () => {
    const shown = runBuilt(later.path, ['show', 'five-hurdles@1.0.0']);
    expect(shown.stdout).toMatch(/^# /);
    expect(shown.stdout).not.toContain('Ganz neu');
    const against = ['lint', 'five-hurdles', '--against', 'five-hurdles@1.0.0'];
    expect(runBuilt(later.path, against)).toMatchObject({ exitCode: 0 });
  });

  test.each([
    { why: 'it was never published', digest: `sha256-${'0'.repeat(64)}`, argv: [] },
    { why: 'it is that of another questionnaire', digest: 'crafts', argv: [] },
    { why: '-q names another', digest: 'own', argv: ['-q', 'five-hurdles-crafts'] },
  ])('another digest is refused in one sentence when $why', async ({ digest, argv }) => {
    const assessment = JSON.parse(await stored(example));
    const other = JSON.parse(await stored(crafts));
    if (digest === 'crafts') assessment.questionnaire.digest = other.questionnaire.digest;
    else if (digest !== 'own') assessment.questionnaire.digest = digest;
    const stdin = JSON.stringify(assessment);
    const ran = runBuilt(later.path, ['report', '-', '--lang', 'en', ...argv], { stdin });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toMatch(/five-hurdles 1\.0\.0.*five-hurdles(-crafts)? 1\.1\.0.*-q/);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('one from a newer program is refused with the version that has its questionnaire', async () => {
    const assessment = JSON.parse(await stored(example));
    assessment.tool.version = '3.2.1';
    assessment.questionnaire = { id: 'five-hurdles', version: '3.0.0', digest: 'sha256-new' };
    const ran = runBuilt(later.path, ['score', '-'], { stdin: JSON.stringify(assessment) });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toMatch(/five-hurdles 3\.0\.0.*five-hurdles 1\.1\.0.* Version 3\.2\.1 des/);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a version that was never published is refused with the nearest that was', () => {
    const ran = runBuilt(later.path, ['score', example, '-q', 'five-hurdles@1.0.1']);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('Meinten Sie „five-hurdles@1.0.0“?');
  });

  test('a questionnaire of somebody else stays with the version that it extends', () => {
    const head = 'format: questionnaire/1\nid: pinned\nversion: 1.0.0\nextends: five-hurdles';
    const { path } = aFolder({
      'pinned.yaml': `${head}@1.0.0\n`,
      'moving.yaml': `${head}\n`,
      'never.yaml': `${head}@1.0.7\n`,
    });
    const shown = (file: string) => runBuilt(later.path, ['show', file], { cwd: path });
    expect(shown('pinned.yaml')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shown('pinned.yaml').stdout).not.toContain('Ganz neu');
    expect(shown('moving.yaml').stdout).toContain('Ganz neu');
    expect(shown('never.yaml').stderr).toContain('never.yaml:4:10');
  });

  test('the list shows what can be answered today, and nothing twice', () => {
    const { stdout } = runBuilt(later.path, ['list']);
    expect(stdout.split('\n').map((line) => line.split('  ').slice(0, 2))).toEqual([
      ['five-hurdles', '1.1.0'],
      ['five-hurdles-crafts', '1.1.0'],
      [''],
    ]);
  });

  test('what was stored of a questionnaire that comes with the package no more is told all the same', async () => {
    const gone = laterPackage();
    rmSync(join(gone.questionnaires, 'five-hurdles-crafts.yaml'));
    const argv = ['score', '-'];
    const stdin = await stored(crafts);
    const { stdout } = await hurdles(argv, { stdin });
    expect(runBuilt(gone.path, argv, { stdin })).toEqual({ exitCode: 0, stdout, stderr: '' });
  });
});

describe('publishing', () => {
  test('keeps an earlier version beside the next, and does nothing twice', () => {
    const path = laterQuestionnaires();
    const first = readFileSync(join(path, 'published/five-hurdles@1.0.0.json'), 'utf8');
    expect(publish(path)).toEqual({
      written: ['five-hurdles-crafts@1.1.0', 'five-hurdles@1.1.0'],
      problems: [],
    });
    expect(publish(path)).toEqual({ written: [], problems: [] });
    expect(readFileSync(join(path, 'published/five-hurdles@1.0.0.json'), 'utf8')).toBe(first);
  });

  test.each([
    {
      why: 'a published version now says something else',
      change: (path: string) => renumber(path, '1.0.0'),
      says: /^five-hurdles\.yaml says other things than five-hurdles@1\.0\.0, which is published/,
    },
    {
      why: 'what it extends was changed, and it has its old number',
      change: (path: string) => edit(path, 'five-hurdles-crafts.yaml', '1.1.0', '1.0.0'),
      says: /^five-hurdles-crafts\.yaml says other things than five-hurdles-crafts@1\.0\.0/,
    },
    {
      why: 'a version is older than one that was published',
      change: (path: string) => renumber(path, '0.9.0'),
      says: /^five-hurdles\.yaml is five-hurdles@0\.9\.0, older than five-hurdles@1\.0\.0$/,
    },
    {
      why: 'a published file was edited',
      change: (path: string) =>
        edit(path, 'published/five-hurdles@1.0.0.json', '"purchase"', '"buying"'),
      says: /^five-hurdles@1\.0\.0 no longer reads|^five-hurdles@1\.0\.0 is no longer what was published$/,
    },
    {
      why: 'a published file is gone',
      change: (path: string) => rmSync(join(path, 'published/five-hurdles@1.0.0.json')),
      says: /^five-hurdles@1\.0\.0 is missing$/,
    },
    {
      why: 'a file stands there that nobody recorded',
      change: (path: string) =>
        renameSync(
          join(path, 'published/five-hurdles@1.0.0.json'),
          join(path, 'published/five-hurdles@0.1.0.json'),
        ),
      says: /^five-hurdles@0\.1\.0 has no digest recorded$/,
    },
  ])('is refused when $why', ({ change, says }) => {
    const path = laterQuestionnaires();
    change(path);
    const { written, problems } = publish(path);
    expect(written).toEqual([]);
    expect(problems[0]).toMatch(says);
  });

  test('whatever was published of our questionnaires is as it was', () => {
    expect(problemsOfPublished(join(root, 'questionnaires'))).toEqual([]);
  });
});

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
}

// A version before the migrations that lead to it.
function renumber(folder: string, version: string): void {
  const path = join(folder, 'five-hurdles.yaml');
  const before = readFileSync(path, 'utf8').replace(/^migrations:[\s\S]*/m, '');
  writeFileSync(path, before.replace(/^version: .*$/m, `version: ${version}`));
}

// A clock that is some years ahead, for all that asks for the time.
const anotherDay = `
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given); }
  static now() { return 1900000000000; }
};
`;

describe('a stored assessment', () => {
  test.each(['html', 'md', 'json'])(
    'has the same bytes as %s wherever and whenever it is told',
    async (format) => {
      const { path } = aFolder({ 'a.json': await stored(example), 'day.mjs': anotherDay });
      const argv = ['report', join(path, 'a.json'), '-f', format];
      const here = runBuilt(root, argv, { env: { TZ: 'UTC', LANG: 'C' } });
      expect(here).toMatchObject({ exitCode: 0, stderr: '' });
      expect(here.stdout).toContain('20');
      for (const env of [
        { TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8' },
        { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8' },
      ]) {
        expect(runBuilt(root, argv, { env, preload: join(path, 'day.mjs') })).toEqual(here);
      }
    },
  );
});
