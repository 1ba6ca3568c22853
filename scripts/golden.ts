// Writes the reports, comparisons, interviews and worksheets of the examples; the tests only compare. Read the difference
// like prose before you commit it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { goldenComparisons } from './golden-comparisons.ts';
import { goldenInterviews } from './golden-interview.ts';
import { goldenLook } from './golden-look.ts';
import { goldenReports } from './golden-reports.ts';
import { goldenWorksheets } from './golden-worksheets.ts';

const golden = {
  ...(await goldenReports()),
  ...(await goldenComparisons()),
  ...(await goldenInterviews()),
  ...(await goldenWorksheets()),
  ...(await goldenLook()),
};
for (const [path, text] of Object.entries(golden)) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
