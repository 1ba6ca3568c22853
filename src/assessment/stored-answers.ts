import { type Answers, fromLong } from '../questionnaire/answers.ts';
import type { Assessment } from './assessment-format.ts';

/** The answers that a stored assessment was made from, as far as it carries them: whoever answered is not among it. */
export function storedAnswers(assessment: Assessment): Answers {
  const { questionnaire, subject, scope, profile, answers, steps } = assessment;
  const given = (entries: Assessment['answers']) =>
    Object.fromEntries(Object.entries(entries).map(([id, answer]) => [id, fromLong(answer)]));
  return {
    format: 'answers/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    subject,
    scope: { quick: scope.quick, ...(scope.role === null ? {} : { role: scope.role }) },
    profile: given(profile),
    answers: given(answers),
    steps,
  };
}
