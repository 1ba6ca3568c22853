import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { AssessmentLineFormat } from '../../src/assessment/assessment-line-format.ts';
import { keysAt } from '../../src/shared/walk-schema.ts';
import { aFolder, root } from '../support/run.ts';
import { missing } from '../support/say-without-programs.ts';
import { deadLinks } from './links.ts';
import { type Act, readPage } from './page.ts';
import { codesIn } from './tables.ts';

type Run = Extract<Act, { kind: 'run' }>;

/** Runs a line in a shell, in a folder with the examples, where `hurdles` is the built program. */
function shell(line: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${line}`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${cwd}/bin:${process.env.PATH}`, ...env },
  });
  return { status, screen: `${stdout}${stderr}` };
}

function aFolderWithExamples(language: string): string {
  const { path, write } = aFolder();
  cpSync(join(root, 'examples'), join(path, 'examples'), { recursive: true });
  mkdirSync(join(path, 'bin'));
  const program = `exec '${process.execPath}' '${join(root, 'bin/hurdles.js')}' --lang ${language} "$@"`;
  write('bin/hurdles', `#!/bin/sh\n${program}\n`);
  chmodSync(join(path, 'bin/hurdles'), 0o755);
  return path;
}

describe.each([
  { name: 'scale.md', language: 'de', head: 'Feld' },
  { name: 'scale.en.md', language: 'en', head: 'Field' },
])('docs/$name', ({ name, language, head }) => {
  const page = readFileSync(join(root, 'docs', name), 'utf8');
  const runs = readPage(page).flatMap(({ acts }) =>
    acts.filter((act): act is Run => act.kind === 'run'),
  );

  test('its commands show what they are said to show', () => {
    const folder = aFolderWithExamples(language);
    const ran = runs.filter(({ command }) => !missing.some((program) => command.includes(program)));
    expect(ran.length).toBeGreaterThan(5);
    for (const { command, shows, exit } of ran) {
      const { status, screen } = shell(command, folder);
      expect(status, `${command}\n${screen}`).toBe(exit);
      const shown = shows.filter((line) => line !== '…' && line !== '');
      for (const line of shown) expect(screen.split('\n'), command).toContain(line);
      if (shows.length === 0) expect(screen, command).toBe('');
    }
  });

  test('each part of its job in a cluster judges its lines, and together they are the run in one piece', () => {
    const folder = aFolderWithExamples(language);
    const cut = runs.filter(({ command }) => /^(mkdir|split) /.test(command));
    expect(cut).toHaveLength(2);
    for (const { command } of cut) expect(shell(command, folder).status).toBe(0);
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const job = parse(yaml) as {
      spec: {
        completions: number;
        template: { spec: { containers: { args: string[] }[] } };
      };
    };
    const [script = ''] = job.spec.template.spec.containers[0]?.args ?? [];
    for (let index = 0; index < job.spec.completions; index += 1) {
      expect(shell(script, folder, { JOB_COMPLETION_INDEX: String(index) }).status).toBe(0);
    }
    const [, together = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];
    shell(together, folder);
    const [, target = ''] = / > (\S+)/.exec(together) ?? [];
    const whole = shell('hurdles score --ndjson < examples/betriebe.ndjson', folder);
    expect(readFileSync(join(folder, target), 'utf8')).toBe(whole.screen);
  });

  test('explains every field, and no other', () => {
    const [, table = ''] = page.split(`| ${head} |`);
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => codesIn(row.split('|')[1] ?? ''));
    expect([...told, 'format'].sort()).toEqual(
      [...keysAt(AssessmentLineFormat, []), 'problems', 'more'].sort(),
    );
    for (const [field, path] of [
      ['overall', ['overall']],
      ['hurdles', ['hurdles', 'any']],
    ] as const) {
      const row = rows.find((line) => line.startsWith(`| \`${field}\``)) ?? '';
      expect(codesIn(row).slice(1).sort()).toEqual([...keysAt(AssessmentLineFormat, path)].sort());
    }
  });

  test('its columns for a database are fields', () => {
    const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(page) ?? [];
    const columns = [...sql.matchAll(/^ {2}(\w+): '/gm)].map((match) => match[1] ?? '');
    expect(columns.length).toBeGreaterThan(6);
    const known = [...keysAt(AssessmentLineFormat, []), 'problems'];
    expect(columns.filter((column) => !known.includes(column))).toEqual([]);
    const [, overall = ''] = /overall: 'STRUCT\((.*?)\)'/.exec(sql) ?? [];
    const parts = overall.split(', ').map((part) => part.split(' ')[0] ?? '');
    const ofOverall = keysAt(AssessmentLineFormat, ['overall']);
    expect(parts.filter((part) => !ofOverall.includes(part))).toEqual([]);
  });

  test('no link leads nowhere', () => {
    expect(deadLinks(join(root, 'docs', name))).toEqual([]);
  });
});
