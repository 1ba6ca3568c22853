import { viewOf } from '../report/view.ts';
import { withWorksheets as withSheets, worksheetViews } from '../report/worksheet-view.ts';
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
  /** The folder that the worksheets are written to. */
  readonly worksheets?: string;
  /** Whether the worksheets stand behind the report. */
  readonly withWorksheets?: boolean;
};

type Make = (loaded: Loaded, making: Making) => string;

/** How each format is made of what was read. */
export const makers: Readonly<Record<ReportFormat, Make>> = {
  html: (loaded, making) => renderBuiltIn(told(loaded, making), 'html'),
  md: (loaded, making) => renderBuiltIn(told(loaded, making), 'md'),
  json: ({ assessment }) => jsonText(assessment),
};

/** What the ending of a file says about its format. */
export const endings: Endings<ReportFormat> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.json': 'json',
};

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
