import type { Answers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What answers say about the company and not about the one use they are about: its name, and each answer whose question says so, with all that stands beside it. */
export function companyAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
): Pick<Answers, 'subject' | 'profile' | 'answers'> {
  const name = answers.subject?.name;
  const questions = questionnaire.questions.map(({ question }) => question);
  return {
    ...(name === undefined ? {} : { subject: { name } }),
    profile: only(questionnaire.profile, answers.profile),
    answers: only(questions, answers.answers),
  };
}

function only<Value>(
  questions: readonly { readonly id: string; readonly unit: string }[],
  given: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const company = questions.filter(({ unit }) => unit === 'company').map(({ id }) => id);
  return Object.fromEntries(Object.entries(given).filter(([id]) => company.includes(id)));
}
