import { basename, extname, join, resolve } from 'node:path';
import { eachOnce, inReadingOrder, type Problem } from '../../shared/problem.ts';
import { tameLine, tameLog } from '../../shared/tame.ts';
import type { BrandOptions } from '../brand-file.ts';
import { brandFor } from '../brand-for.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { eachWithProgress } from '../each-with-progress.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { isFile } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { expandInputs } from '../inputs.ts';
import { write } from '../io.ts';
import type { CommonOptions, Loaded } from '../load.ts';
import { loadAll } from '../load-all.ts';
import { formatOfFile, isInFolder, isStdout, refuseInputs, writeOutput } from '../output.ts';
import type { ReportFormat } from '../program/format-names.ts';
import { type ForceOptions, refuseForeign } from '../refuse-foreign.ts';
import { binary, endingOf, endings, layouts, type Making, makers } from '../report-formats.ts';
import type { SheetFile } from '../worksheet-files.ts';

export type ReportOptions = CommonOptions &
  BrandOptions &
  ForceOptions & {
    readonly format?: readonly ReportFormat[];
    readonly output?: string;
    readonly date?: string;
    /** A file or a folder. */
    readonly template?: string;
    /** The folder that the worksheets are written to. */
    readonly worksheets?: string;
    /** Whether the worksheets stand behind the report. */
    readonly withWorksheets?: boolean;
  };

/** Writes a report of every file in every format asked for, and the worksheets where they are; everything is read before anything is written. */
export async function runReport(
  named: readonly string[],
  options: ReportOptions,
  call: Call,
): Promise<number> {
  const { io, words } = call;
  const files = await expandInputs(named, io);
  const making = await makingOf(options, call);
  const formats = formatsOf(options, making, call);
  const doubts = await checkOwn(formats, making, call);
  const unreadable = formats.find((format) => binary.includes(format));
  const [first] = formats;
  if (options.withWorksheets && first && formats.every((format) => layouts[format] === null)) {
    throw new Failure('nowhere-to-append', { format: first });
  }
  if (unreadable !== undefined && isStdout(options.output) && io.stdout.isTTY) {
    throw new Failure('no-text-for-terminal', { format: unreadable });
  }
  const loaded = await loadAll(files, options, call, checkDay(options.date));
  await write(
    io.stderr,
    formatProblems([...doubts, ...loaded.flatMap(({ warnings }) => warnings)], words),
  );

  const isWithSheets = options.worksheets !== undefined || options.withWorksheets === true;
  if (isWithSheets) (await import('../worksheet-files.ts')).refuseNone(loaded);
  const sheets = await sheetsOf(loaded, options, making, call);

  const isForPeople = sheets.length > 0 || formats.some((format) => format !== 'json');
  for (const { name, assessment } of isForPeople ? loaded : []) {
    if (assessment.date === null)
      await write(io.stderr, tameLog(`${words.undated(tameLine(name))}\n`));
  }

  const wanted = loaded.flatMap((one) => formats.map((format) => ({ one, format })));
  const make = async ({ one, format }: (typeof wanted)[number]): Promise<Made> => ({
    format,
    name: one.name,
    data: await makers[format](one, making, io),
  });
  const reports = await eachWithProgress(wanted, words.progress.making, make, io);
  const { output } = options;
  if (isStdout(output)) {
    const [only] = reports;
    if (reports.length > 1) throw new Failure('needs-folder', {});
    for (const { target, text } of sheets) await writeOutput(target, text, call);
    if (only) await write(io.stdout, only.data);
    return 0;
  }
  const inFolder = isInFolder(output, io);
  if (inFolder && isFile(resolve(io.cwd, output))) {
    throw new Failure('not-a-folder', { folder: output });
  }
  if (!inFolder && reports.length > 1) throw new Failure('needs-folder', {});
  const targets = reports.map(({ format, name, data }) => ({
    target: inFolder ? join(output, `${stem(name)}${endingOf(format)}`) : output,
    data,
  }));
  for (const { target } of targets)
    refuseInputs(target, [...files, ...alsoRead(options, making)], options, io);
  refuseTwins([...sheets, ...targets].map(({ target }) => target));
  for (const { target, data } of targets) refuseForeign(target, data, options, io);
  for (const { target, text } of sheets) await writeOutput(target, text, call);
  for (const { target, data } of targets) await writeOutput(target, data, call);
  return 0;
}

// Nothing is written before it is clear that all of it can be.
async function sheetsOf(
  loaded: readonly Loaded[],
  options: ReportOptions,
  making: Making,
  { io }: Call,
): Promise<readonly SheetFile[]> {
  const { worksheets: folder, lang } = options;
  if (folder === undefined) return [];
  if (folder === '-') {
    throw new Failure('bad-option-value', { option: '--worksheets', value: '-', allowed: 'DIR' });
  }
  if (isFile(resolve(io.cwd, folder))) throw new Failure('not-a-folder', { folder });
  const { refuseFilledIn, worksheetFiles } = await import('../worksheet-files.ts');
  const sheets = await worksheetFiles(loaded, folder, stem, lang);
  refuseTwins(sheets.map(({ target }) => target));
  for (const { target } of sheets) {
    const read = [...loaded.map(({ name }) => name), ...alsoRead(options, making)];
    refuseInputs(target, read, options, io);
  }
  if (!options.force) refuseFilledIn(sheets, io);
  return sheets;
}

type Made = {
  readonly format: ReportFormat;
  readonly name: string;
  readonly data: string | Uint8Array;
};

// Without a word about it a report is HTML, and several go into a folder.
function formatsOf(
  { format, output, worksheets }: ReportOptions,
  { templates }: Making,
  { io }: Call,
): readonly ReportFormat[] {
  // Whoever asks for worksheets and for no report gets none.
  if (worksheets !== undefined && format === undefined && output === undefined) return [];
  const asked = [...new Set([format ?? templates?.format ?? []].flat())];
  const [only] = asked;
  if (asked.length > 1) return asked;
  if (isStdout(output) || isInFolder(output, io)) return [only ?? 'html'];
  return [formatOfFile(output, endings, only)];
}

function stem(name: string): string {
  const base = basename(name === '<stdin>' ? 'report' : name);
  return base.slice(0, base.length - extname(base).length) || base;
}

// What a report is made with is not to be lost to it either.
function alsoRead(options: ReportOptions, { templates, brandFile }: Making): readonly string[] {
  return [options.questionnaire ?? [], brandFile ?? [], templates?.files ?? []].flat();
}

async function makingOf(options: ReportOptions, { io }: Call): Promise<Making> {
  const { lang, template, worksheets, withWorksheets } = options;
  const templates =
    template === undefined
      ? null
      : (await import('../template-files.ts')).readTemplates(template, io);
  const branded = await brandFor(options, io);
  return {
    lang,
    templates,
    brand: branded?.brand ?? null,
    brandFile: branded?.file,
    worksheets,
    withWorksheets,
  };
}

// Templates are looked through before anything is shown by them; returns what is only to be doubted in them.
async function checkOwn(
  formats: readonly ReportFormat[],
  { templates }: Making,
  { language }: Call,
): Promise<readonly Problem[]> {
  if (!templates) return [];
  const { problemsOf } = await import('../template-files.ts');
  const problems = formats.flatMap((format) => {
    const layout = layouts[format];
    if (layout === null) throw new Failure('no-layout', { format });
    if (templates.format !== null && templates.format !== layout) {
      throw new Failure('other-template', { file: templates.name, format });
    }
    return problemsOf(templates.of(layout), language);
  });
  const told = inReadingOrder(eachOnce(problems));
  if (told.some(({ severity }) => severity === 'error')) throw new FileProblems(told);
  return told;
}

function refuseTwins(targets: readonly string[]): void {
  // Many file systems do not tell `A` from `a`, nor one way of writing `ä` from the other.
  const names = targets.map((target) => target.normalize('NFC').toLowerCase());
  const twin = targets.find((_, index) => names.indexOf(names[index] ?? '') !== index);
  if (twin !== undefined) throw new Failure('same-target', { file: twin });
}
