import type { Cell } from './csv-text.ts';
import type { Telling } from './telling.ts';

/** What every row of a table says first, so that tables of several companies or days can stand below each other. */
export const subjectColumns = ['company', 'use', 'date', 'questionnaire'] as const;

/** Whom and which day a row is about. The version stands with the id: alone, a spreadsheet would read a date in it. */
export function subjectCells({
  assessment,
}: Telling): Readonly<Record<(typeof subjectColumns)[number], Cell>> {
  const { subject, date, questionnaire } = assessment;
  return {
    company: subject.name ?? null,
    use: subject.use ?? null,
    date,
    questionnaire: `${questionnaire.id} ${questionnaire.version}`,
  };
}
