import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hurdles, root } from '../support/run.ts';

const answers = readFileSync(join(root, 'examples/machine-builder.yaml'), 'utf8');

async function explained(id: string, stdin: string): Promise<string> {
  const told = await hurdles(['explain', '-', id, '--lang', 'en'], { stdin });
  expect(told.exitCode).toBe(0);
  expect(told.stdout).not.toMatch(/\{[a-z-]+\}|undefined|NaN|\[object/);
  return told.stdout.replace(/\s+/g, ' ');
}

const decided = (steps: object) => `${answers}\nsteps: ${JSON.stringify(steps)}\n`;

test('where a step before it is done, it is said how the plan counts it', async () => {
  const stdin = decided({ 'goals.problem': { status: 'done' } });
  expect(await explained('recommendation:goals.target', stdin)).toContain(
    'Counted by the answers as they are; the plan counts as confirmed what is done: step 1 “',
  );
  expect(await explained('recommendation:goals.problem', stdin)).not.toContain('Counted');
  expect(await explained('recommendation:goals.target', answers)).not.toContain('Counted');
});

test('where a step before it was dropped, it is said that the plan leaves it out', async () => {
  const stdin = decided({ 'goals.target': { status: 'dropped' } });
  expect(await explained('recommendation:tools.inventory', stdin)).toContain(
    'the plan leaves out what was dropped: step 2 “',
  );
  expect(await explained('recommendation:goals.problem', stdin)).not.toContain('leaves out');
});

test('of a contradiction: which answers settle it, and nothing where there is none', async () => {
  const stdin = answers
    .replace(/^ {2}measurement\.(effect|baseline):.*\n/gm, '')
    .replace(/^answers:\n/m, 'answers:\n  measurement.effect: 3\n  measurement.baseline: 0\n');
  const text = await explained('contradiction:effect-without-baseline', stdin);
  expect(text).toContain(
    'What would change it One answer Baseline measured: level 2 or higher Effect shown, conclusions drawn: level 2 or lower',
  );
  expect(await explained('contradiction:effect-without-baseline', answers)).not.toContain(
    'What would change it',
  );
});
