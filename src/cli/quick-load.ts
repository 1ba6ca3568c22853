import { assess, type Extent } from '../assessment/assess.ts';
import { acceptingAnswers } from '../questionnaire/accept-answers.ts';
import { record } from '../questionnaire/outline.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { readInput } from './files.ts';
import type { Io } from './io.ts';
import type { CommonOptions, Loaded } from './load.ts';
import { builtInQuestionnaires, tool } from './package-files.ts';
import { preparedQuestionnaire } from './prepared-questionnaire.ts';

/**
 * Reads answers or a stored assessment and judges it, as `load` does.
 *
 * Answers to a questionnaire of ours in which nothing is wrong, and those are most, need neither a schema nor a
 * questionnaire's YAML: they take a quarter of the time. All else is loaded for what it is.
 *
 * @param date the day of the assessment, instead of the day of the answers
 */
export async function quickLoad(
  file: string,
  options: CommonOptions,
  io: Io,
  date?: string,
  extent?: Extent,
): Promise<Loaded> {
  const input = await readInput(file, io);
  const read = readYaml(input.text, input.name);
  const source = read.ok ? read.file : null;
  const questionnaire = source && oursFor(source.data, options);
  const answers = questionnaire && acceptingAnswers(questionnaire)(source.data);
  if (answers) {
    const assessment = assess(questionnaire, answers, tool(), date, extent);
    const { name } = input;
    return { name, assessment, answers, isStored: false, questionnaire, warnings: [] };
  }
  const { loadText } = await import('./load.ts');
  return loadText(input, options, io, date, extent);
}

// By `-q`, else by the id in the file; an id is only ever an id.
function oursFor(data: unknown, options: CommonOptions) {
  const id = options.questionnaire ?? record(record(data).questionnaire).id;
  const isOurs = typeof id === 'string' && builtInQuestionnaires().includes(id);
  return isOurs ? preparedQuestionnaire(id) : null;
}
