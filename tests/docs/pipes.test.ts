import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, root } from '../support/run.ts';
import { deadLinks } from './links.ts';

const hasTools = ['bash', 'jq'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0,
);

const pages = ['pipes.md', 'pipes.en.md'];

/** The commands of a page with what it shows below them. */
const shown = (name: string) =>
  [
    ...readFileSync(join(root, 'docs', name), 'utf8').matchAll(/```console\n([\s\S]*?)```/g),
  ].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return { command: part.slice(0, end), output: part.slice(end + 1) };
      }),
  );

describe.each(pages)('docs/%s', (name) => {
  test('leads somewhere with every link', () => {
    expect(deadLinks(join(root, 'docs', name))).toEqual([]);
  });

  test('names every published format of an output, and the commands that read', () => {
    const text = readFileSync(join(root, 'docs', name), 'utf8');
    for (const format of [
      'assessment',
      'explanation',
      'plan',
      'comparison',
      'lint',
      'test',
      'list',
    ]) {
      expect(text).toContain(`\`${format}/1\``);
    }
  });

  test.runIf(hasTools).each(shown(name))(
    '`$command` prints what is shown',
    ({ command, output }) => {
      const { path } = aFolder();
      cpSync(join(root, 'examples'), join(path, 'examples'), { recursive: true });
      const program = `hurdles() { "${process.execPath}" "${join(root, 'bin/hurdles.js')}" "$@"; }`;
      const ran = spawnSync('bash', ['--norc', '-c', `set -o pipefail; ${program}; ${command}`], {
        cwd: path,
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      });
      expect([ran.status, ran.stderr, ran.stdout]).toEqual([0, '', output]);
    },
  );
});

test('both pages show the same commands', () => {
  const [german, english] = pages.map((name) =>
    shown(name).map(({ command }) => command.replace(/nichts zu tun|nothing to do/, '')),
  );
  expect(german?.length).toBeGreaterThan(6);
  expect(english).toEqual(german);
});
