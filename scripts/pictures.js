// Takes the picture of the report in the README, from the golden report, with an installed Chromium.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const browser = process.env.CHROMIUM ?? 'chromium';
for (const [report, picture] of [
  ['versandhandel.html', 'bericht.png'],
  ['machine-builder.html', 'report.png'],
]) {
  execFileSync(browser, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--hide-scrollbars',
    `--user-data-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`,
    '--window-size=1000,1500',
    `--screenshot=${join(root, 'docs/pictures', picture)}`,
    `file://${join(root, 'examples/reports', report)}`,
  ]);
}
