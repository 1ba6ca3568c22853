import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../support/run.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The texts of a catalogue in YAML, without its keys and placeholders. */
function textsOf(path: string): string {
  const texts = (part: unknown): readonly string[] =>
    part !== null && typeof part === 'object' ? Object.values(part).flatMap(texts) : [String(part)];
  return texts(parse(read(path)))
    .join('\n')
    .replaceAll(/\{[\w-]+\}/g, '');
}

/** What a page says, without what it quotes of files and commands. */
function proseOf(path: string): string {
  return read(path)
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/`[^`]*`|<[^>]*>|\]\([^)]*\)/g, '');
}

/** The sentences of a catalogue in code. */
function sentencesOf(path: string): string {
  return [...read(path).matchAll(/'[^'\n]*'|`(?:[^`\\]|\\.)*`/g)]
    .map(([text]) => text.replaceAll(/\$\{[^}]*\}|\\`[^`]*\\`/g, ''))
    .join('\n');
}

const english = {
  'templates/words.en.yaml': textsOf,
  'src/cli/words/en.ts': sentencesOf,
  'docs/questionnaires.en.md': proseOf,
  'docs/questionnaire-format.en.md': proseOf,
  'docs/lint.en.md': proseOf,
  'docs/method.en.md': proseOf,
  'docs/pdf.en.md': proseOf,
  'docs/library.en.md': proseOf,
  'docs/ci.en.md': proseOf,
  'docs/performance.en.md': proseOf,
  'docs/privacy.en.md': proseOf,
  'docs/dependencies.en.md': proseOf,
  'README.en.md': proseOf,
};

test.each(Object.entries(english))('%s has one word for each idea', (path, textOf) => {
  const text = textOf(path);
  expect(text.length).toBeGreaterThan(1000);
  // A gate, not a cap; a version of a questionnaire, not an edition (but the edition of a book).
  expect(text.match(/\b(?:caps?|capped|(?<!2nd |several\s)editions?)\b/gi)).toBeNull();
});

const german = {
  'templates/words.de.yaml': textsOf,
  'docs/questionnaires.md': proseOf,
  'docs/questionnaire-format.md': proseOf,
  'docs/lint.md': proseOf,
  'docs/pdf.md': proseOf,
  'docs/library.md': proseOf,
  'docs/ci.md': proseOf,
  'docs/performance.md': proseOf,
  'docs/privacy.md': proseOf,
  'docs/dependencies.md': proseOf,
  'README.md': proseOf,
};

test.each(Object.entries(german))('%s nennt eine Sache nur auf eine Art', (path, textOf) => {
  const text = textOf(path);
  expect(text.length).toBeGreaterThan(1000);
  expect(text.match(/\b(?:Gates?|Version(?:en)?|Ausgaben? des Fragebogens)\b/g)).toBeNull();
});
