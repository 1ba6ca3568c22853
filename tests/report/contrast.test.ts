import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandColours, leastContrast, papers } from '../../src/report/brand-colours.ts';
import { contrast, mixed, readable } from '../../src/report/contrast.ts';
import { root } from '../support/run.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

// #767676 is the lightest grey that WCAG lets be text on white.
test.each([
  { one: '#000000', other: '#ffffff', is: 21 },
  { one: '#ffffff', other: '#ffffff', is: 1 },
  { one: '#767676', other: '#ffffff', is: 4.54 },
  { one: '#777777', other: '#ffffff', is: 4.48 },
  { one: '#ff0000', other: '#ffffff', is: 4 },
  { one: '#0000FF', other: '#ffffff', is: 8.59 },
])('$one on $other has the contrast $is, whichever is named first', ({ one, other, is }) => {
  expect(contrast(one, other)).toBeCloseTo(is, 2);
  expect(contrast(other, one)).toBeCloseTo(is, 2);
});

test('a colour mixed by nothing is the lower one, mixed wholly the upper one', () => {
  expect(mixed('#102030', '#ffffff', 0)).toBe('#102030');
  expect(mixed('#102030', '#ffffff', 1)).toBe('#ffffff');
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('whatever the colour, what is advised instead is readable, and a readable one stays', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(papers.light, papers.dark), (one, paper) => {
      const advised = readable(one, paper, 4.5);
      expect(contrast(advised, paper)).toBeGreaterThanOrEqual(4.5);
      if (contrast(one, paper) >= 4.5) expect(advised).toBe(one);
    }),
  );
});

test('a brand reads well on light and on dark, as text, as lines and on its own tint', () => {
  fc.assert(
    fc.property(colour, colour, (first, second) => {
      const main = readable(first, papers.light, leastContrast.main);
      const accent = readable(second, papers.light, leastContrast.accent);
      const { light, dark } = brandColours(main, accent);
      expect(light).toMatchObject({ main, accent });
      for (const [paper, made] of [[papers.light, light] as const, [papers.dark, dark] as const]) {
        expect(contrast(made.main, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(made.accent, paper)).toBeGreaterThanOrEqual(3);
        expect(contrast(made.main, made.soft)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test('the papers that colours are held against are those that reports are written on', () => {
  const style = readFileSync(join(root, 'templates/report.html/style.hbs'), 'utf8');
  const found = [...style.matchAll(/--paper: (#[0-9a-f]{6});/g)].map((match) => match[1]);
  expect(found).toEqual([papers.light, papers.dark]);
});
