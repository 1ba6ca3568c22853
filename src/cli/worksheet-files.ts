import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { viewOf } from '../report/view.ts';
import { worksheetCsv } from '../report/worksheet-csv.ts';
import { worksheetFile, worksheetViews } from '../report/worksheet-view.ts';
import type { WorksheetPage } from '../report/worksheet-view-type.ts';
import { Failure } from './failure.ts';
import { isFile } from './files.ts';
import type { Io } from './io.ts';
import type { Loaded } from './load.ts';
import { renderBuiltIn } from './render-built-in.ts';
import { languageOf } from './report-files.ts';

/** A file to be written, and what into. */
export type SheetFile = { readonly target: string; readonly text: string };

/**
 * The worksheets of everything that was read: Markdown each, and CSV beside it where it is a table. Of several
 * companies each has a folder of its own.
 *
 * @param folder where they go
 * @param stem   what the folder of a company is called, by the name of its file
 * @param lang   the language wanted; else that of the answers
 */
export async function worksheetFiles(
  loaded: readonly Loaded[],
  folder: string,
  stem: (name: string) => string,
  lang: string | undefined,
): Promise<readonly SheetFile[]> {
  const files: SheetFile[] = [];
  for (const { name, questionnaire, assessment } of loaded) {
    const language = languageOf(questionnaire, lang ?? assessment.language);
    const {
      tool,
      subject,
      date,
      questionnaire: asked,
    } = viewOf(assessment, questionnaire, language);
    const beside = { language, tool, subject, date, questionnaire: asked };
    const within = loaded.length > 1 ? join(folder, folderName(name, stem)) : folder;
    for (const sheet of worksheetViews(assessment, questionnaire, language)) {
      const page: WorksheetPage = { ...beside, sheet };
      const target = join(within, worksheetFile(sheet));
      files.push({ target, text: await renderBuiltIn(page, 'md', 'worksheet') });
      if (sheet.layout !== 'table') continue;
      files.push({ target: target.replace(/md$/, 'csv'), text: worksheetCsv(sheet, language) });
    }
  }
  return files;
}

/** Stops where there is nothing to fill in. */
export function refuseNone(loaded: readonly Pick<Loaded, 'name' | 'questionnaire'>[]): void {
  const without = loaded.find(({ questionnaire }) => questionnaire.worksheets.length === 0);
  if (without) throw new Failure('no-worksheets', { questionnaire: without.questionnaire.id });
}

/** Stops before a sheet is written over that somebody may have filled in; one that stands as it would be written may stay. */
export function refuseFilledIn(files: readonly SheetFile[], { cwd }: Io): void {
  const there = files.filter(({ target, text }) => {
    const path = resolve(cwd, target);
    return existsSync(path) && !(isFile(path) && readFileSync(path, 'utf8') === text);
  });
  if (there.length > 0) {
    throw new Failure('worksheets-there', { files: there.map(({ target }) => target) });
  }
}

// `..` would lead out of the folder.
function folderName(name: string, stem: (name: string) => string): string {
  const short = stem(name);
  return /^\.+$/.test(short) ? basename(name) : short;
}
