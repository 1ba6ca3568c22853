import type { Browser } from 'playwright-core';
import type { HtmlPage } from './html-pages.ts';

/** How many pages things come to on paper. */
export type PrintCounts = {
  /** What letters it was set in: other fonts fill other pages. */
  readonly letters: string;
  readonly pages: Readonly<Record<string, number>>;
};

/** Prints every page and counts what comes out. */
export async function printCounts(
  browser: Browser,
  pages: readonly HtmlPage[],
): Promise<PrintCounts> {
  const counts: Record<string, number> = {};
  const page = await browser.newPage();
  let letters = '';
  for (const { name, kind, html } of pages) {
    await page.setContent(await html());
    if (kind === 'report') letters ||= await page.evaluate(widthsOfLetters);
    counts[name] = pagesIn(await page.pdf({ preferCSSPageSize: true }));
  }
  await page.close();
  return { letters, pages: counts };
}

/** How many pages a PDF has, as Chromium writes it. */
export function pagesIn(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

// In the page: how wide some words come out in its fonts. Two fonts that agree in this fill the same lines.
const widthsOfLetters = `(() => {
  const wide = (family, text) => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '100px ' + family;
    return context.measureText(text).width.toFixed(1);
  };
  const families = [document.body, document.querySelector('h1')].map((part) => getComputedStyle(part).fontFamily);
  return families.map((family) => wide(family, 'Hürden AVA 11 → fi – „Größe“')).join(' ');
})()`;
