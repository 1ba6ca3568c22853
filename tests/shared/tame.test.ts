import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tame } from '../../src/shared/tame.ts';

test.each([
  {
    why: 'an ordinary text stays as it is',
    text: 'Größe: „20 %“ – ja, 😀!',
    tamed: 'Größe: „20 %“ – ja, 😀!',
  },
  { why: 'lines stay lines', text: 'a\nb', tamed: 'a\nb' },
  { why: 'Windows lines are lines', text: 'a\r\nb', tamed: 'a\nb' },
  { why: 'a return cannot write over what stands there', text: 'paid\rfree', tamed: 'paid\nfree' },
  { why: 'a tab is a space', text: 'a\tb', tamed: 'a b' },
  { why: 'a terminal is not steered', text: '\u001b[2Jgone', tamed: '\ufffd[2Jgone' },
  { why: 'nor by the one-byte form', text: '\u009b2J', tamed: '\ufffd2J' },
  { why: 'nor rung', text: 'a\u0007', tamed: 'a\ufffd' },
  { why: 'nothing is deleted', text: 'ab\u0008\u007f', tamed: 'ab\ufffd\ufffd' },
  { why: 'the reading direction is not turned', text: 'x\u202Egpj.exe', tamed: 'x\ufffdgpj.exe' },
  { why: 'nor isolated', text: '\u2066a\u2069', tamed: '\ufffda\ufffd' },
  {
    why: 'nothing is hidden between letters',
    text: 'a\u200Bb\u2060c\ufeff',
    tamed: 'a\ufffdb\ufffdc\ufffd',
  },
  {
    why: 'a family of emoji stays together',
    text: '👨\u200d👩\u200d👧',
    tamed: '👨\u200d👩\u200d👧',
  },
])('$why', ({ text, tamed }) => {
  expect(tame(text)).toBe(tamed);
});

test('what is tame stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tame(tame(text))).toBe(tame(text));
    }),
  );
});
