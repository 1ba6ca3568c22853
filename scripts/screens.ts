// Takes a picture of every page in both themes at three widths, to be looked at: npm run screens -- FOLDER [NAME]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser, themes, widths } from './browser.ts';
import { htmlPages } from './html-pages.ts';

const [folder, wanted = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run screens -- FOLDER [PART OF A NAME]');
mkdirSync(folder, { recursive: true });

// Higher pictures than this come out empty below.
const highest = 16_000;

const browser = await startBrowser();
const pages = htmlPages().filter(({ name }) => name.includes(wanted));
for (const theme of themes) {
  const page = await browser.newPage({ colorScheme: theme });
  for (const { name, html } of pages) {
    await page.setContent(await html());
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const height = Math.min(
        await page.evaluate('document.documentElement.scrollHeight'),
        highest,
      );
      const path = join(folder, `${name}.${theme}.${width}.png`);
      await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } });
    }
  }
}
await browser.close();
console.log(`${pages.length * themes.length * widths.length} pictures in ${resolve(folder)}`);
