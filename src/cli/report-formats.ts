import { answersTable } from '../report/answers-table.ts';
import { csvText } from '../report/csv-text.ts';
import { viewOf } from '../report/view.ts';
import { chapterOf } from './explained.ts';
import { jsonText } from './json-text.ts';
import type { Loaded } from './load.ts';
import type { Endings } from './output.ts';
import type { ReportFormat } from './program/format-names.ts';
import { languageOf, renderBuiltIn, reportWords } from './report-files.ts';

/** What a report is made with, beside what it tells. */
export type Making = {
  /** The language wanted; else the one of the answers. */
  readonly lang?: string;
};

type Make = (loaded: Loaded, making: Making) => string;

/** How each format is made of what was read. */
export const makers: Readonly<Record<ReportFormat, Make>> = {
  html: (loaded, making) => renderBuiltIn(told(loaded, making), 'html'),
  md: (loaded, making) => renderBuiltIn(told(loaded, making), 'md'),
  json: ({ assessment }) => jsonText(assessment),
  csv: answersCsv,
};

/** What the ending of a file says about its format. */
export const endings: Endings<ReportFormat> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.json': 'json',
  '.csv': 'csv',
};

function told(loaded: Loaded, { lang }: Making) {
  const { assessment, questionnaire } = loaded;
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const explained = chapterOf(loaded, language);
  return viewOf(assessment, questionnaire, language, reportWords(language), explained);
}

function answersCsv({ assessment, questionnaire }: Loaded, { lang }: Making): string {
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const words = reportWords(language);
  return csvText(answersTable(assessment, questionnaire, language, words), language);
}
