import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldenWorksheets } from '../scripts/golden-worksheets.ts';
import { root } from './support/run.ts';

const sheets = await goldenWorksheets();

test.each(Object.entries(sheets))(
  '%s reads as it did (`npm run golden` writes it anew)',
  (path, text) => {
    const kept = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    expect(text).toBe(kept);
  },
);

test('no worksheet is left over', () => {
  const kept = readdirSync(join(root, 'examples/worksheets'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `examples/worksheets/${name.replaceAll('\\', '/')}`);
  expect(kept.sort()).toEqual(Object.keys(sheets).sort());
});

test('each company has nine sheets, and a spreadsheet of every table', () => {
  const of = (company: string, ending: string) =>
    Object.keys(sheets).filter((path) => path.includes(`/${company}/`) && path.endsWith(ending));
  for (const company of ['versandhandel', 'machine-builder', 'pumpenbau']) {
    expect(of(company, '.md')).toHaveLength(9);
    expect(of(company, '.csv')).toHaveLength(4);
  }
});
