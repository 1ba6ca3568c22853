import { expect, test } from 'vitest';
import { brandView } from '../../src/report/brand-view.ts';
import { type OpenBeside, parseBrand } from '../../src/report/parse-brand.ts';
import { nearest } from '../../src/shared/nearest.ts';
import { expectedOf, rowsOf } from '../questionnaire/mistakes.ts';
import { aBrandText, besideBrand, brandMistakes } from './brand-mistakes.ts';

const open: OpenBeside = (file) =>
  besideBrand[file] ?? { kind: 'missing', nearest: nearest(file, Object.keys(besideBrand)) };

test.each(rowsOf(brandMistakes))('%s, and nothing else, when %s', (_code, _why, mistake) => {
  const { text, problem } = expectedOf(mistake, 'brand.yaml');
  expect(parseBrand(text, 'brand.yaml', open)).toEqual({ ok: false, problems: [problem] });
});

test('everything wrong is told at once, in reading order', () => {
  const text = aBrandText(
    ['file: logo.png', 'file: sign.svg'],
    ['"#1b3a6b"', '"#eeeeee"'],
    ['"#2f7d6d"', '"green"'],
    ['contact:', 'kontakt:'],
  );
  const parsed = parseBrand(text, 'brand.yaml', open);
  expect(parsed.ok ? [] : parsed.problems.map(({ code, at }) => [code, at.line])).toEqual([
    ['no-picture', 4],
    ['low-contrast', 7],
    ['malformed', 8],
    ['unknown-key', 9],
  ]);
});

test('a reader is told in their language, and in the first where theirs is missing', () => {
  const parsed = parseBrand(aBrandText(), 'brand.yaml', open);
  if (!parsed.ok) throw new Error('problems');
  expect(brandView(parsed.value, 'en')).toMatchObject({
    name: 'Leuchtturm',
    logo: { alt: 'A tower', width: 240, height: 80 },
    contact: 'Anke Petersen',
    footer: 'Confidential',
  });
  expect(brandView(parsed.value, 'fr').footer).toBe('Vertraulich');
});

test('a name alone is a brand', () => {
  const parsed = parseBrand('format: brand/1\nname: Leuchtturm\n', 'brand.yaml', open);
  if (!parsed.ok) throw new Error('problems');
  expect(brandView(parsed.value, 'de')).toEqual({
    name: 'Leuchtturm',
    logo: null,
    colours: null,
    contact: null,
    footer: null,
  });
});
