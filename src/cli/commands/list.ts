import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { teller } from '../../questionnaire/teller.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { ListResult } from '../list-format.ts';
import { type CommonOptions, configured, findQuestionnaire } from '../load.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { sentence } from '../sentence.ts';
import { quoted } from '../shell-words.ts';

export type ListOptions = CommonOptions & { readonly json?: boolean };

/**
 * Lists the questionnaires there are: id, version, languages, title; of those that `hurdles.config.yaml` names the file,
 * too. One that cannot be read keeps no other from being listed.
 */
export async function runList(options: ListOptions, call: Call): Promise<number> {
  const { io } = call;
  const own = Object.entries(configured(options, io));
  const all = [...builtInQuestionnaires().map((id) => [id, null] as const), ...own];
  const questionnaires: Listed[] = [];
  const unread: ListResult['unread'] = [];
  for (const [id, file] of all) {
    let line = '';
    try {
      const questionnaire = findQuestionnaire(id, options, io);
      questionnaires.push(listed(id, file, questionnaire));
      line = lineOf(id, file, questionnaire, call.language);
    } catch (error) {
      const message = tameLine(whyUnread(error, id, file, call));
      unread.push({ id, file: file ?? id, message });
      await write(io.stderr, `${message}\n`);
    }
    if (!options.json) await write(io.stdout, line);
  }
  const result: ListResult = { format: 'list/1', questionnaires, unread };
  if (options.json) await write(io.stdout, jsonText(result));
  return unread.length === 0 ? 0 : 2;
}

type Listed = ListResult['questionnaires'][number];

function listed(id: string, file: string | null, questionnaire: Questionnaire): Listed {
  const { version, digest, languages, title } = questionnaire;
  const told = languages.map((one) => [one, teller(questionnaire, {}, one)(title)]);
  return { id, version, digest, languages: [...languages], title: Object.fromEntries(told), file };
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
  return `${tameLine(`${id}  ${version}  ${languages.join(', ')}  ${told}${where}`)}\n`;
}

// What is wrong with the world or with a file is told; a mistake of ours is not hidden.
function whyUnread(error: unknown, id: string, file: string | null, { words }: Call): string {
  if (error instanceof Failure) return sentence(error, words).trimEnd();
  if (error instanceof FileProblems) return words.hasProblems(id, quoted(file ?? id));
  throw error;
}
