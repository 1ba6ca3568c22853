import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { themes, widths } from '../../scripts/browser.ts';
import { htmlPages } from '../../scripts/html-pages.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';

const pages = htmlPages();
const browser = oneBrowser();
let opened: Tab;
beforeAll(async () => {
  if (!noBrowser) opened = await aTab(browser());
});
const tab = (): Tab => opened;

describe.skipIf(noBrowser).each(pages)('$name', ({ html }) => {
  test('fits a telephone, a tablet and a desk in either theme, and is all there', async () => {
    const { page, open, happened } = tab();
    await page.emulateMedia({ media: 'screen', colorScheme: themes[0] });
    await open(await html());
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of themes) {
        await page.emulateMedia({ media: 'screen', colorScheme });
        expect(await beyond(page), `at ${width}, ${colorScheme}`).toEqual([]);
      }
    }
    // It says nothing in the console and fetches nothing.
    expect(happened()).toEqual([]);
  });

  test('fits its sheet, and is printed in dark on white', async () => {
    const { page, open } = tab();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await open(await html());
    await page.setViewportSize({ width: await page.evaluate(insideMargins), height: 900 });
    expect(await beyond(page)).toEqual([]);
    expect(await page.evaluate(paper)).toBe('rgb(255, 255, 255)');
  });
});

// What sticks out of the page on the right, or is cut off. A sign that means nothing by itself may be; what only a screen reader is
// meant to say is a dot.
function beyond(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const edge = document.documentElement.clientWidth;
    const told = (part, why) => why + ': ' + part.outerHTML.slice(0, 160);
        const isUnseen = (part) => {
      if (part === null) return false;
      if (part.getAttribute('aria-hidden') === 'true') return true;
      const isDot = part.clientWidth <= 1 && part.clientHeight <= 1 && getComputedStyle(part).position === 'absolute';
      return isDot || isUnseen(part.parentElement);
    };
    const found = document.documentElement.scrollWidth > edge ? ['the page scrolls sideways: ' + document.documentElement.scrollWidth + ' > ' + edge] : [];
    for (const part of document.body.querySelectorAll('*')) {
      const { left, right, width } = part.getBoundingClientRect();
      if (width === 0 || isUnseen(part)) continue;
      if (right > edge + 1 && left < edge) found.push(told(part, 'sticks out'));
      const { overflowX } = getComputedStyle(part);
      const isCut = overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1;
      if (isCut && part.textContent.trim() !== '') found.push(told(part, 'is cut off'));
    }
    return found.slice(0, 5);
  })()`);
}

// The width of a sheet of A4 in CSS pixels, less the margins the page asks for.
const insideMargins = `(() => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const sheet = rules.find((rule) => rule instanceof CSSPageRule && rule.selectorText === '');
  const millimetres = (side) => Number.parseFloat(sheet?.style['margin' + side] || '10mm');
  return Math.floor(((210 - millimetres('Left') - millimetres('Right')) * 96) / 25.4);
})()`;

const paper = 'getComputedStyle(document.body).backgroundColor';
