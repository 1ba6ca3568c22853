import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aFolder } from './run.ts';

/** A checkout with these files in it, in folders that are made. */
export function aCheckout(files: Readonly<Record<string, string>>): string {
  const { path } = aFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

/** Runs git as nobody in particular, with no settings of this machine; throws where it fails. */
export function git(cwd: string, ...argv: string[]): string {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const ran = spawnSync('git', argv, { cwd, env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`git ${argv.join(' ')}: ${ran.stderr}`);
  return ran.stdout.trim();
}

/** A checkout of a branch that starts from `main` and changes these files; `base` is the commit it starts from. */
export function aPullRequest(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { readonly path: string; readonly base: string } {
  const path = aCheckout(before);
  git(path, 'init', '-q', '-b', 'main');
  git(path, 'add', '-A');
  git(path, 'commit', '-qm', 'before');
  const base = git(path, 'rev-parse', 'HEAD');
  git(path, 'update-ref', 'refs/remotes/origin/main', base);
  git(path, 'checkout', '-qb', 'change');
  for (const [name, text] of Object.entries(after)) writeFileSync(join(path, name), text);
  git(path, 'add', '-A');
  git(path, 'commit', '-qm', 'after', '--allow-empty');
  return { path, base };
}
