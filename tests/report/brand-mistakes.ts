import type { Beside } from '../../src/report/parse-brand.ts';
import type { Mistake } from '../questionnaire/mistakes.ts';
import { aPng, aPngOfWidth, letters } from '../support/pictures.ts';
import { type Change, changed } from '../support/planted.ts';

/** The text of a whole brand; `['from', 'to']` says what stands otherwise. */
export function aBrandText(...changes: readonly Change[]): string {
  return changed(text, changes);
}

const text = `format: brand/1
name: "Leuchtturm"
logo:
  file: logo.png
  alt: { de: "Ein Turm", en: "A tower" }
colours:
  main: "#1b3a6b"
  accent: "#2f7d6d"
contact: "Anke Petersen"
footer: { de: "Vertraulich", en: "Confidential" }
`;

/** What lies beside it. */
export const besideBrand: Readonly<Record<string, Beside>> = {
  'logo.png': { kind: 'bytes', bytes: aPng },
  'wide.png': { kind: 'bytes', bytes: aPngOfWidth(4001) },
  'sign.svg': { kind: 'bytes', bytes: Uint8Array.from(letters('<svg></svg>')) },
  'cut.png': { kind: 'bytes', bytes: aPng.subarray(0, 100) },
  'huge.png': { kind: 'too-large', size: 240_000 },
  '../logo.png': { kind: 'outside' },
};

const some = aBrandText;

/** The problems of a brand, each planted alone; ▸ stands where it is to be told. */
export const brandMistakes: readonly Mistake[] = [
  {
    why: 'the main colour is too light to be text',
    code: 'low-contrast',
    text: some(['"#1b3a6b"', '▸"#8fbfa8"']),
    facts: { colour: '#8fbfa8', found: 2, needed: 4.5, use: 'text', enough: '#5c7a6c' },
  },
  {
    why: 'the second colour is too light for a line',
    code: 'low-contrast',
    text: some(['"#2f7d6d"', '▸"#ffd23f"']),
    facts: { colour: '#ffd23f', found: 1.4, needed: 3, use: 'shapes', enough: '#ad8f2b' },
  },
  {
    why: 'a colour without quotation marks is a comment',
    code: 'malformed',
    text: some(['main: "#1b3a6b"', 'main: ▸#1b3a6b']),
    facts: { found: '#…', form: 'colour' },
  },
  {
    why: 'a colour is called by its name',
    code: 'malformed',
    text: some(['"#1b3a6b"', '▸navy']),
    facts: { found: 'navy', form: 'colour' },
  },
  {
    why: 'the logo lies elsewhere',
    code: 'not-beside',
    text: some(['file: logo.png', 'file: ▸../logo.png']),
    facts: { file: '../logo.png', why: 'outside', nearest: null },
  },
  {
    why: 'the logo is misspelt',
    code: 'not-beside',
    text: some(['file: logo.png', 'file: ▸lgoo.png']),
    facts: { file: 'lgoo.png', why: 'missing', nearest: 'logo.png' },
  },
  {
    why: 'the logo is an SVG',
    code: 'no-picture',
    text: some(['file: logo.png', 'file: ▸sign.svg']),
    facts: { file: 'sign.svg', kind: 'svg' },
  },
  {
    why: 'the logo is cut off',
    code: 'no-picture',
    text: some(['file: logo.png', 'file: ▸cut.png']),
    facts: { file: 'cut.png', kind: 'broken' },
  },
  {
    why: 'the logo weighs too much',
    code: 'picture-too-large',
    text: some(['file: logo.png', 'file: ▸huge.png']),
    facts: { file: 'huge.png', kind: 'bytes', found: 240_000, limit: 100_000 },
  },
  {
    why: 'the logo measures too much',
    code: 'picture-too-large',
    text: some(['file: logo.png', 'file: ▸wide.png']),
    facts: { file: 'wide.png', kind: 'pixels', found: 4001, limit: 4000 },
  },
  {
    why: 'the logo has no words',
    code: 'missing-key',
    text: some(['  file: logo.png\n  alt: { de: "Ein Turm", en: "A tower" }', '  ▸file: logo.png']),
    facts: { key: 'alt' },
  },
  {
    why: 'a key is misspelt',
    code: 'unknown-key',
    text: some(['footer:', '▸foter:']),
    facts: { key: 'foter', nearest: 'footer' },
  },
  {
    why: 'it is another format',
    code: 'wrong-format',
    text: some(['format: brand/1', 'format: ▸answers/1']),
    facts: { found: 'answers/1', expected: 'brand/1' },
  },
];
