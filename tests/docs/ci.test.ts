import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aCheckout, aPullRequest, git } from '../support/checkouts.ts';
import { action, runAction } from '../support/composite-action.ts';
import { changed } from '../support/planted.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks } from './links.ts';
import { readPage } from './page.ts';
import { differencesInSteps } from './same-steps.ts';
import { codesIn } from './tables.ts';
import { isAsShown } from './walk.ts';

const painter = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8');
const shop = readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8');
const worse = changed(painter, [['goals.target: 2', 'goals.target: 0']]);

const pages = [
  { page: 'ci.md', folder: 'betriebe', first: 'maler.yaml', second: 'versand.yaml', lang: 'de' },
  { page: 'ci.en.md', folder: 'companies', first: 'painter.yaml', second: 'shop.yaml', lang: 'en' },
] as const;

const readDoc = (page: string) => readFileSync(join(root, 'docs', page), 'utf8');

test('both pages have their reader do the same', () => {
  const [one = [], other = []] = pages.map(({ page }) => readPage(readDoc(page)));
  expect(one.flatMap(({ acts }) => acts).length).toBeGreaterThan(5);
  expect(differencesInSteps(one, other, new Map())).toEqual([]);
});

describe.each(pages)('docs/$page', ({ page, folder, first, second, lang }) => {
  const text = readDoc(page);
  const acts = readPage(text).flatMap((step) => step.acts);
  const files = Object.fromEntries(
    acts.flatMap((act) => (act.kind === 'file' ? [[act.name, act.text]] : [])),
  );
  const [workflow, weekly] = Object.keys(files)
    .filter((name) => name.startsWith('.github/workflows/'))
    .map((name) => parse(files[name] ?? '') as Workflow);
  const companies = { [`${folder}/${first}`]: painter, [`${folder}/${second}`]: shop };
  const changes = { [`${folder}/${first}`]: worse };

  test('no link leads nowhere', () => {
    expect(deadLinks(join(root, 'docs', page))).toEqual([]);
  });

  test('it names the version that there is', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const named = [...text.matchAll(/(?:five-hurdles@v|rev: v|five-hurdles-|`v)(\d+\.\d+\.\d+)/g)];
    expect(named.length).toBeGreaterThan(4);
    expect(new Set(named.map(([, number]) => number))).toEqual(new Set([version]));
  });

  test('its commands print what it shows', async () => {
    const checkout = aCheckout(companies);
    const env = { LANG: lang };
    const ran = acts.flatMap((act) => (act.kind === 'run' ? [act] : []));
    expect(ran.length).toBeGreaterThan(1);
    for (const { command, shows, exit } of ran) {
      const argv = [...command.split(' ').slice(1), '--lang', lang];
      const { screen, exitCode } = await hurdles(argv, { cwd: checkout, env });
      expect(exitCode, command).toBe(exit);
      expect(isAsShown(screen, shows), `${command}\n${screen}`).toBe(true);
    }
  });

  test('every demand it recommends can be made', async () => {
    const checkout = aCheckout(companies);
    const options = text
      .split('\n')
      .filter((line) => /^\| .*`--/.test(line))
      .flatMap(codesIn)
      .filter((code) => code.startsWith('--') && code !== '--baseline');
    expect(options.length).toBeGreaterThan(6);
    for (const option of options) {
      const argv = ['check', `${folder}/${first}`, ...option.split(' ')];
      const { exitCode, stderr } = await hurdles(argv, { cwd: checkout });
      expect(exitCode, stderr).toBeLessThan(2);
    }
  });

  test('it names every input and every output of the action', () => {
    const named = text
      .split('\n')
      .filter((line) => /^\| `[a-z]/.test(line))
      .flatMap((line) => codesIn(line.split(' | ')[0] ?? ''));
    expect(named.sort()).toEqual(
      [...Object.keys(action.inputs), ...Object.keys(action.outputs)].sort(),
    );
  });

  test('its workflows ask for no right but to read, and for other actions by their commit', () => {
    for (const one of [workflow, weekly]) {
      expect(one?.permissions).toEqual({ contents: 'read' });
      expect(Object.keys(one?.on ?? {})).not.toContain('pull_request_target');
      const [checkout, own, ...others] = stepsOf(one);
      expect(checkout?.uses).toMatch(/^actions\/checkout@[0-9a-f]{40}$/);
      expect(checkout?.with?.['persist-credentials']).toBe(false);
      expect(own?.uses).toMatch(/\/five-hurdles@v\d/);
      expect(others).toEqual([]);
    }
  });

  test('the pasted action fails a pull request in which an answer got worse, and says which', () => {
    const { path, base } = aPullRequest(companies, changes);
    const event = { pull_request: { base: { sha: base } } };
    const ran = runAction(givenIn(workflow, event), path);
    expect(ran.exitCode, ran.log).toBe(1);
    expect(ran.outputs.passed).toBe('false');
    expect(ran.log).toMatch(
      new RegExp(`^::error file=${folder}/${first},line=\\d+,.*goals\\.target`, 'm'),
    );
    expect(ran.log).not.toMatch(new RegExp(`^::error file=${folder}/${second}`, 'm'));
  });

  test('the pasted action lets a pull request pass that makes nothing worse, and the push behind it', () => {
    const { path, base } = aPullRequest(companies, { 'README.md': 'x' });
    const asked = givenIn(workflow, { pull_request: { base: { sha: base } } });
    expect(runAction(asked, path).exitCode).toBe(0);
    expect(runAction(givenIn(workflow, { before: base }), path).exitCode).toBe(0);
  });

  test('the pasted weekly run fails where answers are old', () => {
    const dated = (day: string) => painter.replace(/^updated: .*$/m, `updated: ${day}`);
    const today = new Date().toISOString().slice(0, 10);
    const young = aCheckout({ [`${folder}/${first}`]: dated(today) });
    const old = aCheckout({ [`${folder}/${first}`]: dated('2020-01-01') });
    expect(runAction(givenIn(weekly, {}), young).exitCode).toBe(0);
    expect(runAction(givenIn(weekly, {}), old).exitCode).toBe(1);
  });

  test('the pasted job of GitLab fails a merge request likewise, with a result for its display', () => {
    const [job] = Object.values(parse(files['.gitlab-ci.yml'] ?? '') as Record<string, GitLabJob>);
    const script = job?.script.join('\n') ?? '';
    const { path, base } = aPullRequest(companies, changes);
    const merge = shell(script, path, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(merge.status, merge.stderr).toBe(1);
    const junit = job?.artifacts.reports.junit ?? '';
    const result = readFileSync(join(path, junit), 'utf8');
    expect(result).toMatch(/^<\?xml [\s\S]*goals\.target/);
    const [reports = ''] = job?.artifacts.paths ?? [];
    expect(existsSync(join(path, reports, first.replace('.yaml', '.html')))).toBe(true);
    git(path, 'checkout', '-q', 'main');
    const same = shell(script, path, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(same.status, same.stderr).toBe(0);
  });

  test('the hooks it names exist, and look at the files it says', async () => {
    const config = parse(files['.pre-commit-config.yaml'] ?? '') as PreCommit;
    const known = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
    const checkout = aCheckout({ ...companies, [`${folder}/broken.yaml`]: 'format: answers/1\n' });
    const hooks = config.repos.flatMap((repo) => repo.hooks);
    expect(hooks.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
    for (const { id, files: pattern, args = [] } of hooks) {
      const { entry, language, files: otherwise } = known.find((one) => one.id === id) as Hook;
      expect(language).toBe('node');
      const fits = new RegExp(pattern ?? '');
      expect(fits.test(`${folder}/${first}`)).toBe(true);
      expect(fits.test('README.yaml')).toBe(false);
      expect(new RegExp(otherwise ?? '').test('x/hurdles-answers.yaml')).toBe(true);
      const run = (name: string) =>
        hurdles([...entry.split(' ').slice(1), ...args, `${folder}/${name}`], { cwd: checkout });
      expect((await run(first)).exitCode).toBe(0);
      expect((await run('broken.yaml')).exitCode).toBe(2);
    }
  });

  test('its other lines work in a shell', () => {
    const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
    const [install = '', anywhere = '', badge = ''] = blocks;
    expect(blocks).toHaveLength(3);
    // It is run with the real package in tests/cli/package.test.ts.
    expect(install).toMatch(/^npm install --save-dev --save-exact \.\/vendor\/five-hurdles-/);

    const { path } = aPullRequest(companies, changes);
    expect(shell(anywhere, path).status).toBe(1);
    git(path, 'checkout', '-q', 'main');
    expect(shell(anywhere, path).status).toBe(0);

    const drawn = / -o (\S+)$/m.exec(badge)?.[1] ?? '';
    shell(badge.split('\n')[0] ?? '', path);
    git(path, 'add', drawn);
    expect(shell(badge, path).status).toBe(0);
    const later = shop.replace(/^updated: .*$/m, 'updated: 2026-11-21');
    writeFileSync(join(path, folder, second), later);
    expect(shell(badge, path).status).toBe(1);
  });
});

type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>>;
};
type WorkflowStep = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };
type GitLabJob = {
  readonly script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: { junit: string } };
};
type Hook = {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files?: string;
  readonly args?: readonly string[];
};
type PreCommit = { readonly repos: readonly { readonly hooks: readonly Hook[] }[] };

function stepsOf(workflow: Workflow | undefined): readonly WorkflowStep[] {
  return Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps);
}

/** What a workflow hands to our action where this happened: what the event does not have is empty. */
function givenIn(workflow: Workflow | undefined, event: object): Readonly<Record<string, string>> {
  const told = (path: string) =>
    path
      .split('.')
      .slice(2)
      .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], event);
  const given = stepsOf(workflow).find(({ uses }) => uses?.includes('five-hurdles'))?.with ?? {};
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ (.*?) \}\}/g, (_whole, paths: string) => {
        if (!/^github\.event\.[\w.]+( \|\| github\.event\.[\w.]+)*$/.test(paths)) {
          throw new Error(`Nobody knows ${paths} here.`);
        }
        return String(paths.split(' || ').map(told).find(Boolean) ?? '');
      }),
    ]),
  );
}

/** Runs lines in a shell in which `npm ci` has been, and `npx` finds the program. */
function shell(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { path: bin } = aFolder();
  mkdirSync(bin, { recursive: true });
  const programs = {
    npm: '[ "$*" = ci ]',
    npx: `[ "$1" = hurdles ] && shift && exec "${process.execPath}" "${join(root, 'bin/hurdles.js')}" "$@"`,
  };
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return spawnSync('sh', ['-ec', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env.PATH}`, HOME: cwd, ...env },
  });
}
