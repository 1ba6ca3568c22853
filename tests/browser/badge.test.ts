import { beforeAll, describe, expect, test } from 'vitest';
import { answersSaying, attacks } from '../support/attacks.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';
import { hurdles } from '../support/run.ts';

const browser = oneBrowser();

// What XML forbids beside what every format does.
const texts = [
  ...attacks,
  'noncharacter \uffff\ufffe',
  ']]> &amp; &nbsp; <?xml ?>',
  '</text></svg>',
];

describe.skipIf(noBrowser)('a badge', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await aTab(browser());
  });

  test.each(texts)('of a use called %s is a picture, runs nothing and stays text', async (use) => {
    const { stdout } = await hurdles(['report', '-', '-f', 'badge'], { stdin: answersSaying(use) });
    const picture = `data:image/svg+xml;base64,${Buffer.from(stdout).toString('base64')}`;
    await tab.open(`<!doctype html><img src="${picture}"><div>${stdout}</div>`);
    const shown = (await tab.page.evaluate(`document.querySelector('img').decode().then(
      () => document.querySelector('img').naturalWidth)`)) as number;
    expect(shown).toBeGreaterThan(100);
    expect(
      await tab.page.evaluate(`[...document.querySelectorAll('div *')].map((part) => part.localName)
        .filter((name) => !['svg', 'title', 'rect', 'path', 'g', 'text', 'circle'].includes(name))`),
    ).toEqual([]);
    expect(tab.happened().filter((what) => !what.startsWith('request: data:'))).toEqual([]);
  });

  test.each(['de', 'en'])('in %s has room for its words, one beside the other', async (lang) => {
    const examples = ['versandhandel', 'malerbetrieb', 'elektrobetrieb', 'machine-builder'];
    for (const example of examples) {
      const argv = ['report', `examples/${example}.yaml`, '-f', 'badge', '--lang', lang];
      const { stdout } = await hurdles(argv);
      await tab.open(`<!doctype html><body style="margin:0">${stdout}`);
      const [label, message, whole] = (await tab.page.evaluate(
        `[...document.querySelectorAll('text'), document.querySelector('svg')].map((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return { left, right, top, bottom };
        })`,
      )) as { left: number; right: number; top: number; bottom: number }[];
      const ground = (await tab.page.evaluate(
        `document.querySelector('svg > path').getBoundingClientRect().right`,
      )) as number;
      expect(label?.right).toBeLessThan(ground);
      expect(message?.left).toBeGreaterThan(ground);
      expect(message?.right).toBeLessThan(whole?.right ?? 0);
      expect(message?.bottom).toBeLessThan((whole?.bottom ?? 0) + 1);
    }
  });
});
