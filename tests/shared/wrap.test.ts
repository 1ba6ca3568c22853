import { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unbroken } from '../../src/shared/unbroken.ts';
import { wrap } from '../../src/shared/wrap.ts';

const paint = new Chalk({ level: 1 });
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what switches colours
const plain = (line: string) => line.replace(/\u001b\[[\d;]*m/g, '');

test('bold text has one space between its words, and none at the end of a line', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefgh'),
    minLength: 1,
    maxLength: 9,
  });
  const texts = fc.array(word, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 16, max: 40 }), (before, bold, width) => {
      const text = `${before.join(' ')} ${paint.bold(bold.join(' '))} ${paint.dim('end')}`;
      const lines = wrap(`  ${text}`, width, 2).map(plain);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      expect(lines.map((line) => line.trim()).join(' ')).toBe(plain(text));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});

test('a word too long for a line is broken and nothing comes between its parts', () => {
  expect(wrap('abcdefghijklmnopqrstuvwxyz', 10).join('')).toBe('abcdefghijklmnopqrstuvwxyz');
});

test.each([
  { why: 'a unit', text: `takes at least 2${unbroken}weeks`, lines: ['takes at least', '2 weeks'] },
  { why: 'an arrow', text: 'the score 67 → 70', lines: ['the score', '67 → 70'] },
  { why: 'an arrow between words', text: 'before this → after', lines: ['before this', '→ after'] },
])('a number stays with $why, and the space is an ordinary one', ({ text, lines }) => {
  expect(wrap(text, 15)).toEqual(lines);
});

test('what does not fit into a line is not held together', () => {
  expect(wrap(`12345678${unbroken}person-days`, 12)).toEqual(['12345678', 'person-days']);
});

test('columns far apart in a line are no riddle', () => {
  const apart = `one${' '.repeat(60)}two`;
  expect(wrap(apart, 80)).toEqual([apart]);
});
