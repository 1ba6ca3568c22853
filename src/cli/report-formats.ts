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
};

/** What the ending of a file says about its format. */
export const endings: Endings<ReportFormat> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.json': 'json',
};

function told(loaded: Loaded, { lang }: Making) {
  const { assessment, questionnaire } = loaded;
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const explained = chapterOf(loaded, language);
  return viewOf(assessment, questionnaire, language, reportWords(language), explained);
}
