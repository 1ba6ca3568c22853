import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../scripts/published-questionnaires.ts';
import { nextFiveHurdlesText, renamed } from './next-five-hurdles.ts';
import { aFolder, root } from './run.ts';

export type Ran = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** How the built program of a package is run: from where, what it reads, what it believes the day and the place to be. */
export type Place = {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A module that is loaded before the program. */
  readonly preload?: string;
};

/** Runs the built program of a package for real. */
export function runBuilt(folder: string, argv: readonly string[], place: Place = {}): Ran {
  const { cwd = root, stdin = '', env = {}, preload } = place;
  const before = preload === undefined ? [] : ['--import', preload];
  const ran = spawnSync(process.execPath, [...before, join(folder, 'bin/hurdles.js'), ...argv], {
    cwd,
    input: stdin,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: ran.status ?? -1, stdout: ran.stdout, stderr: ran.stderr };
}

/** The package as it may be in some years, with `laterQuestionnaires`. */
export function laterPackage(): { readonly path: string; readonly questionnaires: string } {
  const { path } = aFolder();
  for (const part of ['bin', 'dist', 'package.json', 'schemas', 'templates']) {
    cpSync(join(root, part), join(path, part), { recursive: true });
  }
  return { path, questionnaires: laterQuestionnaires(join(path, 'questionnaires')) };
}

/**
 * Our questionnaires as they may be in some years: what is asked today was published, and both have a version 1.1.0 with
 * another title, and with three ids that were renamed.
 */
export function laterQuestionnaires(path = join(aFolder().path, 'questionnaires')): string {
  once.made ??= makeLater(join(aFolder().path, 'questionnaires'));
  cpSync(once.made, path, { recursive: true });
  return path;
}

// Publishing reads every questionnaire; the files are copied for each who changes them.
const once: { made?: string } = {};

function makeLater(path: string): string {
  cpSync(join(root, 'questionnaires'), path, { recursive: true });
  const { problems } = publish(path);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const crafts = join(path, 'five-hurdles-crafts.yaml');
  const next = retitled(renamed(readFileSync(crafts, 'utf8')));
  writeFileSync(join(path, 'five-hurdles.yaml'), retitled(nextFiveHurdlesText));
  writeFileSync(
    crafts,
    next.replace(/^version: .*$/m, () => 'version: 1.1.0'),
  );
  return path;
}

function retitled(text: string): string {
  return text.replace(/^title: .*$/m, () => 'title: { de: "Ganz neu", en: "All new" }');
}
