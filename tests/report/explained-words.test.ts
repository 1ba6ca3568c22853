import { expect, test } from 'vitest';
import { hurdles } from '../support/run.ts';

async function explained(...argv: readonly string[]): Promise<string> {
  const { exitCode, stdout } = await hurdles(['explain', ...argv]);
  expect(exitCode).toBe(0);
  return stdout.replace(/\s+/g, ' ');
}

const example = 'examples/pumpenbau.yaml';

test('too little for a plus is said to be none; enough for one is not', async () => {
  expect(await explained(example, 'tools')).toContain(
    'Plus 0,25 über der Stufe; kein Plus (nötig 0,5)',
  );
  expect(await explained(example, 'measurement')).toContain(
    'Plus 0,57 über der Stufe; ab 0,5 gibt es ein Plus',
  );
});

test('a label is not repeated by its text', async () => {
  const gate = await explained(example, 'gate:no-inventory');
  expect(gate).toContain('Hürde „Tool-Chaos“ höchstens 2');
  expect(gate).not.toMatch(/Hürde Hürde/);
  const company = await explained('examples/machine-builder.yaml', '--lang', 'en');
  expect(company).toContain('Level none: too much is open.');
});

test('of one number no lowest is picked', async () => {
  const text = await explained(
    'examples/machine-builder.yaml',
    'measurement.effect',
    '--lang',
    'en',
  );
  expect(text).not.toContain('the lowest of 1 =');
  expect(text).toMatch(/Counts 1 \(\S/);
});
