import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

// Whatever a company says about itself and its people, in every place that takes text.
const answers = `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: SECRET-1 GmbH, use: SECRET-2 }
updated: 2026-11-20
profile: { stage: pilot, plans: [expansion], goal: SECRET-3 }
answers:
  goals.problem: { answer: 2, note: SECRET-4 }
  testing.monitoring: { state: not-applicable, reason: SECRET-5 }
  tools.inventory: { answer: 1, sources: [{ role: it, answer: 1, note: SECRET-6 }, { role: mgmt, answer: 2 }] }
steps:
  goals.target: { status: doing, who: SECRET-7, due: 2026-12-15 }
x-own: SECRET-8
`;

const commands = [
  ['score', 'a.yaml', '--json'],
  ['report', 'a.yaml', '-f', 'html,md,csv', '-o', 'out/'],
  ['report', 'stored.json', '-f', 'md'],
  ['plan', 'a.yaml'],
  ['explain', 'a.yaml'],
  ['merge', 'a.yaml', 'a.yaml', '-o', '-'],
];

type End = {
  readonly argv: readonly string[];
  readonly name: string;
  readonly time: number;
  readonly thrown?: string;
  readonly stderr: string;
};

async function withAnswers() {
  const folder = aFolder({ 'a.yaml': answers });
  const { stdout, stderr } = await hurdles(['score', 'a.yaml', '--json'], { cwd: folder.path });
  expect(stderr).toBe('');
  expect(stdout).toContain('SECRET-4');
  folder.write('stored.json', stdout);
  return folder;
}

test('wherever a mistake of ours strikes, its report repeats nothing of the answers', async () => {
  const { path } = await withAnswers();
  const script = join(root, 'tests/support/fail-everywhere.js');
  const times = [1, 10, 100, 1000];
  const ran = spawnSync(process.execPath, [script, JSON.stringify([commands, times])], {
    cwd: path,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(ran.stderr).toBe('');
  const ends = JSON.parse(ran.stdout) as readonly End[];
  const thrown = ends.filter((end) => end.thrown !== undefined);
  expect(thrown.length).toBeGreaterThan(60);
  for (const argv of commands) expect(thrown.map((end) => end.argv)).toContainEqual(argv);
  expect(ends.filter((end) => /SECRET/.test(`${end.thrown}${end.stderr}`))).toEqual([]);
});

test('the installed program reports such a mistake with its trace, and without them', async () => {
  const { path, write } = await withAnswers();
  // In the middle of a report: where the answers are at hand.
  write(
    'sabotage.cjs',
    `const real = String.prototype.replaceAll; let left = 100;
     String.prototype.replaceAll = function (...given) {
       if (left-- === 0) null.sabotaged;
       return real.apply(this, given);
     };`,
  );
  const argv = ['--require', './sabotage.cjs', join(root, 'bin/hurdles.js'), 'report', 'a.yaml'];
  const ran = spawnSync(process.execPath, argv, { cwd: path, encoding: 'utf8' });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/^TypeError: .*sabotaged[\s\S]*^ {4}at /m);
  expect(ran.stderr).not.toContain('SECRET');
});
