import { expect, test } from 'vitest';
import { findingCodes } from '../../src/lint/finding.ts';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { fiveHurdlesText } from '../support/five-hurdles.ts';
import { changed, mark } from '../support/planted.ts';
import { type Seed, seeds } from './seeds.ts';

test('our own questionnaire gives no finding', () => {
  expect(found(fiveHurdlesText)).toEqual([]);
});

test.each(seeds)('planted alone, it is found at its place and nothing else is: $why', (seed) => {
  const { text, expected } = planted([seed]);
  expect(found(text)).toEqual(expected);
});

test('all of them in one file are found, each at its place, and nothing else is', () => {
  const { text, expected } = planted(seeds);
  expect(expected).toHaveLength(seeds.length);
  expect(seeds.length).toBeGreaterThan(30);
  expect(found(text)).toEqual(expected);
});

test('every code of a finding is among those planted', () => {
  const planted = new Set(seeds.map(({ code }) => String(code)));
  expect(findingCodes.filter((code) => !planted.has(code))).toEqual([]);
});

// Each mark carries the number of its seed while the text is made, for the seeds stand in another order than the file.
function planted(some: readonly Seed[]) {
  const text = some.reduce((before, { changes }, index) => {
    const numbered = changes.map(
      ([from, to]) => [from, to.replaceAll(mark, `${mark}${index}${mark}`)] as const,
    );
    return changed(before, numbered);
  }, fiveHurdlesText);
  const expected: string[] = [];
  const parts = text.split(mark);
  let clean = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const lines = clean.split('\n');
    const code = some[Number(parts[at])]?.code;
    expected.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1} ${code}`);
    clean += parts[at + 1] ?? '';
  }
  return { text: clean, expected };
}

function found(text: string): readonly string[] {
  const read = readYaml(text, 'seeded.yaml');
  const problems: readonly Problem[] = read.ok ? lintQuestionnaire(read.file) : read.problems;
  return problems.map(({ code, at: { line, column } }) => `${line}:${column} ${code}`);
}
