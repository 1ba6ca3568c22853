import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, hurdles, root } from './support/run.ts';

const ciScript = readFileSync(join(root, '.ci/run'), 'utf8');

describe.each(['README.md', 'README.en.md'])('%s', (name) => {
  const readme = readFileSync(join(root, name), 'utf8');
  const blocks = (language: string) =>
    [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
      (match) => match[1] ?? '',
    );
  const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));

  test('one line does the main job, one passes all tests, and CI runs just that', () => {
    expect(commands.filter((line) => line.startsWith('npm ci && '))).toHaveLength(2);
    expect(commands).toContain('npm ci && npm test');
    expect(ciScript).toContain('\nnpm ci && npm test\n');
  });

  test('its main line, once installed, writes the report', () => {
    const main = commands.find((line) => line.includes('bin/hurdles.js')) ?? '';
    const folder = aFolder();
    for (const part of ['bin', 'dist', 'examples', 'questionnaires', 'templates', 'package.json']) {
      cpSync(join(root, part), join(folder.path, part), { recursive: true });
    }
    const ran = spawnSync('bash', ['-c', main.replace('npm ci && ', '')], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(ran.status).toBe(0);
    const written = / -o (\S+)$/.exec(main)?.[1] ?? '';
    expect(folder.read(written)).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
  });

  test('its other commands work as written', async () => {
    const folder = aFolder();
    mkdirSync(join(folder.path, 'examples'));
    cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
    const lines = commands.filter(
      (line) => line.startsWith('hurdles ') && !/interview|--lang en$/.test(line),
    );
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [call = '', target] = line.split(' > ');
      const { exitCode, stdout, stderr } = await hurdles(call.split(' ').slice(1), {
        cwd: folder.path,
      });
      // What was merged is told at length.
      const told = line.startsWith('hurdles merge ') ? '' : stderr;
      expect(
        told.replace(
          /^(Geschrieben|Written|.*: hurdles ).*\n|^Nichts zu beanstanden\.\n|^\n/gm,
          '',
        ),
        line,
      ).toBe('');
      expect(exitCode, line).toBe(0);
      if (target) writeFileSync(join(folder.path, target), stdout);
    }
  });

  test('the answers file it shows lints, and gets a result', async () => {
    const [answers = ''] = blocks('yaml');
    const folder = aFolder({ 'a.yaml': answers });
    const lint = await hurdles(['lint', 'a.yaml'], { cwd: folder.path });
    expect(lint.stdout).toBe('');
    expect((await hurdles(['score', 'a.yaml', '--json'], { cwd: folder.path })).exitCode).toBe(0);
  });

  test('the piece of terminal it shows is what the program prints', async () => {
    const lang = name === 'README.md' ? 'de' : 'en';
    const { stdout } = await hurdles(['score', 'examples/versandhandel.yaml', '--lang', lang]);
    const shown = blocks('')[0] ?? '';
    expect(shown.split('\n\n')).toHaveLength(3);
    for (const paragraph of shown.trim().split('\n\n')) expect(stdout).toContain(paragraph);
  });

  test('the line for the shell teaches it', async () => {
    const [line = ''] = blocks('bash');
    const folder = aFolder({
      hurdles: `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/hurdles.js')}' "$@"\n`,
    });
    chmodSync(join(folder.path, 'hurdles'), 0o755);
    const ran = spawnSync('bash', ['--norc', '-c', `${line}complete -p hurdles`], {
      encoding: 'utf8',
      env: { PATH: `${folder.path}:${process.env.PATH}`, HOME: folder.path },
    });
    expect([ran.stdout, ran.stderr]).toEqual([
      'complete -o bashdefault -o default -F _hurdles hurdles\n',
      '',
    ]);
  });

  test('every link into the project leads somewhere', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
