import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesTyped } from '../../scripts/golden-interview.ts';
import { nextFiveHurdlesText } from '../support/next-five-hurdles.ts';
import { aFolder, root } from '../support/run.ts';

const example = join(root, 'examples/versandhandel.yaml');
const roles = ['mgmt', 'it'].map((role) => join(root, `examples/roles/${role}.yaml`));
// One question is still to be asked.
const text = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8').replace(
  '  involvement.training: 1\n',
  '',
);

function run(umask: string, argv: readonly string[], cwd: string, input = '') {
  const started = 'umask "$0"; exec "$@"';
  const program = [process.execPath, join(root, 'bin/hurdles.js'), ...argv];
  return spawnSync('sh', ['-c', started, umask, ...program], {
    cwd,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH },
  });
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Everything in a folder, with how it may be used. */
function modes(path: string): Readonly<Record<string, string>> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(names.map((name) => [name, modeOf(join(path, name))]));
}

// Every command that makes files, also folders for them.
const making = [
  { argv: ['interview', 'a.yaml', '--plain'], stdin: `${linesTyped('de').join('\n')}\n` },
  { argv: ['report', example, '-f', 'html,md,json,csv,badge', '-o', 'out/'] },
  { argv: ['report', example, '--worksheets', 'sheets/'] },
  { argv: ['merge', ...roles, '--prefer', 'it', '-o', 'new/all.yaml'] },
  { argv: ['compare', example, example, '-o', 'c.html'] },
  { argv: ['plan', example, '-o', 'p.csv'] },
  { argv: ['check', example, '--fail-on', 'none', '-o', 'c.xml'] },
  { argv: ['show', '-o', 's.html'] },
  { argv: ['new', 'answers', 'n.yaml'] },
  { argv: ['new', 'questionnaire', 'wissen'] },
];

describe.skipIf(process.platform === 'win32')('new files are for whom the umask says', () => {
  test.each([
    { umask: '077', who: 'the user alone', file: '600', folder: '700' },
    { umask: '022', who: 'all to read', file: '644', folder: '755' },
  ])('umask $umask: for $who', ({ umask, file, folder }) => {
    for (const { argv, stdin } of making) {
      const { path } = aFolder();
      const { status, stderr } = run(umask, argv, path, stdin);
      expect(status, stderr).toBe(0);
      const made = modes(path);
      expect(Object.keys(made).length).toBeGreaterThan(0);
      for (const [name, mode] of Object.entries(made)) {
        const isFolder = statSync(join(path, name)).isDirectory();
        expect(mode, `${argv[0]}: ${name}`).toBe(isFolder ? folder : file);
      }
    }
  });
});

// Who has closed a file keeps it closed; who has opened one for colleagues, too.
describe.skipIf(process.platform === 'win32')(
  'a file that is written anew stays for whom it was',
  () => {
    const written = [
      { name: 'a.yaml', argv: ['interview', 'a.yaml', '--plain'], stdin: '2\ns\n' },
      { name: 'a.yaml', argv: ['migrate', 'a.yaml', '-q', 'next.yaml'] },
      { name: 'r.html', argv: ['report', 'a.yaml', '-o', 'r.html', '--force'] },
    ];
    test.each(
      written.flatMap((row) =>
        [
          { umask: '022', mode: 0o600 },
          { umask: '077', mode: 0o664 },
        ].map((how) => ({ ...row, ...how, line: row.argv.join(' '), shown: how.mode.toString(8) })),
      ),
    )('`hurdles $line` over $shown with umask $umask', ({ name, argv, stdin, umask, mode }) => {
      const { path, write } = aFolder({ 'a.yaml': text, 'next.yaml': nextFiveHurdlesText });
      if (name !== 'a.yaml') write(name, '<meta name="generator" content="five-hurdles 0.0.1">');
      const before = readFileSync(join(path, name), 'utf8');
      chmodSync(join(path, name), mode);
      const { status, stderr } = run(umask, argv, path, stdin);
      expect(status, stderr).toBe(0);
      expect(readFileSync(join(path, name), 'utf8')).not.toBe(before);
      expect(modeOf(join(path, name))).toBe(mode.toString(8));
    });
  },
);
