import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  exampleName,
  findIn,
  lintExamples,
  markedLine,
  wholeText,
} from '../../scripts/lint-examples.ts';
import { lintPages } from '../../scripts/lint-pages.ts';
import { wordsIn } from '../../src/cli/words/words.ts';
import { findingCodes } from '../../src/lint/finding.ts';
import { fixText, isFixable } from '../../src/lint/fix.ts';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test.each(Object.entries(lintPages()))(
  '%s is up to date (`npm run lint-docs` writes it)',
  (name, text) => {
    expect(docs(name)).toBe(text);
  },
);

test('every kind of finding has one example, in the order of the pages', () => {
  expect(lintExamples.map(({ code }) => code)).toEqual(findingCodes);
});

test.each(lintExamples)(
  'the example of $code gives this finding at the marked line, and nothing else',
  (example) => {
    const text = wholeText(example);
    const found = findIn(text).map(({ code, at: { file, line } }) => ({ code, file, line }));
    expect(found).toEqual([{ code: example.code, file: exampleName, line: markedLine(text) }]);
  },
);

test('what the examples build on gives no finding itself', () => {
  const read = readYaml(docs('lint.base.yaml'), 'lint.base.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(lintQuestionnaire(read.file)).toEqual([]);
});

const fixable = lintExamples.filter((example) => findIn(wholeText(example)).some(isFixable));

test('some of them can be mended', () => {
  expect(fixable.map(({ code }) => code)).toEqual(['idle-weight', 'turned-word']);
});

test.each(fixable)(
  'mending the example of $code leaves nothing to find, and every other line as it is',
  (example) => {
    const text = wholeText(example);
    const mended = fixText(text, findIn(text)).text;
    expect(findIn(mended)).toEqual([]);
    const others = text.split('\n').toSpliced(markedLine(text) - 1, 1);
    const left = mended.split('\n').filter((line) => line === '' || others.includes(line));
    expect(left).toEqual(others);
    expect(mended.length).not.toBe(text.length);
  },
);

test.each(['de', 'en'])(
  'every problem there is has its place on the page (%s)',
  async (language) => {
    const text = lintPages()[language === 'de' ? 'lint.md' : 'lint.en.md'] ?? '';
    const codes = Object.keys((await wordsIn(language)).problems);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  },
);
