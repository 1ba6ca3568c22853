import { textsBelow } from '../questionnaire/extend-questionnaire.ts';
import { record } from '../questionnaire/outline.ts';
import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { readYaml } from '../shared/read-yaml.ts';
import type { Text } from './files.ts';
import type { Io } from './io.ts';
import {
  basesFor,
  type CommonOptions,
  findQuestionnaire,
  knownIds,
  questionnaireText,
} from './load.ts';

/**
 * The questionnaire of an id, where it is kin to another: the other builds on it, or it on the other.
 *
 * @param wanted the other one, by file name or id
 * @returns null where it is none, or none that anybody knows
 */
export function kinOf(
  wanted: string,
  id: string,
  options: CommonOptions,
  io: Io,
): Questionnaire | null {
  const bases = basesFor(options, io);
  const below = (one: string) => {
    const { name, text } = questionnaireText(one, options, io);
    return textsBelow(text, name, bases);
  };
  const base = below(wanted).find((one) => idIn(one) === id);
  if (base) {
    const parsed = parseQuestionnaire(base.text, base.name, bases);
    return parsed.ok ? parsed.value : null;
  }
  const ownId = findQuestionnaire(wanted, options, io).id;
  const isAbove =
    knownIds(options, io).includes(id) && below(id).some((one) => idIn(one) === ownId);
  return isAbove ? findQuestionnaire(id, options, io) : null;
}

function idIn({ name, text }: Text): unknown {
  const read = readYaml(text, name);
  return read.ok ? record(read.file.data).id : null;
}
