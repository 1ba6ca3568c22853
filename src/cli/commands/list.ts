import { teller } from '../../questionnaire/teller.ts';
import type { Call } from '../call.ts';
import { write } from '../io.ts';
import { type CommonOptions, findQuestionnaire } from '../load.ts';
import { builtInQuestionnaires } from '../package-files.ts';

/** Lists the questionnaires that come with the program: id, version, languages, title. */
export async function runList(options: CommonOptions, { io, language }: Call): Promise<number> {
  for (const id of builtInQuestionnaires()) {
    const questionnaire = findQuestionnaire(id, options, io);
    const title = teller(questionnaire, {}, language)(questionnaire.title);
    const languages = questionnaire.languages.join(', ');
    await write(io.stdout, `${id}  ${questionnaire.version}  ${languages}  ${title}\n`);
  }
  return 0;
}
