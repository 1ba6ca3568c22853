import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { formView } from '../../report/form-view.ts';
import { questionnaireView } from '../../report/questionnaire-view.ts';
import type { OurFormat } from '../../report/template-helpers.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { type GivenQuestionnaire, givenQuestionnaire } from '../given-questionnaire.ts';
import { isKnownId } from '../input-ids.ts';
import { expandOne } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { type CommonOptions, usualQuestionnaire } from '../load.ts';
import {
  type Endings,
  formatOfFile,
  isInFolder,
  isStdout,
  refuseInputs,
  writeOutput,
} from '../output.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { type ForceOptions, refuseForeign } from '../refuse-foreign.ts';
import { renderBuiltIn } from '../render-built-in.ts';
import { languageOf, reportWords } from '../report-files.ts';
import { sayWhich } from '../say-which.ts';
import { scopeFor } from '../scope.ts';

export type ShowOptions = CommonOptions &
  ForceOptions & {
    readonly format?: OurFormat;
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
  const { io } = call;
  const format = formatOf(options);
  if (file === undefined) await sayWhich(options, call);
  const named = file ?? options.questionnaire ?? usualQuestionnaire(options, io);
  const wanted = isKnownId(named, options, io) ? named : await expandOne(named, 'hurdles show', io);
  const given = await givenQuestionnaire(wanted, options, io);
  const text = await sheetOf(given.questionnaire, format, options);
  const { output } = options;
  if (isStdout(output)) {
    await write(io.stdout, text);
    return 0;
  }
  if (isInFolder(output, io)) throw new Failure('is-a-folder', { file: output });
  refuseRead(output, given, options, io);
  refuseForeign(output, text, options, io);
  await writeOutput(output, text, call);
  return 0;
}

function sheetOf(
  questionnaire: Questionnaire,
  format: OurFormat,
  options: ShowOptions,
): Promise<string> {
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

const endings: Endings<OurFormat> = { '': 'html', '.html': 'html', '.htm': 'html', '.md': 'md' };

function formatOf({ format, output }: ShowOptions): OurFormat {
  return isStdout(output) ? (format ?? 'md') : formatOfFile(output, endings, format);
}

// Neither the questionnaire nor what names it is to be lost to its own print.
function refuseRead(
  output: string,
  { wanted, source }: GivenQuestionnaire,
  options: ShowOptions,
  io: Io,
): void {
  const isOwn = !builtInQuestionnaires().includes(wanted);
  const read = isOwn ? [source().name] : [];
  refuseInputs(output, read, options, io);
}
