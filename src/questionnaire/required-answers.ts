import { nearest } from '../shared/nearest.ts';
import { type Place, type Problem, problem } from '../shared/problem.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * The required profile answers that are not given. One that is there under a misspelt name is told by that name.
 *
 * @param given what stands in the profile, by id
 * @param place where to miss the answer to a question
 */
export function missingRequired(
  given: Readonly<Record<string, unknown>>,
  { profile }: Questionnaire,
  place: (id: string) => Place,
): readonly Problem[] {
  const known = profile.map(({ id }) => id);
  const strangers = Object.keys(given).filter((id) => !known.includes(id));
  const meant = strangers.map((id) => nearest(id, known));
  return profile
    .filter(({ id, required }) => required && (given[id] ?? null) === null && !meant.includes(id))
    .map((question) => {
      const { id } = question;
      const options = 'options' in question ? question.options.map((option) => option.id) : [];
      return problem('missing-required', place(id), { id, options });
    });
}
