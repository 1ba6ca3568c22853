import { extname, relative, resolve } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { formView } from '../../report/form-view.ts';
import { questionnaireView } from '../../report/questionnaire-view.ts';
import type { ReportFormat } from '../../report/render.ts';
import type { Call } from '../call.ts';
import { configName } from '../config.ts';
import { Failure } from '../failure.ts';
import { isFile, isFolder, isSameFile, writeWhole } from '../files.ts';
import { type Io, write } from '../io.ts';
import {
  type CommonOptions,
  findQuestionnaire,
  questionnaireText,
  usualQuestionnaire,
} from '../load.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { languageOf, renderBuiltIn, reportWords } from '../report-files.ts';
import { sayWhich } from '../say-which.ts';
import { scopeFor } from '../scope.ts';

export type ShowOptions = CommonOptions & {
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly blank?: boolean;
  readonly role?: string;
};

/** Prints a questionnaire for reading, or with `--blank` as a form to fill in with a pen. */
export async function runShow(
  file: string | undefined,
  options: ShowOptions,
  call: Call,
): Promise<number> {
  const { io, words } = call;
  const format = formatOf(options);
  if (file === undefined) await sayWhich(options, call);
  const wanted = file ?? options.questionnaire ?? usualQuestionnaire(options, io);
  const questionnaire = findQuestionnaire(wanted, options, io);
  const text = sheetOf(questionnaire, format, options);
  const { output } = options;
  if (output === undefined || output === '-') {
    await write(io.stdout, text);
    return 0;
  }
  const path = resolve(io.cwd, output);
  if (/[/\\]$/.test(output) || isFolder(path)) throw new Failure('is-a-folder', { file: output });
  refuseInputs(path, wanted, options, io);
  writeWhole(path, output, text);
  await write(io.stderr, `${words.written(relative(io.cwd, path) || output)}\n`);
  return 0;
}

function sheetOf(questionnaire: Questionnaire, format: ReportFormat, options: ShowOptions): string {
  const { role = null } = scopeFor(options, questionnaire);
  const language = languageOf(questionnaire, options.lang);
  const words = reportWords(language);
  return options.blank
    ? renderBuiltIn(formView(questionnaire, language, words, role), format, 'form')
    : renderBuiltIn(
        questionnaireView(questionnaire, language, words, role),
        format,
        'questionnaire',
      );
}

const formatOfEnding: Readonly<Record<string, ReportFormat>> = {
  '': 'html',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
};

function formatOf({ format, output }: ShowOptions): ReportFormat {
  if (format !== undefined) return format;
  if (output === undefined || output === '-') return 'md';
  const told = formatOfEnding[extname(output).toLowerCase()];
  if (told !== undefined) return told;
  throw new Failure('unknown-ending', { file: output, allowed: 'html, md' });
}

// Neither the questionnaire nor what names it is to be lost to its own print.
function refuseInputs(path: string, wanted: string, options: ShowOptions, io: Io): void {
  const isOwn = !builtInQuestionnaires().includes(wanted);
  const read = [
    ...(isOwn ? [questionnaireText(wanted, options, io).name] : []),
    ...(options.config ? [configName] : []),
  ];
  const file = read.find((input) => isSameFile(resolve(io.cwd, input), path));
  if (file !== undefined) throw new Failure('would-overwrite-input', { file });
  // A print is no YAML: what stands there under such a name may be what this one extends.
  if (/\.ya?ml$/i.test(path) && isFile(path)) {
    throw new Failure('already-there', { file: relative(io.cwd, path) });
  }
}
