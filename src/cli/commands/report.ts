import { basename, extname, join, relative, resolve } from 'node:path';
import { viewOf } from '../../report/view.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { configName } from '../config.ts';
import { chapterOf } from '../explained.ts';
import { Failure } from '../failure.ts';
import { isFolder, isSameFile, writeWhole } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { type Io, write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import { type CommonOptions, type Loaded, load } from '../load.ts';
import { languageOf, renderBuiltIn, reportWords } from '../report-files.ts';

export type ReportOptions = CommonOptions & {
  readonly format?: readonly Format[];
  readonly output?: string;
  readonly date?: string;
};

type Format = 'html' | 'md' | 'json';

/** Writes a report of every file in every format asked for; everything is read before anything is written. */
export async function runReport(
  files: readonly string[],
  options: ReportOptions,
  { io, words }: Call,
): Promise<number> {
  const formats = formatsOf(options);
  const loaded: Loaded[] = [];
  for (const file of files) loaded.push(await load(file, options, io, checkDay(options.date)));
  await write(
    io.stderr,
    formatProblems(
      loaded.flatMap(({ warnings }) => warnings),
      words,
    ),
  );

  const isForPeople = formats.some((format) => format !== 'json');
  for (const { name, assessment } of isForPeople ? loaded : []) {
    if (assessment.date === null) await write(io.stderr, `${words.undated(tameLine(name))}\n`);
  }

  const reports = loaded.flatMap((one) =>
    formats.map((format) => ({ format, name: one.name, text: reportOf(one, format, options) })),
  );
  const { output } = options;
  const [only] = reports;
  if (output === undefined || output === '-') {
    if (reports.length !== 1 || !only) throw new Failure('needs-folder', {});
    await write(io.stdout, only.text);
    return 0;
  }
  const inFolder = /[/\\]$/.test(output) || isFolder(resolve(io.cwd, output));
  if (!inFolder && reports.length > 1) throw new Failure('needs-folder', {});
  const targets = reports.map((report) => ({
    ...report,
    target: inFolder ? join(output, `${stem(report.name)}.${report.format}`) : output,
  }));
  for (const { target } of targets) refuseInputs(target, [...files, ...alsoRead(options)], io);
  refuseTwins(targets.map(({ target }) => target));
  for (const { target, text } of targets) {
    const path = resolve(io.cwd, target);
    writeWhole(path, target, text);
    await write(io.stderr, `${words.written(relative(io.cwd, path) || target)}\n`);
  }
  return 0;
}

const formatOfEnding: Readonly<Record<string, Format>> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.json': 'json',
};

function formatsOf({ format, output }: ReportOptions): readonly Format[] {
  if (format !== undefined) return [...new Set(format)];
  const told = formatOfEnding[extname(output ?? '').toLowerCase()];
  if (told !== undefined) return [told];
  throw new Failure('unknown-ending', { file: output ?? '', allowed: 'html, md, json' });
}

function reportOf(loaded: Loaded, format: Format, { lang }: ReportOptions): string {
  const { assessment, questionnaire } = loaded;
  if (format === 'json') return jsonText(assessment);
  const language = languageOf(questionnaire, lang ?? assessment.language);
  const explained = chapterOf(loaded, language);
  const words = reportWords(language);
  return renderBuiltIn(viewOf(assessment, questionnaire, language, words, explained), format);
}

function stem(name: string): string {
  const base = basename(name === '<stdin>' ? 'report' : name);
  return base.slice(0, base.length - extname(base).length) || base;
}

function refuseInputs(target: string, files: readonly string[], io: Io): void {
  const path = resolve(io.cwd, target);
  const file = files.find((input) => input !== '-' && isSameFile(resolve(io.cwd, input), path));
  if (file !== undefined) throw new Failure('would-overwrite-input', { file });
}

// What a report is made with is not to be lost to it either.
function alsoRead({ questionnaire, config }: ReportOptions): readonly string[] {
  return [...(questionnaire === undefined ? [] : [questionnaire]), ...(config ? [configName] : [])];
}

function refuseTwins(targets: readonly string[]): void {
  const twin = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twin !== undefined) throw new Failure('same-target', { file: twin });
}
