import type { Answer, Answers, AnswerValue } from '../questionnaire/answers.ts';
import { type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Engine } from './engine.ts';
import type { Release } from './explanation-format.ts';

/** More ways to combine several answers than this are not tried. */
const mostCombinations = 256;

/**
 * The single answers that release a rule, found by trying: each answer to each question that the rule asks about, all
 * others as they are.
 *
 * @param conditions what the rule asks
 * @param isReleased whether it is released by these answers
 */
export function releasesOf(
  conditions: readonly Condition[],
  engine: Engine,
  answers: Answers,
  isReleased: (answers: Answers) => boolean,
): Release[] {
  return singleAnswers(askedAbout(conditions), conditions, engine, answers, isReleased);
}

/**
 * The single answers to some questions that something follows from, found by trying, all others as they are.
 *
 * @param asked      the ids of the questions
 * @param conditions whose bounds are worth trying of a number
 */
export function singleAnswers(
  asked: ReadonlySet<string>,
  conditions: readonly Condition[],
  engine: Engine,
  answers: Answers,
  follows: (answers: Answers) => boolean,
): Release[] {
  const { profile, questions } = engine.questionnaire;
  const tried = [
    ...profile.map((question) => ({ question, of: 'profile' as const })),
    ...questions.map(({ question }) => ({ question, of: 'answers' as const })),
  ].filter(({ question }) => asked.has(question.id));
  return tried.flatMap(({ question, of }) => {
    const bounds = conditions.flatMap((condition) => boundsOn(condition, question.id));
    const releasing = candidates(question, bounds).filter((answer) => {
      const said: Answer = { state: 'answered', answer };
      return follows({ ...answers, [of]: { ...answers[of], [question.id]: said } });
    });
    return releasing.length > 0
      ? [{ id: question.id, answers: releasing as Release['answers'] }]
      : [];
  });
}

function askedAbout(conditions: readonly Condition[]): ReadonlySet<string> {
  return new Set(
    conditions
      .flatMap(comparisonsOf)
      .flatMap(({ address }) => (address.kind === 'result' ? [] : [address.id])),
  );
}

function boundsOn(condition: Condition, id: string): readonly number[] {
  return comparisonsOf(condition).flatMap(({ address, value }) =>
    address.kind !== 'result' && address.id === id
      ? [value].flat().filter((one) => typeof one === 'number')
      : [],
  );
}

// Of a number what lies at, below and above every bound there is; a text is nothing to choose from.
function candidates(
  question: Question | ProfileQuestion,
  bounds: readonly number[],
): readonly AnswerValue[] {
  switch (question.kind) {
    case 'level':
      return question.options.map((_option, level) => level);
    case 'choice':
      return question.options.map(({ id }) => id);
    case 'several':
      return combinations(question.options);
    case 'number': {
      const bands = 'bands' in question ? question.bands.map(({ from }) => from) : [];
      const near = [...bands, ...bounds].flatMap((bound) => [bound - 1, bound, bound + 1]);
      return [...new Set(near)].sort((a, b) => a - b);
    }
    case 'text':
      return [];
    default:
      return question satisfies never;
  }
}

function combinations(
  options: readonly { readonly id: string; readonly exclusive: boolean }[],
): readonly (readonly string[])[] {
  const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
  const free = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  if (2 ** free.length > mostCombinations) return [[], ...free.map((id) => [id]), ...alone];
  const subsets = Array.from({ length: 2 ** free.length }, (_, number) =>
    free.filter((_id, place) => Math.floor(number / 2 ** place) % 2 === 1),
  );
  return [...subsets, ...alone];
}
