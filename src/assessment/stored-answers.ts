import { type Answers, fromLong } from '../questionnaire/answers.ts';
import type { Assessment } from './assessment-format.ts';

/** The answers that a stored assessment was made from. */
export function storedAnswers(assessment: Assessment): Answers {
  const { questionnaire, subject, scope, respondent, profile, answers, steps } = assessment;
  return {
    format: 'answers/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    subject,
    scope: { quick: scope.quick, ...(scope.role === null ? {} : { role: scope.role }) },
    ...(respondent === undefined ? {} : { respondent }),
    profile: asGiven(profile),
    answers: asGiven(answers),
    steps,
  };
}

/** The same as a file of answers says it. */
export function writtenAnswers(assessment: Assessment) {
  const { questionnaire, subject, scope, respondent, language } = assessment;
  const { profile, answers, steps } = assessment;
  const { id, version } = questionnaire;
  return {
    format: 'answers/1',
    questionnaire: { id, version },
    subject,
    scope: { quick: scope.quick, ...(scope.role === null ? {} : { role: scope.role }) },
    ...(respondent === undefined ? {} : { respondent }),
    ...(language === null ? {} : { language }),
    profile,
    answers,
    steps,
  };
}

/** The entries of a stored assessment as what was answered. */
export function asGiven(entries: Assessment['answers']): Answers['answers'] {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, fromLong(entry)]));
}
