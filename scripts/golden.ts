// Writes the reports of the examples; the tests only compare. Read the difference like prose before you commit it.
import { writeFileSync } from 'node:fs';
import { goldenReports } from './golden-reports.ts';

for (const [path, text] of Object.entries(await goldenReports())) {
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
}
