import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { expandInputs } from '../../src/cli/inputs.ts';
import type { Io } from '../../src/cli/io.ts';
import { aFolder } from '../support/run.ts';

const nfc = 'Müller.yaml'.normalize('NFC');
const nfd = 'Märkte.yaml'.normalize('NFD');

const files = [
  'b.yaml',
  'a.yaml',
  'c.json',
  '-d.yaml',
  '-',
  '.hidden.yaml',
  '[draft].yaml',
  'two words/e f.yaml',
  'two words/line\nbreak.yaml',
  'Berichte (alt)/g.yaml',
  'Berichte (alt)/!h.yaml',
  'tief/unten/i.yaml',
  'tief/j.yaml',
  '{x,y}/k.yaml',
  `umlaut/${nfc}`,
  `umlaut/${nfd}`,
  "it's/100%.yaml",
];

function place(): string {
  const { path } = aFolder();
  for (const file of files) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), '');
  }
  // Round in a circle, and nowhere.
  symlinkSync('..', join(path, 'tief/unten/zurueck'));
  symlinkSync('nirgends', join(path, 'tief/ohne-ziel.yaml'));
  return path;
}

const cwd = place();

const expand = (...words: readonly string[]) =>
  expandInputs(words, { cwd, stdin: new PassThrough() } as unknown as Io);

test.each([
  { why: 'a file is itself', words: ['b.yaml', 'a.yaml'], is: ['b.yaml', 'a.yaml'] },
  { why: 'what is not there is left to be missed', words: ['x.yaml', 'id'], is: ['x.yaml', 'id'] },
  { why: 'a pattern is sorted', words: ['?.yaml'], is: ['a.yaml', 'b.yaml'] },
  { why: 'what is named twice is read once', words: ['a.yaml', './a.yaml'], is: ['a.yaml'] },
  {
    why: 'the order is the one of the words',
    words: ['c.json', '[ab].yaml', '-'],
    is: ['c.json', 'a.yaml', 'b.yaml', '-'],
  },
  {
    why: 'what a pattern finds again is not moved',
    words: ['b.yaml', '*.yaml'],
    is: ['b.yaml', '-d.yaml', '[draft].yaml', 'a.yaml'],
  },
  { why: 'braces are choices', words: ['{b,c}.{yaml,json}'], is: ['b.yaml', 'c.json'] },
  { why: 'a file may be called like a pattern', words: ['[draft].yaml'], is: ['[draft].yaml'] },
  { why: 'and a folder, too', words: ['{x,y}/*.yaml'], is: ['{x,y}/k.yaml'] },
  {
    why: 'spaces and line breaks are letters',
    words: ['two words/*'],
    is: ['two words/e f.yaml', 'two words/line\nbreak.yaml'],
  },
  {
    why: 'brackets in the name of a folder mean nothing',
    words: ['Berichte (alt)/*.yaml'],
    is: ['Berichte (alt)/!h.yaml', 'Berichte (alt)/g.yaml'],
  },
  {
    why: 'nor do they in a later one, nor an exclamation mark',
    words: ['B* (alt)/!*.yaml'],
    is: ['Berichte (alt)/!h.yaml'],
  },
  { why: 'quotes and per cent are letters', words: ["it's/*%*"], is: ["it's/100%.yaml"] },
  {
    why: 'two stars go down, and not round in circles',
    words: ['tief/**/*.yaml'],
    is: ['tief/j.yaml', 'tief/unten/i.yaml'],
  },
  { why: 'what begins with a dot is not meant by a star', words: ['*hidden*', '.h*'], is: null },
  {
    why: 'a file called - is not standard input',
    words: ['-*', '-'],
    is: ['-d.yaml', './-', '-'],
  },
  {
    why: 'a path from the root stays one',
    words: [`${cwd}/c.*`],
    is: [`${cwd}/c.json`],
  },
  {
    why: 'an umlaut is the same in one sign and in two, for a name',
    words: [`umlaut/${nfc.normalize('NFD')}`],
    is: [`umlaut/${nfc}`],
  },
  {
    why: 'and in a pattern',
    words: [`umlaut/${'*ä*'.normalize('NFC')}`],
    is: [`umlaut/${nfd}`],
  },
])('of the inputs $words, $why', async ({ words, is }) => {
  if (is === null) {
    await expect(expand(words[0] ?? '')).rejects.toMatchObject({ code: 'no-file-fits' });
    expect(await expand(words[1] ?? '')).toEqual(['.hidden.yaml']);
    return;
  }
  expect(await expand(...words)).toEqual(is);
});

test.each([
  { words: ['*.yml'], code: 'no-file-fits', facts: { pattern: '*.yml' } },
  { words: ['nirgends/**'], code: 'no-file-fits', facts: { pattern: 'nirgends/**' } },
  { words: ['a.yaml', 'tief'], code: 'is-a-folder', facts: { file: 'tief' } },
  { words: ['-', 'a.yaml', '-'], code: 'stdin-twice', facts: {} },
])('the inputs $words are refused: $code', async ({ words, code, facts }) => {
  await expect(expand(...words)).rejects.toMatchObject({ code, facts });
});
