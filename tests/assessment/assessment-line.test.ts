import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { lineOf, lineOfStored } from '../../src/assessment/assessment-line.ts';
import { AssessmentLineFormat } from '../../src/assessment/assessment-line-format.ts';
import { lineText } from '../../src/assessment/assessment-line-text.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets, withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const whole = { recommendations: true };

/** The line of answers judged now, and the line of their assessment. */
function bothWays(questionnaire: Questionnaire, answers: Answers) {
  const assessment = assess(questionnaire, answers, { name: 'test', version: '0' }, '2026-11-20', {
    sensitivity: false,
  });
  return {
    judged: lineOf(engineOf(questionnaire), answers, whole, {}, '2026-11-20'),
    stored: lineOfStored(assessment, questionnaire, whole),
    assessment,
  };
}

describe('a result on one line', () => {
  test.each([
    { of: 'any questionnaire', sheets: withSheets(randomQuestionnaires(anything)) },
    {
      of: 'our questionnaire',
      sheets: randomSheets(fiveHurdles).map((answers) => ({
        questionnaire: fiveHurdles,
        answers,
      })),
    },
  ])('says what the assessment says, of $of', ({ sheets }) => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { judged, stored } = bothWays(questionnaire, answers);
        expect(JSON.stringify(judged)).toBe(JSON.stringify(stored));
        expect(AssessmentLineFormat.parse(judged)).toEqual(judged);
      }),
      search(100),
    );
  });

  test('is written as JSON.stringify would write it', () => {
    const where = fc.record(
      { file: fc.string(), line: fc.integer({ min: 1 }) },
      { requiredKeys: [] },
    );
    const named = fc.record({ name: fc.string(), use: fc.string() }, { requiredKeys: [] });
    const version = fc.constantFrom(undefined, '1.2.3');
    fc.assert(
      fc.property(
        withSheets(randomQuestionnaires(anything)),
        where,
        named,
        version,
        fc.boolean(),
        ({ questionnaire, answers }, at, subject, answered, recommendations) => {
          const { id } = questionnaire;
          const said = { ...answers, subject, questionnaire: { id, version: answered } };
          const line = lineOf(engineOf(questionnaire), said, { recommendations }, at);
          expect(lineText(line)).toBe(JSON.stringify(line));
        },
      ),
      search(100),
    );
  });

  test('names the gates that bite, and what limits each hurdle', () => {
    const answers = sheet({ stage: 'pilot' }, 'target', { 'goals.problem': 0 });
    const { judged, assessment } = bothWays(fiveHurdles, answers);
    const [goals] = assessment.hurdles;
    expect(judged.gates.length).toBeGreaterThan(0);
    expect(judged.hurdles.goals?.limits).toEqual(
      goals?.limits.flatMap(({ gate, core, effective }) => (effective ? [gate ?? core] : [])),
    );
    expect(judged.hurdles.goals?.limits.length).toBeGreaterThan(0);
  });

  test('counts what is not known and what does not apply', () => {
    const answers = sheet({ stage: 'pilot' }, 2, {
      'goals.problem': 'unknown',
      'goals.benefit': 'unknown',
    });
    expect(bothWays(fiveHurdles, answers).judged.overall).toMatchObject({
      unknown: 2,
      unanswered: 0,
      notApplicable: 0,
    });
  });
});
