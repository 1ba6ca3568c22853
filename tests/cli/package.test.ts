import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aFolder, root } from '../support/run.ts';

const home = aFolder();
const elsewhere = aFolder();
const installed = join(home.path, 'node_modules/five-hurdles');

// What npm would publish, installed as a stranger would, run from another folder.
beforeAll(() => {
  const packed = execFileSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', home.path],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const parsed = JSON.parse(packed) as
    | { filename: string }[]
    | Record<string, { filename: string }>;
  const [tarball] = Object.values(parsed);
  home.write('package.json', '{ "private": true, "type": "module" }');
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', join(home.path, tarball?.filename ?? '')],
    {
      cwd: home.path,
      stdio: 'ignore',
    },
  );
});

function installedHurdles(...argv: string[]) {
  const bin = join(home.path, 'node_modules/.bin/hurdles');
  return spawnSync(bin, argv, {
    cwd: elsewhere.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

test('the package holds all it needs to run, and nothing it does not', () => {
  expect(existsSync(join(installed, 'src'))).toBe(false);
  expect(existsSync(join(installed, 'tests'))).toBe(false);
  for (const needed of [
    'bin/hurdles.js',
    'dist/THIRD-PARTY-LICENSES.txt',
    'LICENSE',
    'NOTICE',
    'LICENSE-CONTENT.md',
  ]) {
    expect(existsSync(join(installed, needed)), needed).toBe(true);
  }
});

test('the installed program scores, reports and lists from another folder', () => {
  const example = join(installed, 'examples/versandhandel.yaml');
  const scored = installedHurdles('score', example, '--json');
  expect(scored.stderr).toBe('');
  expect(scored.status).toBe(0);
  expect(JSON.parse(scored.stdout)).toMatchObject({
    format: 'assessment/1',
    overall: { level: 0 },
  });

  expect(installedHurdles('report', example, '-o', 'bericht.html').status).toBe(0);
  expect(elsewhere.read('bericht.html')).toBe(
    readFileSync(join(root, 'examples/reports/versandhandel.html'), 'utf8'),
  );
  expect(installedHurdles('list').stdout).toContain('five-hurdles');
  expect(installedHurdles('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

test('a project that has it in its lock file gets the same in CI, and can check there', () => {
  const project = aFolder({ 'package.json': '{ "private": true }' });
  const npm = (...argv: string[]) =>
    spawnSync('npm', [...argv, '--no-audit', '--no-fund'], { cwd: project.path, encoding: 'utf8' });
  mkdirSync(join(project.path, 'vendor'));
  const tarball = readdirSync(home.path).find((name) => name.endsWith('.tgz')) ?? '';
  cpSync(join(home.path, tarball), join(project.path, 'vendor', tarball));
  // As docs/ci.md says it.
  const ci = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  const [, line = ''] = /^npm (install --save-dev --save-exact .*)$/m.exec(ci) ?? [];
  expect(npm(...line.replace(/five-hurdles-[\d.]+tgz/, tarball).split(' ')).status).toBe(0);
  rmSync(join(project.path, 'node_modules'), { recursive: true });
  expect(npm('ci').status).toBe(0);
  const example = join(installed, 'examples/malerbetrieb.yaml');
  const checked = spawnSync('npx', ['hurdles', 'check', example, '--at-target', '-f', 'json'], {
    cwd: project.path,
    encoding: 'utf8',
  });
  expect(JSON.parse(checked.stdout)).toMatchObject({ format: 'check/1', outcome: 'met' });
  expect(checked.status).toBe(0);
});

test('output over 64 KiB arrives whole in a pipe, and a reader that stops early is no failure', () => {
  const example = join(installed, 'examples/machine-builder.yaml');
  const bin = join(home.path, 'node_modules/.bin/hurdles');
  const whole = installedHurdles('report', example);
  expect(whole.stdout.length).toBeGreaterThan(65_536);
  expect(whole.stdout.trimEnd()).toMatch(/<\/html>$/);
  const cut = spawnSync(
    'bash',
    [
      '-c',
      `set -o pipefail; '${bin}' report '${example}' | head -c 10; echo "[\${PIPESTATUS[0]}]"`,
    ],
    {
      encoding: 'utf8',
    },
  );
  expect(cut.stdout).toMatch(/^<!doctype \[0\]/i);
  expect(cut.stderr).toBe('');
});

test('the library judges and renders without the program', () => {
  home.write(
    'use.mjs',
    `import { readFileSync } from 'node:fs';
     import { assess, parseAnswers, parseAssessment, parseQuestionnaire, plan, render, view } from 'five-hurdles';
     import { problemText } from 'five-hurdles/problems';
     import { questionnaire as ours } from 'five-hurdles/questionnaires/five-hurdles';
     import { reportMarkdown } from 'five-hurdles/templates';
     import { en } from 'five-hurdles/words';
     const at = (name) => readFileSync(new URL(import.meta.resolve('five-hurdles/' + name)), 'utf8');
     const questionnaire = parseQuestionnaire(at('questionnaires/five-hurdles.yaml'), 'q').value;
     if (questionnaire.digest !== ours.digest) throw new Error('another one');
     const example = readFileSync(new URL('../examples/malerbetrieb.yaml', import.meta.resolve('five-hurdles/package.json').replace('package.json', 'bin/')), 'utf8');
     const answers = parseAnswers(example, 'a', questionnaire).value;
     const assessment = assess(questionnaire, answers);
     const { route, format } = plan(assessment, questionnaire, { kind: 'at-target' });
     const report = render(view(assessment, questionnaire, en), reportMarkdown, en);
     const stored = parseAssessment(JSON.stringify(assessment), 's', ours);
     const told = parseAnswers('format: 1', 'x.yaml', ours).problems.map((one) => problemText(one, 'en'));
     console.log(JSON.stringify([format, route.reached, assessment.verdicts.map(({ id }) => id), report.split('\\n')[0], stored.ok, told]));`,
  );
  const used = spawnSync(process.execPath, ['use.mjs'], { cwd: home.path, encoding: 'utf8' });
  expect(used.stderr).toBe('');
  expect(JSON.parse(used.stdout)).toEqual([
    'plan/1',
    true,
    ['nothing-urgent'],
    '# Malerbetrieb Sommer',
    true,
    [expect.stringMatching(/^x\.yaml:1:9 {2}.*answers\/1/)],
  ]);
  expect(existsSync(join(installed, 'dist/lib/index.d.ts'))).toBe(true);
});

test.each([
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
])('the library’s types stand on their own, resolved by $moduleResolution', (how) => {
  home.write(
    'use.ts',
    `import { assess, engineOf, judge, parseAnswers, render, view, type Answers, type Assessment, type Parsed, type Questionnaire, type Template, type Words } from 'five-hurdles';
import { problemText } from 'five-hurdles/problems';
import { questionnaire } from 'five-hurdles/questionnaires/five-hurdles';
import { reportHtml } from 'five-hurdles/templates';
import { en } from 'five-hurdles/words';
const asked: Questionnaire = questionnaire;
const parsed: Parsed<Answers> = parseAnswers('', 'x', asked);
export const told: readonly string[] = parsed.ok ? [] : parsed.problems.map((one) => problemText(one, 'en'));
if (!parsed.ok) throw new Error();
const assessment: Assessment = assess(engineOf(asked), parsed.value, { date: null });
export const level: number | null = assessment.overall.level;
const own: Template = { ...reportHtml, text: 'x' };
const words: Words = en;
export const page: string = render(view(assessment, asked, words, { worksheets: true }), own, words);
export const certain: boolean[] = judge(engineOf(asked), parsed.value).verdicts.map((one) => one.certain);
// @ts-expect-error: a number is no language
problemText(assessment, 1);
// @ts-expect-error: not before it is known to be there
parseAnswers('', 'x', asked).value;
// @ts-expect-error: there is no such option
assess(asked, parsed.value, { day: null });
`,
  );
  writeFileSync(
    join(home.path, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...how,
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
        target: 'es2023',
        lib: ['es2023', 'dom'],
      },
      files: ['use.ts'],
    }),
  );
  const checked = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', home.path],
    {
      encoding: 'utf8',
    },
  );
  expect(checked.stdout).toBe('');
  expect(checked.status).toBe(0);
});

test('nothing in the package runs at install', () => {
  const { scripts = {} } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  expect(readdirSync(installed)).not.toContain('binding.gyp');
});
