import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../src/assessment/assessment-line.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { memoryOf } from '../../src/shared/memory.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

describe('what is remembered of one company', () => {
  test.each([
    { of: 'any questionnaire', questionnaires: randomQuestionnaires(anything), numRuns: 100 },
    { of: 'our questionnaire', questionnaires: fc.constant(fiveHurdles), numRuns: 30 },
  ])('changes nothing for the next, of $of', ({ questionnaires, numRuns }) => {
    const manySheets = questionnaires.chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        profiles: fc.array(randomSheets(questionnaire), { minLength: 1, maxLength: 2 }),
        sheets: fc.array(randomSheets(questionnaire), { minLength: 2, maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(manySheets, ({ questionnaire, profiles, sheets }) => {
        const engine = engineOf(questionnaire);
        // Few profiles with many answers: so that much is met again.
        for (const { profile } of profiles) {
          for (const sheet of sheets) {
            const answers = { ...sheet, profile };
            const extent = { recommendations: true };
            const fresh = engineOf(questionnaire);
            expect(lineOf(engine, answers, extent)).toEqual(lineOf(fresh, answers, extent));
          }
        }
      }),
      search(numRuns),
    );
  });

  test('is bounded: beyond its bound it begins anew', () => {
    const memory = memoryOf<number>(2);
    memory.keep(1, 1);
    memory.keep(2, 2);
    expect(memory.recall(1)).toBe(1);
    memory.keep(3, 3);
    expect([memory.recall(1), memory.recall(2), memory.recall(3)]).toEqual([
      undefined,
      undefined,
      3,
    ]);
  });
});
