import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import { extended } from '../../src/questionnaire/extend-questionnaire.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdlesText } from '../support/five-hurdles.ts';
import { search } from '../support/search.ts';

/** What happens to a file under the hands of people, editors and merges. */
const accidents = {
  'a line is lost': (lines, at) => lines.toSpliced(at, 1),
  'a line stands twice': (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  'a line is indented': (lines, at) => lines.with(at, `  ${lines[at]}`),
  'a line loses its indent': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/^ {2}/, '')),
  'a value is lost': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/:.*/, ':')),
  'a number is another': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/\d+/g, '7')),
  'a number is a word': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/\d+/g, 'no')),
  'an id is another': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/[a-z]\b/, 'x')),
  'a map is a list': (lines, at) =>
    lines.with(at, (lines[at] ?? '').replace('{', '[').replace('}', ']')),
  'a map is a text': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/\{.*\}/, 'text')),
  'a line and the next are swapped': (lines, at) =>
    lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
} as const satisfies Record<string, (lines: readonly string[], at: number) => readonly string[]>;

type Accident = keyof typeof accidents;

test.each([
  { of: 'a small questionnaire', text: aQuestionnaireText(), runs: 150, most: 3 },
  { of: 'our own questionnaire', text: fiveHurdlesText, runs: 16, most: 3 },
])(
  'whatever happens to the lines of $of, every finding has its place in it',
  ({ text, runs, most }) => {
    const happened = fc.array(
      fc.tuple(
        fc.constantFrom(...(Object.keys(accidents) as Accident[])),
        fc.noBias(fc.nat({ max: 99_999 })),
      ),
      { minLength: 1, maxLength: most },
    );
    let hurt = 0;
    fc.assert(
      fc.property(happened, (all) => {
        const lines = all.reduce<readonly string[]>(
          (before, [accident, where]) => accidents[accident](before, where % before.length),
          text.split('\n'),
        );
        const found = lint(lines.join('\n'));
        hurt += Number(found.length > 0);
        for (const { at } of found) {
          expect(at.file).toBe('hurt.yaml');
          expect(at.line).toBeLessThanOrEqual(lines.length);
          expect(at.column).toBeLessThanOrEqual((lines[at.line - 1] ?? '').length + 1);
        }
        expect(found).toEqual(
          [...new Set(found.map((one) => JSON.stringify(one)))].map((one) => JSON.parse(one)),
        );
      }),
      search(runs),
    );
    expect(hurt).toBeGreaterThan(runs / 4);
  },
);

function lint(text: string): readonly Problem[] {
  const read = readYaml(text, 'hurt.yaml');
  if (!read.ok) return read.problems;
  const whole = extended(read.file);
  return whole.ok ? lintQuestionnaire(whole.file) : whole.problems;
}
