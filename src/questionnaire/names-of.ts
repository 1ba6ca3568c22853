import type { Names } from './check-conditions.ts';
import type { Named } from './outline.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a condition outside a questionnaire can name of it. */
export function namesOf({ profile, questions, hurdles, roles }: Questionnaire): Names {
  return {
    profile: profile.map(named),
    questions: questions.map(({ question }) => named(question)),
    hurdles: hurdles.map(({ id }) => ({ id })),
    roles: roles.map(({ id }) => id),
  };
}

function named(question: Question | ProfileQuestion): Named {
  const options =
    'options' in question
      ? question.options.map((option, index) => ('id' in option ? option.id : String(index)))
      : [];
  return {
    id: question.id,
    kind: question.kind,
    options,
    ordered: 'ordered' in question && question.ordered === true,
    required: false,
    path: [],
  };
}
