import type { Engine } from '../assessment/engine.ts';
import type { EngineQuestion } from '../assessment/engine-question.ts';
import { answerReaching } from '../assessment/stand.ts';
import { type Answer, type Answers, noAnswers } from '../questionnaire/answers.ts';
import type { Standing } from '../questionnaire/compile-condition.ts';
import { broughtWithin } from '../questionnaire/number-range.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import { type Answered, isAnswered, type Value } from './domains.ts';
import type { Solution } from './satisfy.ts';

/** The worst or the best answer to everything. */
export type Fill = 'lowest' | 'highest';

/**
 * Answers that meet a solution; whatever it leaves free is filled in.
 *
 * @param fill   which of the values that a solution leaves is taken, and what all other questions get
 * @param option the option of the profile question that picks targets
 */
export function sheetFor(
  engine: Engine,
  solution: Solution,
  fill: Fill,
  option: number | null,
): Answers {
  const { questionnaire } = engine;
  const profile = questionnaire.profile.flatMap((question, position): [string, Answer][] => {
    const chosen =
      position === engine.selector && option !== null
        ? { state: 'answered' as const, value: option }
        : first(solution.get(question.id));
    if (chosen) return entry(question, chosen);
    return solution.has(question.id) ? [] : [[question.id, firstAnswer(question)]];
  });
  const answers = engine.questions.flatMap((one): [string, Answer][] => {
    const left = solution.get(one.id);
    if (!left) return one.scoring ? [[one.id, filled(one, fill)]] : [];
    const sorted = left.filter(isAnswered).sort((a, b) => pointsOf(one, a) - pointsOf(one, b));
    const answered = fill === 'lowest' ? sorted[0] : sorted.at(-1);
    const chosen = answered ?? first(left);
    return chosen ? entry(one.question, chosen) : [];
  });
  return {
    ...noAnswers(questionnaire),
    profile: Object.fromEntries(profile),
    answers: Object.fromEntries(answers),
  };
}

/** The options that pick targets, as a solution leaves them; null alone where nothing picks them. */
export function optionsLeft(engine: Engine, solution: Solution): readonly (number | null)[] {
  const selecting = engine.questionnaire.profile[engine.selector];
  if (selecting?.kind !== 'choice') return [null];
  const all = selecting.options.map((_option, index) => index);
  const left = solution.get(selecting.id);
  if (!left) return all;
  return all.filter((index) => left.some((value) => isAnswered(value) && value.value === index));
}

// An answer rather than anything else that would do.
function first(left: readonly Value[] | undefined): Standing | undefined {
  return left?.find(isAnswered) ?? left?.find(isStanding);
}

function isStanding(value: Value): value is Standing {
  return 'state' in value;
}

function pointsOf({ scoring }: EngineQuestion, { value }: Answered): number {
  return scoring && typeof value !== 'string' ? scoring.pointsOf(value) : 0;
}

function filled({ question, scoring }: EngineQuestion, fill: Fill): Answer {
  if (!scoring || question.kind === 'text') return { state: 'unknown' };
  const points = fill === 'lowest' ? scoring.lowest : scoring.highest;
  return answerReaching(question, points, scoring.pointsOf);
}

function entry(question: ProfileQuestion | Question, chosen: Standing): [string, Answer][] {
  switch (chosen.state) {
    case 'answered':
      return [[question.id, answerOf(chosen, question)]];
    case 'unknown':
      return [[question.id, { state: 'unknown' }]];
    case 'absent':
      return [[question.id, { state: 'not-applicable' }]];
    case 'unanswered':
      return [];
    default:
      return chosen satisfies never;
  }
}

function answerOf({ value }: Answered, question: ProfileQuestion | Question): Answer {
  const idAt = (index: number) => {
    const option = 'options' in question ? question.options[index] : undefined;
    return option && 'id' in option ? option.id : '';
  };
  const answer = (given: string | number | readonly string[]): Answer => ({
    state: 'answered',
    answer: given,
  });
  if (typeof value === 'object') return answer(value.map(idAt));
  return answer(question.kind === 'choice' && typeof value === 'number' ? idAt(value) : value);
}

function firstAnswer(question: ProfileQuestion): Answer {
  switch (question.kind) {
    case 'choice':
      return { state: 'answered', answer: question.options[0]?.id ?? '' };
    case 'several':
      return { state: 'answered', answer: [] };
    case 'number':
      return { state: 'answered', answer: broughtWithin(0, question) };
    case 'text':
      return { state: 'answered', answer: '–' };
    default:
      return question satisfies never;
  }
}
