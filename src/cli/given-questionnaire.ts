import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { FileProblems } from './file-problems.ts';
import { readInput, type Text } from './files.ts';
import type { Io } from './io.ts';
import { basesFor, type CommonOptions, findQuestionnaire, questionnaireText } from './load.ts';

/** A questionnaire that a command was given to read, with where it came from. */
export type GivenQuestionnaire = {
  /** As it was named: a file, an id, or `-`. */
  readonly wanted: string;
  readonly questionnaire: Questionnaire;
  /** Its unread text, by the name it has in messages. */
  readonly source: () => Text;
};

/** Reads a questionnaire by file name, id, or from standard input (`-`). */
export async function givenQuestionnaire(
  wanted: string,
  options: CommonOptions,
  io: Io,
): Promise<GivenQuestionnaire> {
  if (wanted !== '-') {
    const source = () => questionnaireText(wanted, options, io);
    return { wanted, questionnaire: findQuestionnaire(wanted, options, io), source };
  }
  const text = await readInput('-', io);
  const parsed = parseQuestionnaire(text.text, text.name, basesFor(options, io));
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return { wanted, questionnaire: parsed.value, source: () => text };
}
