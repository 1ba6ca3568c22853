import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output } from './golden-reports.ts';

// A company in German, one in English; and one whose roles say different things.
const companies = ['versandhandel', 'machine-builder', 'pumpenbau'];

/** The worksheets kept with the examples, by their paths. */
export async function goldenWorksheets(): Promise<Readonly<Record<string, string>>> {
  const sheets: Record<string, string> = {};
  for (const company of companies) {
    const folder = mkdtempSync(join(tmpdir(), 'worksheets-'));
    await output('report', `examples/${company}.yaml`, '--worksheets', folder);
    for (const name of readdirSync(folder)) {
      sheets[`examples/worksheets/${company}/${name}`] = readFileSync(join(folder, name), 'utf8');
    }
    rmSync(folder, { recursive: true });
  }
  return sheets;
}
