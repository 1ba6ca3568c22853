// Writes how many pages everything comes to on paper; the tests only compare.
import { writeFileSync } from 'node:fs';
import { startBrowser } from './browser.ts';
import { htmlPages } from './html-pages.ts';
import { printCounts } from './print-counts.ts';

const browser = await startBrowser();
const counts = await printCounts(browser, htmlPages());
await browser.close();
const file = new URL('../tests/browser/page-counts.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
