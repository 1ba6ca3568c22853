import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hurdles, root } from '../support/run.ts';

const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yaml'));
const reports = await Promise.all(
  examples.flatMap((name) =>
    ['de', 'en'].map(async (language) => {
      const argv = ['report', `examples/${name}`, '-f', 'html', '--lang', language];
      return { name: `${name} (${language})`, html: (await hurdles(argv)).stdout };
    }),
  ),
);
const sheets = [
  ...reports,
  ...readdirSync(join(root, 'examples/comparisons'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({
      name,
      html: readFileSync(join(root, 'examples/comparisons', name), 'utf8'),
    })),
];

test('every example is looked at, in both languages', () => {
  expect(reports.length).toBeGreaterThanOrEqual(10);
});

describe.each(sheets)('$name', ({ html }) => {
  test('is one small file without scripts that loads nothing', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(300_000);
    expect(html).not.toMatch(
      /<script|<link|<img|<iframe|@import|\bon\w+="|(?:src|srcset)=|url\((?!#)/,
    );
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  test('has one main heading, and no heading leaves a rank out', () => {
    const ranks = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, rank]) => Number(rank));
    expect(ranks[0]).toBe(1);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [index, rank] of ranks.entries()) {
      expect(rank).toBeLessThanOrEqual((ranks[index - 1] ?? 0) + 1);
    }
  });

  test('no id stands twice, and every reference leads somewhere', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const wanted = [
      ...[...html.matchAll(/href="#([^"]*)"|url\(#([^)]*)\)/g)].map(([, a, b]) => a ?? b),
      ...[...html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)].flatMap(([, of]) =>
        (of ?? '').split(' '),
      ),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('every picture says in words what it shows, or stands beside words that do', () => {
    const pictures = [...html.matchAll(/<svg([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
    for (const attributes of pictures) {
      expect(attributes).toMatch(/aria-hidden="true"|role="img".*aria-label(?:ledby)?="/);
    }
    for (const [, caption] of html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gs)) {
      expect(caption?.trim()).not.toBe('');
    }
  });

  test('nothing in it is a hole', () => {
    const text = html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
  });
});

test.each(reports)('$name begins with a page that stands alone', ({ html }) => {
  const from = html.indexOf('<section class="summary');
  const to = html.indexOf('<section aria-labelledby="hurdles">');
  const decide = html.indexOf('<section aria-labelledby="decide">');
  const page = html.slice(from, decide > from ? decide : to);
  const places = ['id="headline"', 'class="stand"', 'class="lanes"', 'id="begin"', 'id="rests"'];
  const found = places.map((place) => page.indexOf(place));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[0]).toBeGreaterThan(0);
  // The index comes after the verdicts.
  expect(page).not.toMatch(/Punktwert|Score\b/);
});
