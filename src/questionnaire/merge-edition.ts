import { deepEqual } from '../shared/deep-equal.ts';
import type { Answers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { RoleFile } from './role-file.ts';

/** The edition of a questionnaire that a file of answers names. */
type Edition = Answers['questionnaire'];

/**
 * The edition that merged answers are of: the one that all files were answered with, as long as nothing in them had to be
 * carried over; else the one at hand. Merged further they come to the same, in any order.
 */
export function mergeEdition(questionnaire: Questionnaire, files: readonly RoleFile[]): Edition {
  const { id, version, digest } = questionnaire;
  const [first, ...others] = files.map(({ answers }) => editionOf(answers, questionnaire));
  const isSame = others.every((other) => deepEqual(other, first));
  const isAsAnswered = files.every(({ answers }) => answers.carriedOver === undefined);
  return first !== undefined && isSame && isAsAnswered ? first : { id, version, digest };
}

/** The edition that a file was answered with; where it does not say, the one at hand. */
export function editionOf(
  { questionnaire: said }: Answers,
  { id, version, digest }: Questionnaire,
): Edition {
  const answered = said.version ?? version;
  const print = said.digest ?? (answered === version ? digest : undefined);
  return { id, version: answered, ...(print === undefined ? {} : { digest: print }) };
}
