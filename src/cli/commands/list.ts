import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { teller } from '../../questionnaire/teller.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { write } from '../io.ts';
import { type CommonOptions, configured, findQuestionnaire } from '../load.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { sentence } from '../sentence.ts';
import { quoted } from '../shell-words.ts';

/**
 * Lists the questionnaires there are: id, version, languages, title; of those that `hurdles.config.yaml` names the file,
 * too. One that cannot be read keeps no other from being listed.
 */
export async function runList(options: CommonOptions, call: Call): Promise<number> {
  const { io, words } = call;
  const own = Object.entries(configured(options, io));
  const all = [...builtInQuestionnaires().map((id) => [id, null] as const), ...own];
  let exitCode = 0;
  for (const [id, file] of all) {
    let line = '';
    try {
      line = `${tameLine(lineOf(id, file, findQuestionnaire(id, options, io), call.language))}\n`;
    } catch (error) {
      exitCode = 2;
      if (error instanceof Failure) await write(io.stderr, sentence(error, words));
      else if (error instanceof FileProblems) {
        await write(io.stderr, `${tameLine(words.hasProblems(id, quoted(file ?? id)))}\n`);
      } else throw error;
    }
    await write(io.stdout, line);
  }
  return exitCode;
}

function lineOf(
  id: string,
  file: string | null,
  questionnaire: Questionnaire,
  language: string,
): string {
  const { version, languages, title } = questionnaire;
  const told = teller(questionnaire, {}, language)(title);
  const where = file === null ? '' : `  (${file})`;
  return `${id}  ${version}  ${languages.join(', ')}  ${told}${where}`;
}
