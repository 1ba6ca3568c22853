import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { planOf } from '../../src/assessment/plan-of.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { answersTable } from '../../src/report/answers-table.ts';
import { csvText, type Table } from '../../src/report/csv-text.ts';
import { planTable } from '../../src/report/plan-table.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { readCsv } from '../support/read-csv.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const languages = { de: ';', en: ',' } as const;

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 60 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 30 },
])('of $of, whatever is answered,', ({ questionnaires, runs }) => {
  const sheets = withSheets(questionnaires);

  test('the table of answers has every question once, and reads back as it was', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { profile, questions } = questionnaire;
        for (const table of tablesOf(questionnaire, answers)) {
          const read = readBack(table.answers, table.language);
          expect(read.map(({ question }) => question)).toEqual([
            ...profile.map(({ id }) => id),
            ...questions.map(({ question }) => question.id),
          ]);
        }
      }),
      search(runs),
    );
  });

  test('the table of a plan has every step once, numbered as they come', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        for (const { plan, steps, language } of tablesOf(questionnaire, answers)) {
          const read = readBack(plan, language);
          const numbered = read.filter(({ number }) => number !== '');
          expect(numbered.map(({ number, step }) => `${number} ${step}`)).toEqual(
            steps.map((id, index) => `${index + 1} ${id}`),
          );
          expect(new Set(read.map(({ step }) => step)).size).toBe(read.length);
        }
      }),
      search(runs),
    );
  });
});

function tablesOf(questionnaire: Questionnaire, answers: Answers) {
  const assessment = assess(questionnaire, answers, tool);
  const plan = planOf(questionnaire, assessment);
  return questionnaire.languages
    .filter((language) => language === 'de' || language === 'en')
    .map((language) => ({
      language,
      answers: answersTable(assessment, questionnaire, language, reportWords(language)),
      plan: planTable(plan, assessment, questionnaire, language, reportWords(language)),
      steps: plan.steps.map(({ id }) => id),
    }));
}

/** The rows as another program reads them, once they are seen to be those that were written. */
function readBack({ columns, rows }: Table, language: 'de' | 'en') {
  const read = readCsv(csvText({ columns, rows }, language), languages[language]);
  expect(read.columns).toEqual(columns);
  const shown = rows.map((row) => columns.map((column) => row[column] ?? ''));
  const seen = read.rows.map((row, index) =>
    columns.map((column) => {
      const cell = row[column] ?? '';
      return typeof rows[index]?.[column] === 'number'
        ? Number(cell.replace(',', '.'))
        : cell.replace(/^'(?=\s*[=+\-@])/, '');
    }),
  );
  expect(seen).toEqual(shown);
  return read.rows;
}
