import { type Answers, fromLong } from '../questionnaire/answers.ts';
import type { Assessment } from './assessment-format.ts';

/** The answers that an assessment carries, to be judged once more. Who gave them is not stored, only for whom. */
export function storedAnswers(assessment: Assessment): Answers {
  const { questionnaire, subject, scope, profile, answers, steps } = assessment;
  const { quick, role } = scope;
  const within = { ...(quick ? { quick } : {}), ...(role === null ? {} : { role }) };
  return {
    format: 'answers/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    subject,
    ...(quick || role !== null ? { scope: within } : {}),
    profile: mapValues(profile),
    answers: mapValues(answers),
    steps,
  };
}

function mapValues(stored: Assessment['answers']): Answers['answers'] {
  return Object.fromEntries(Object.entries(stored).map(([id, answer]) => [id, fromLong(answer)]));
}
