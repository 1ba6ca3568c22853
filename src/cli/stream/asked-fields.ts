import { AssessmentFormat } from '../../assessment/assessment-format.ts';
import { AssessmentLineFormat } from '../../assessment/assessment-line-format.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, findQuestionnaire, knownIds } from '../load.ts';
import { fieldsIn } from './fields.ts';
import type { Fields } from './picked.ts';

/**
 * The fields that are asked for of what is printed.
 *
 * @param questionnaire the one that `-q` names; null: a sheet may name any there is
 * @throws Failure for a field that there is none of
 */
export function askedFields(
  given: string,
  { full = false, ...options }: CommonOptions & { readonly full?: boolean },
  questionnaire: Questionnaire | null,
  io: Io,
): Fields {
  const hurdleIds = () => {
    const all = questionnaire
      ? [questionnaire]
      : knownIds(options, io).map((id) => findQuestionnaire(id, options, io));
    return [...new Set(all.flatMap(({ hurdles }) => hurdles.map(({ id }) => id)))];
  };
  const schema = full ? AssessmentFormat : AssessmentLineFormat;
  return fieldsIn(given, schema, (map) => (map === 'hurdles' ? hurdleIds() : []));
}
