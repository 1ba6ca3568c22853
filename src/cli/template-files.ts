import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkTemplates, type TemplateFile, type Templates } from '../report/check-template.ts';
import type { ReportFormat } from '../report/template-helpers.ts';
import type { Schema } from '../report/template-value.ts';
import type { Problem } from '../shared/problem.ts';
import { Failure } from './failure.ts';
import { isFolder, readText } from './files.ts';
import type { Io } from './io.ts';
import { packageFile } from './package-files.ts';
import { builtInParts, builtInTemplate, reportWords } from './report-files.ts';

/** Templates of the user's own, that reports are laid out by. */
export type OwnTemplates = {
  /** As it was named. */
  readonly name: string;
  /** The format that the name of the file tells; null where it tells none, and of a folder. */
  readonly format: ReportFormat | null;
  /** The formats that something in it is for. */
  readonly formats: readonly ReportFormat[];
  /** What was read. */
  readonly files: readonly string[];
  /**
   * The template of a format with all it may call.
   *
   * @throws Failure where there is none
   */
  readonly of: (format: ReportFormat) => Templates;
};

/** Reads a template, or a folder of them: `report.html.hbs` there is the whole, `header.html.hbs` a part instead of ours. */
export function readTemplates(name: string, io: Pick<Io, 'cwd'>): OwnTemplates {
  const path = resolve(io.cwd, name);
  return isFolder(path) ? inFolder(name, path) : single(name, path);
}

/** Whether something is a folder with a template in it. */
export function isTemplateFolder(name: string, io: Pick<Io, 'cwd'>): boolean {
  const path = resolve(io.cwd, name);
  return isFolder(path) && readdirSync(path).some((file) => file.endsWith('.hbs'));
}

/** Every problem of templates in a format. */
export function problemsOf(templates: Templates, language: string): readonly Problem[] {
  return checkTemplates(templates, viewSchema(), reportWords(language));
}

function single(name: string, path: string): OwnTemplates {
  const main = { file: name, text: readText(path, name) };
  // Any text would do as one, and come back as the report.
  if (!name.endsWith('.hbs')) throw new Failure('no-template', { file: name });
  const { format } = formatTold(basename(name));
  return {
    name,
    format,
    formats: [format ?? 'html'],
    files: [name],
    of: (wanted) => ({ format: wanted, main, parts: ours(wanted) }),
  };
}

function inFolder(name: string, path: string): OwnTemplates {
  const found = readdirSync(path)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const shown = join(name, file);
      const text = readText(join(path, file), shown);
      return { ...formatTold(file), template: { file: shown, text } };
    });
  if (found.length === 0) throw new Failure('no-template-in-folder', { folder: name });
  const told = found.map(({ format }) => format);
  // A part that names no format is for all that we have.
  const formats = told.includes(null) ? (['html', 'md', ...told] as const) : told;
  return {
    name,
    format: null,
    formats: [...new Set(formats)].filter((format) => format !== null),
    files: found.map(({ template }) => template.file),
    of: (format) => {
      // What names its format goes before what names none.
      const own = (told: ReportFormat | null) =>
        found.flatMap((one) => (one.format === told ? [[one.stem, one.template] as const] : []));
      const { report, ...parts }: Readonly<Record<string, TemplateFile>> = Object.fromEntries([
        ...own(null),
        ...own(format),
      ]);
      const main = report ?? ourMain(format);
      if (!main) throw new Failure('needs-template', { format });
      return { format, main, parts: { ...ours(format), ...parts } };
    },
  };
}

// `header.html.hbs`: the part `header` of the format html.
function formatTold(file: string): { readonly stem: string; readonly format: ReportFormat | null } {
  const [, stem = file, format] = /^(.*?)(?:\.(html|md|txt))?(?:\.hbs)?$/.exec(file) ?? [];
  return { stem, format: (format as ReportFormat | undefined) ?? null };
}

function ourMain(format: ReportFormat): TemplateFile | null {
  const text = builtInTemplate('report', format);
  return text === null ? null : { file: `<report.${format}.hbs>`, text, isOurs: true };
}

function ours(format: ReportFormat): Readonly<Record<string, TemplateFile>> {
  const phrases = phrasesIn(ourMain(format)?.text ?? '');
  const parts = Object.entries({ ...phrases, ...builtInParts('report', format) });
  return Object.fromEntries(
    parts.map(([name, text]) => [name, { file: `<${name}.${format}.hbs>`, text, isOurs: true }]),
  );
}

// What our template has within itself, our parts need wherever they are called.
function phrasesIn(template: string): Readonly<Record<string, string>> {
  const inline = /\{\{~?#\*inline "([^"]+)"~?\}\}([\s\S]*?)\{\{~?\/inline~?\}\}/g;
  return Object.fromEntries(
    [...template.matchAll(inline)].map(([, name = '', text = '']) => [name, text]),
  );
}

function viewSchema(): Schema {
  return JSON.parse(packageFile('schemas/view.v1.schema.json')) as Schema;
}
