import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlPages } from '../../scripts/html-pages.ts';
import { type PrintCounts, printCounts } from '../../scripts/print-counts.ts';
import { noBrowser, oneBrowser } from '../support/browser.ts';

const pages = htmlPages();
const browser = oneBrowser();
const kept = JSON.parse(
  readFileSync(new URL('page-counts.json', import.meta.url), 'utf8'),
) as PrintCounts;

test('everything that can be printed is in the table', () => {
  expect(Object.keys(kept.pages)).toEqual(pages.map(({ name }) => name));
});

describe.skipIf(noBrowser)('printed', () => {
  let counted: PrintCounts;
  beforeAll(async () => {
    counted = await printCounts(browser(), pages);
  });

  // Other fonts set other lines: there the count may be a little off.
  test.each(Object.entries(kept.pages))(
    '%s comes to %i pages (`npm run page-counts` writes it anew)',
    (name, expected) => {
      const pages = counted.pages[name] ?? 0;
      if (counted.letters === kept.letters) expect(pages).toBe(expected);
      const margin = Math.max(1, Math.ceil(expected / 6));
      expect(Math.abs(pages - expected)).toBeLessThanOrEqual(margin);
    },
  );
});
