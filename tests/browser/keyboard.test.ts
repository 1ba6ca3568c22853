import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlPages } from '../../scripts/html-pages.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';

const pages = htmlPages().filter(({ name }) => /five-hurdles\.de|versandhandel\.de/.test(name));
const reading = pages.filter(({ kind }) => kind !== 'form');
const browser = oneBrowser();

test('every kind of page is tried', () => {
  expect(new Set(pages.map(({ kind }) => kind)).size).toBe(4);
});

describe.skipIf(noBrowser)('with the keyboard alone', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await aTab(browser());
  });

  test.each(reading)('on $name the first stop leads past the head', async ({ html }) => {
    const { page, open } = tab;
    await open(await html());
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    expect(await first.getAttribute('href')).toBe('#main');
    expect(await first.boundingBox()).toMatchObject({ x: expect.toSatisfy((x: number) => x >= 0) });
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  test.each(pages)(
    'on $name the way goes down the page, to stops one can see, and back out',
    async ({ html }) => {
      await tab.open(await html());
      const { stops, expected } = await stopsOn(tab.page);
      expect(stops.map(({ place }) => place)).toEqual([...Array(expected).keys()]);
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
    },
  );

  test.each(reading)(
    'on $name every link leads to a place on it or out into the web',
    async ({ html }) => {
      await tab.open(await html());
      const lost = await tab.page.evaluate(`[...document.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href'))
      .filter((href) => href.startsWith('#') ? document.getElementById(href.slice(1)) === null : !/^https?:/.test(href))`);
      expect(lost).toEqual([]);
    },
  );
});

type Stop = {
  /** Which of the things that can have the focus it is, in the order of the text. */
  readonly place: number;
  readonly isSeen: boolean;
  readonly text: string;
};

async function stopsOn(page: Page): Promise<{
  readonly stops: readonly Stop[];
  readonly expected: number;
}> {
  const stoppable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((part) => part.checkVisibility())`;
  const expected = (await page.evaluate(`${stoppable}.length`)) as number;
  const stops: Stop[] = [];
  // One more would be back at the start.
  for (let stop = 0; stop < expected; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      (await page.evaluate(`(() => {
        const part = document.activeElement;
        const { top, bottom, left, width, height } = part.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        const isInView = bottom > 0 && top < innerHeight && left >= 0 && width > 1 && height > 1;
        const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return { place: ${stoppable}.indexOf(part), isSeen: isInView && isMarked, text: part.textContent.trim().slice(0, 80) };
      })()`)) as Stop,
    );
  }
  return { stops, expected };
}
