import { toEntry } from './answer-entry.ts';
import { type Answer, type Answers, noAnswers } from './answers.ts';
import { parseAnswers } from './parse-answers.ts';
import type { Questionnaire } from './questionnaire.ts';

type CompanyAnswers = Pick<Answers, 'subject' | 'profile' | 'answers'>;

/** What answers say about the company and not about the one use they are about: its name, and each answer whose question says so, with all that stands beside it. */
function companyAnswers(questionnaire: Questionnaire, answers: Answers): CompanyAnswers {
  const name = answers.subject?.name;
  const questions = questionnaire.questions.map(({ question }) => question);
  return {
    ...(name === undefined ? {} : { subject: { name } }),
    profile: only(questionnaire.profile, answers.profile),
    answers: only(questions, answers.answers),
  };
}

/**
 * What answers to one questionnaire say about the company, as answers to another that builds on it, or the other way
 * round: each answer whose question is there too, is about the company there too, and can be answered so.
 *
 * @returns the answers, and the ids of those that would be no answer there
 */
export function companyAnswersFor(
  target: Questionnaire,
  asked: Questionnaire,
  given: Answers,
): { readonly taken: CompanyAnswers; readonly left: readonly string[] } {
  const company = companyAnswers(asked, given);
  const there = companyAnswers(target, { ...noAnswers(target), ...company });
  const left = (['profile', 'answers'] as const).flatMap((section) =>
    Object.entries(there[section]).flatMap(([id, answer]) =>
      fits(section, id, answer, target) ? [] : [id],
    ),
  );
  const fitting = (answers: Answers['answers']) =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => !left.includes(id)));
  return {
    taken: { ...there, profile: fitting(there.profile), answers: fitting(there.answers) },
    left,
  };
}

function fits(
  section: 'profile' | 'answers',
  id: string,
  answer: Answer,
  target: Questionnaire,
): boolean {
  const { format, questionnaire } = noAnswers(target);
  const sheet = { format, questionnaire, [section]: { [id]: toEntry(answer, false, true) } };
  return parseAnswers(JSON.stringify(sheet), id, target).ok;
}

function only<Value>(
  questions: readonly { readonly id: string; readonly unit: string }[],
  given: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const company = questions.filter(({ unit }) => unit === 'company').map(({ id }) => id);
  return Object.fromEntries(Object.entries(given).filter(([id]) => company.includes(id)));
}
