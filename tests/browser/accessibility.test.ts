import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlPages } from '../../scripts/html-pages.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = htmlPages();
const browser = oneBrowser();

const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(noBrowser).each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  let tab: Tab;
  beforeAll(async () => {
    // The page lets no script in, axe neither; that it does so is looked at in layout.test.ts.
    tab = await aTab(browser(), { colorScheme: theme, bypassCSP: true });
  });

  test.each(pages)('nothing shuts anybody out of $name', async ({ html }) => {
    await tab.open(await html());
    const { checked, found } = await axed(tab.page);
    expect(found).toEqual([]);
    expect(checked).toContain('color-contrast');
  });
});

type Found = {
  readonly checked: readonly string[];
  /** Rule, what it asks for, and where. */
  readonly found: readonly string[];
};

async function axed(page: Page): Promise<Found> {
  await page.evaluate(axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(
    ({ passes, violations }) => ({
      checked: passes.map(({ id }) => id),
      found: violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html }) => id + ': ' + help + ' at ' + target.join(' ') + ' ' + html.slice(0, 200))),
    }))`;
  return page.evaluate(run) as Promise<Found>;
}
