import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldenReports } from '../scripts/golden-reports.ts';
import { root } from './support/run.ts';

const reports = await goldenReports();

test('five companies tell five stories', () => {
  expect(Object.keys(reports).filter((path) => path.endsWith('.json'))).toHaveLength(5);
});

test('no report of an example is left over', () => {
  const kept = readdirSync(join(root, 'examples/reports')).map(
    (name) => `examples/reports/${name}`,
  );
  expect(kept.sort()).toEqual(Object.keys(reports).sort());
});

test.each(Object.entries(reports))(
  '%s reads as it did (`npm run golden` writes it anew)',
  (path, text) => {
    const kept = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    expect(text).toBe(kept);
  },
);

test('one company must hear "not yet", one that nothing is urgent', () => {
  const kinds = Object.entries(reports)
    .filter(([path]) => path.endsWith('.json'))
    .map(([, text]) =>
      (JSON.parse(text) as { verdicts: { kind: string }[] }).verdicts.map(({ kind }) => kind),
    );
  expect(kinds.some((verdicts) => verdicts.includes('stop'))).toBe(true);
  expect(kinds.some((verdicts) => verdicts.length === 1 && verdicts[0] === 'fine')).toBe(true);
});
