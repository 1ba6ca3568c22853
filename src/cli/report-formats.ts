import { badgeView } from '../report/badge-view.ts';
import { brandView } from '../report/brand-view.ts';
import type { Brand } from '../report/parse-brand.ts';
import { proofOf } from '../report/proof.ts';
import type { ReportFormat as TextFormat } from '../report/template-helpers.ts';
import { viewOf } from '../report/view.ts';
import type { View } from '../report/view-type.ts';
import { withWorksheets as withSheets, worksheetViews } from '../report/worksheet-view.ts';
import { problem } from '../shared/problem.ts';

import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import type { Io } from './io.ts';
import { jsonText } from './json-text.ts';
import type { Loaded } from './load.ts';
import type { Endings } from './output.ts';
import { tool } from './package-files.ts';
import type { ReportFormat } from './program/format-names.ts';
import { renderBuiltIn } from './render-built-in.ts';
import { languageOf, reportWords } from './report-files.ts';
import type { OwnTemplates } from './template-files.ts';

/** What a report is made with, beside what it tells. */
export type Making = {
  /** The language wanted; else the one of the answers. */
  readonly lang?: string | undefined;
  /** The folder that the worksheets are written to. */
  readonly worksheets?: string | undefined;
  /** Whether the worksheets stand behind the report. */
  readonly withWorksheets?: boolean | undefined;
  /** Whose look it has. */
  readonly brand?: Brand | null;
  /** The file it was read from. */
  readonly brandFile?: string | undefined;
  /** What it is laid out by instead of ours. */
  readonly templates?: OwnTemplates | null;
};

type Make = (
  loaded: Loaded,
  making: Making,
  io: Io,
) => string | Promise<string> | Promise<Uint8Array>;

/** How each format is made of what was read. */
export const makers: Readonly<Record<ReportFormat, Make>> = {
  html: (loaded, making) => laidOut(loaded, making, 'html'),
  md: (loaded, making) => laidOut(loaded, making, 'md'),
  txt: (loaded, making) => laidOut(loaded, making, 'txt'),
  json: ({ assessment }) => jsonText(assessment),
  pdf: async (loaded, making, io) => {
    const { printPdf } = await import('./print-pdf.ts');
    const { stampPdf } = await import('./stamp-pdf.ts');
    const { name, version } = tool();
    const stamp = { creator: `${name} ${version}`, day: loaded.assessment.date };
    return stampPdf(await printPdf(await laidOut(loaded, making, 'html'), io), stamp);
  },
  csv: answersCsv,
  badge: badgeSvg,
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
  '.txt': 'txt',
  '.svg': 'badge',
};

/** How the name of a file in a folder ends. */
export function endingOf(format: ReportFormat): string {
  return format === 'badge' ? '.svg' : `.${format}`;
}

/** The format of the template that each is laid out by; null where none is. */
export const layouts: Readonly<Record<ReportFormat, TextFormat | null>> = {
  html: 'html',
  md: 'md',
  txt: 'txt',
  json: null,
  csv: null,
  badge: null,
  // A PDF is the printed HTML.
  pdf: 'html',
};

async function laidOut(loaded: Loaded, making: Making, format: TextFormat): Promise<string> {
  const { templates } = making;
  const view = told(loaded, making);
  if (templates) return renderOwn(view, templates, format);
  if (format === 'txt') throw new Failure('needs-template', { format });
  return renderBuiltIn(view, format);
}

function told(loaded: Loaded, { lang, brand, worksheets, withWorksheets = false }: Making): View {
  const { assessment, questionnaire } = loaded;
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const words = reportWords(language);
  const view = {
    ...viewOf(assessment, questionnaire, language, words),
    ...proofOf(loaded, language, words),
    brand: brand ? brandView(brand, language) : null,
  };
  const handedOut = { asFiles: worksheets !== undefined, appended: withWorksheets };
  if (!handedOut.asFiles && !handedOut.appended) return view;
  const sheets = worksheetViews(assessment, questionnaire, language);
  return withSheets(view, sheets, handedOut, words);
}

async function answersCsv(
  { assessment, questionnaire }: Loaded,
  { lang }: Making,
): Promise<string> {
  const { answersTable } = await import('../report/answers-table.ts');
  const { csvText } = await import('../report/csv-text.ts');
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const words = reportWords(language);
  return csvText(answersTable(assessment, questionnaire, language, words), language);
}

async function badgeSvg({ assessment, questionnaire }: Loaded, { lang }: Making): Promise<string> {
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const words = reportWords(language);
  const view = viewOf(assessment, questionnaire, language, words);
  return renderBuiltIn(badgeView(view, words), 'svg', 'badge');
}

// What is found only while it is shown (a part that calls itself for ever) is a mistake of the template's, too.
async function renderOwn(
  view: ReturnType<typeof told>,
  templates: OwnTemplates,
  format: TextFormat,
): Promise<string> {
  const { render } = await import('../report/render.ts');
  const { main, parts } = templates.of(format);
  const texts = Object.fromEntries(Object.entries(parts).map(([name, { text }]) => [name, text]));
  try {
    return render(view, format, main.text, reportWords(view.language), texts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const file = main.isOurs ? (templates.files[0] ?? templates.name) : main.file;
    throw new FileProblems([problem('template-failed', { file, line: 1, column: 1 }, { message })]);
  }
}
