import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { installedBrowser, startBrowser } from '../../scripts/browser.ts';
import { aFolder } from './run.ts';

/** There is no browser to test with; the run says so once (tests/support/say-without-browser.ts). */
export const noBrowser = installedBrowser() === null;

/** One browser for all tests of a file. */
export function oneBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = noBrowser ? null : await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === null) throw new Error('There is no browser here.');
    return browser;
  };
}

/** A tab, and everything that happened in it which nobody asked for. */
export type Tab = {
  readonly page: Page;
  /** Opens a page as a file, as somebody who was sent it would. */
  readonly open: (html: string) => Promise<void>;
  /** What the last page said in the console, which dialogs it opened and which addresses it asked for but its own. */
  readonly happened: () => readonly string[];
};

export async function aTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const file = join(aFolder().path, 'page.html');
  const address = pathToFileURL(file).href;
  const happened: string[] = [];
  page.on('console', (message) => happened.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => happened.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', () => happened.push('popup'));
  context.on('request', (request) => {
    if (request.url() !== address) happened.push(`request: ${request.url()}`);
  });
  return {
    page,
    open: async (html) => {
      happened.length = 0;
      writeFileSync(file, html);
      await page.goto(address);
    },
    happened: () => [...happened],
  };
}
