import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { compareOverTime, compareUses } from '../../src/assessment/compare.ts';
import { builtInParts, reportWords } from '../../src/cli/report-files.ts';
import { showComparison } from '../../src/cli/show-comparison.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { comparisonView } from '../../src/report/comparison-view.ts';
import { render } from '../../src/report/render.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { root } from '../support/run.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const templateOf = (format: string) =>
  readFileSync(join(root, `templates/comparison.${format}.hbs`), 'utf8');
const [html, md] = [templateOf('html'), templateOf('md')];

function viewOf(
  questionnaire: Questionnaire,
  sheets: readonly Answers[],
  compare = compareOverTime,
  language = 'de',
) {
  const given = sheets.map((answers, index) => {
    const day = `2026-0${index + 1}-15`;
    return { name: `${index}.yaml`, assessment: assess(questionnaire, answers, tool, day) };
  });
  const comparison = compare(questionnaire, given, tool);
  return comparisonView(comparison, given, questionnaire, language, reportWords(language));
}

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 8 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 3 },
  { of: 'one of every kind', questionnaires: fc.constant(aQuestionnaire()), runs: 8 },
])('for $of', ({ questionnaires, runs }) => {
  test('every comparison can be told in every format, and no hole is told as a word', () => {
    const triples = questionnaires.chain((questionnaire) => {
      const one = randomSheets(questionnaire);
      return fc.tuple(one, one, one).map((sheets) => ({ questionnaire, sheets }));
    });
    fc.assert(
      fc.property(triples, ({ questionnaire, sheets }) => {
        for (const compare of [compareOverTime, compareUses]) {
          for (const language of ['de', 'en']) {
            const view = viewOf(questionnaire, sheets, compare, language);
            const words = reportWords(language);
            const told = [
              render(view, 'html', html, words, builtInParts('comparison', 'html')),
              render(view, 'md', md, words, builtInParts('comparison', 'md')),
              showComparison(view, { env: {}, stdout: process.stdout } as never),
            ];
            for (const text of told) {
              expect(text).not.toMatch(/undefined|NaN|\bnull\b|\[object|\{[a-z]+\}/);
            }
          }
        }
      }),
      search(runs),
    );
  });
});

test('a verdict that stood for another profile is told in the words of then', () => {
  const before = sheet({ stage: 'operation', plans: ['expansion'] }, 0);
  const after = sheet({ stage: 'trying', plans: ['nothing'] }, 3);
  const view = viewOf(fiveHurdles, [before, after]);
  const lifted = view.before.flatMap(({ lists }) => lists).find(({ mark }) => mark === 'good');
  expect(lifted?.items.map(({ text }) => text)).toContain(
    'Noch nicht ausweiten: Ausgangswert, Prüffälle oder Bewertung im Alltag fehlen.',
  );
});

test('a chart breaks its line where no level is known, and shows what is possible', () => {
  const stage = { stage: 'pilot' };
  const view = viewOf(fiveHurdles, [sheet(stage, 1), sheet(stage, 'unknown'), sheet(stage, 3)]);
  const [company] = view.trend?.charts ?? [];
  expect(company?.line.match(/M/g)).toHaveLength(2);
  expect(company?.points).toHaveLength(2);
  expect(company?.possible).toHaveLength(1);
  expect(company?.description).toContain('Stufe 1, ≤ 4, 3');
});

test('a target in points of its own stands among the levels on the picture', () => {
  const questionnaire = aQuestionnaire();
  const answers: Answers = {
    format: 'answers/1',
    questionnaire: { id: 'small', version: '1.2.0' },
    profile: { stage: { state: 'answered', answer: 'pilot' } },
    answers: {},
    steps: {},
  };
  const view = viewOf(questionnaire, [answers, answers, answers]);
  const ys = view.trend?.levels.map(({ y }) => y) ?? [];
  for (const { target } of view.trend?.charts ?? []) {
    for (const [, y] of target.matchAll(/M\S+ ([\d.]+)/g)) {
      expect(Number(y)).toBeGreaterThanOrEqual(Math.min(...ys));
      expect(Number(y)).toBeLessThanOrEqual(Math.max(...ys));
    }
  }
});

test.each([
  { lang: 'de', was: 'galt vorher nur vorläufig', is: 'vorläufig; die offenen Fragen entscheiden' },
  { lang: 'en', was: 'was only provisional before', is: 'provisional; the open questions decide' },
])(
  'a verdict that is lifted was provisional, one that is new is so ($lang)',
  ({ lang, was, is }) => {
    const open = sheet({ stage: 'operation', data: 'protected' }, 3, { 'tools.rules': 'unknown' });
    const known = sheet({ stage: 'operation', data: 'protected' }, 3);
    const told = (sheets: readonly Answers[]) =>
      JSON.stringify(viewOf(fiveHurdles, sheets, compareOverTime, lang));
    expect(told([open, known])).toContain(was);
    expect(told([open, known])).not.toContain(is);
    expect(told([known, open])).toContain(is);
    expect(told([known, open])).not.toContain(was);
  },
);
