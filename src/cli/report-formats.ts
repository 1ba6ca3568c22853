import { answersTable } from '../report/answers-table.ts';
import { csvText } from '../report/csv-text.ts';
import { viewOf } from '../report/view.ts';
import { withWorksheets as withSheets, worksheetViews } from '../report/worksheet-view.ts';
import { chapterOf } from './explained.ts';
import type { Io } from './io.ts';
import { jsonText } from './json-text.ts';
import type { Loaded } from './load.ts';
import type { Endings } from './output.ts';
import { tool } from './package-files.ts';
import type { ReportFormat } from './program/format-names.ts';
import { languageOf, renderBuiltIn, reportWords } from './report-files.ts';

/** What a report is made with, beside what it tells. */
export type Making = {
  /** The language wanted; else the one of the answers. */
  readonly lang?: string;
  /** The folder that the worksheets are written to. */
  readonly worksheets?: string;
  /** Whether the worksheets stand behind the report. */
  readonly withWorksheets?: boolean;
};

type Make = (loaded: Loaded, making: Making, io: Io) => string | Promise<Uint8Array>;

/** How each format is made of what was read. */
export const makers: Readonly<Record<ReportFormat, Make>> = {
  html: asHtml,
  md: (loaded, making) => renderBuiltIn(told(loaded, making), 'md'),
  json: ({ assessment }) => jsonText(assessment),
  pdf: async (loaded, making, io) => {
    const { printPdf } = await import('./print-pdf.ts');
    const { stampPdf } = await import('./stamp-pdf.ts');
    const { name, version } = tool();
    const stamp = { creator: `${name} ${version}`, day: loaded.assessment.date };
    return stampPdf(await printPdf(asHtml(loaded, making), io), stamp);
  },
  csv: answersCsv,
};

/** Formats that no terminal can show. */
export const binary: readonly ReportFormat[] = ['pdf'];

/** What the ending of a file says about its format. */
export const endings: Endings<ReportFormat> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.json': 'json',
  '.pdf': 'pdf',
  '.csv': 'csv',
};

function asHtml(loaded: Loaded, making: Making): string {
  return renderBuiltIn(told(loaded, making), 'html');
}

function told(loaded: Loaded, { lang, worksheets, withWorksheets = false }: Making) {
  const { assessment, questionnaire } = loaded;
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const explained = chapterOf(loaded, language);
  const words = reportWords(language);
  const view = viewOf(assessment, questionnaire, language, words, explained);
  const handedOut = { asFiles: worksheets !== undefined, appended: withWorksheets };
  if (!handedOut.asFiles && !handedOut.appended) return view;
  const sheets = worksheetViews(assessment, questionnaire, language);
  return withSheets(view, sheets, handedOut, words);
}

function answersCsv({ assessment, questionnaire }: Loaded, { lang }: Making): string {
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const words = reportWords(language);
  return csvText(answersTable(assessment, questionnaire, language, words), language);
}
