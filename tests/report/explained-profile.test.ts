import { expect, test } from 'vitest';
import type { Explanation } from '../../src/assessment/explanation-format.ts';
import { hurdles } from '../support/run.ts';

const example = 'examples/machine-builder.yaml';
const flat = (text: string) => text.replace(/\s+/g, ' ');

test('of a profile question: what was said, and the targets and rules that hang on it', async () => {
  const { exitCode, stdout } = await hurdles(['explain', example, 'data', '--lang', 'en']);
  expect(exitCode).toBe(0);
  const text = flat(stdout);
  expect(text).toMatch(/^Profile: Data → \S/);
  expect(text).toMatch(/What hangs on it Target Ground rules and a traffic light for data Human/);
  expect(text).toMatch(/Verdict .* Gate .*/);
});

test('of a profile question that nothing asks about: that', async () => {
  const { stdout } = await hurdles(['explain', example, '--json']);
  const profiles = (JSON.parse(stdout) as Explanation).entries.filter(
    (entry) => entry.kind === 'profile',
  );
  const idle = profiles.find(({ uses }) => uses.length === 0);
  expect(profiles.length).toBeGreaterThan(5);
  const told = await hurdles(['explain', example, `profile:${idle?.id}`, '--lang', 'en']);
  expect(told.stdout).toContain('Nothing in the questionnaire asks about it.');
});

test('a name with the kind of something else leads to what bears it', async () => {
  const { exitCode, stderr } = await hurdles([
    ...['explain', example, 'verdict:no-inventory', '--lang', 'en'],
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean “gate:no-inventory”?');
});
