import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlPages } from '../../scripts/html-pages.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = htmlPages();
const browser = oneBrowser();

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
// Of all rules the two that look at colours: nothing else hangs on the theme, see below.
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

describe.skipIf(noBrowser)('whoever reads it', () => {
  let tab: Tab;
  beforeAll(async () => {
    // The page lets no script in, axe neither; that it does so is looked at in layout.test.ts.
    tab = await aTab(browser(), { bypassCSP: true });
  });

  test.each(pages)('nothing shuts anybody out of $name, in either theme', async ({ html }) => {
    await tab.page.emulateMedia({ colorScheme: 'light' });
    await tab.open(await html());
    await tab.page.evaluate(axe);
    const light = await axed(tab.page, everything);
    expect(light.found).toEqual([]);
    expect(light.checked).toContain('color-contrast');
    expect(await tab.page.evaluate(changedByTheme)).toEqual([]);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await axed(tab.page, colours);
    expect(dark.found).toEqual([]);
    expect(dark.checked).toContain('color-contrast');
  });
});

// What a theme sets besides colours: what is there and where stays the same.
const changedByTheme = `[...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'))
  .flatMap((media) => [...media.cssRules])
  .flatMap((rule) => [...rule.style].map((name) => name + ': ' + rule.style.getPropertyValue(name).trim()))
  .filter((set) => !/^(?:--[a-z-]+|color-scheme|[a-z-]*color|fill|stroke): *(?:#[0-9a-f]{3,8}|rgba?\\([^)]*\\)|[a-z]+)$/i.test(set))`;

type Found = {
  readonly checked: readonly string[];
  /** Rule, what it asks for, and where. */
  readonly found: readonly string[];
};

async function axed(page: Page, runOnly: typeof everything): Promise<Found> {
  const run = `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(
    ({ passes, violations }) => ({
      checked: passes.map(({ id }) => id),
      found: violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html }) => id + ': ' + help + ' at ' + target.join(' ') + ' ' + html.slice(0, 200))),
    }))`;
  return page.evaluate(run) as Promise<Found>;
}
