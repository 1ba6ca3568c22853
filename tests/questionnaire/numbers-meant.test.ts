import { expect, test } from 'vitest';
import { numbersMeant } from '../../src/questionnaire/numbers-meant.ts';

test.each([
  { why: 'it has no sign at all', written: '1200', meant: [1200] },
  { why: 'decimals follow a comma', written: '12,5', meant: [12.5] },
  { why: 'decimals follow a point', written: '12.5', meant: [12.5] },
  { why: 'three digits can be thousands or decimals', written: '1.200', meant: [1200, 1.2] },
  { why: 'no thousands begin with a zero', written: '0.125', meant: [0.125] },
  { why: 'no group has four digits', written: '1234.500', meant: [1234.5] },
  { why: 'a point comes twice', written: '1.234.567', meant: [1234567] },
  { why: 'both signs are there, the German way', written: '1.200,50', meant: [1200.5] },
  { why: 'both signs are there, the English way', written: '1,200.50', meant: [1200.5] },
  { why: 'a space groups the thousands', written: '1 200', meant: [1200] },
  { why: 'an apostrophe groups them, as in Switzerland', written: "1'200,5", meant: [1200.5] },
  { why: 'it is negative, with a real minus sign', written: '−1.200', meant: [-1200, -1.2] },
  { why: 'it is a word', written: 'zwölf', meant: [] },
  { why: 'something stands behind it', written: '12 Std.', meant: [] },
  { why: 'programs would read it as sixteen', written: '0x10', meant: [] },
  { why: 'it is longer than any number', written: '9'.repeat(400), meant: [] },
  { why: 'nothing is there', written: '', meant: [] },
])('"$written" can mean $meant, for $why', ({ written, meant }) => {
  expect(numbersMeant(written)).toEqual(meant);
});

test('whoever is known to write decimals with a comma means decimals by it', () => {
  expect(numbersMeant('1,200', ',')).toEqual([1.2]);
  expect(numbersMeant('1.200', ',')).toEqual([1200, 1.2]);
  expect(numbersMeant('1.200', '.')).toEqual([1.2]);
});
