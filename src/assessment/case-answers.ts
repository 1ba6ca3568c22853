import {
  type Answer,
  type Answers,
  type AnswerValue,
  noAnswers,
} from '../questionnaire/answers.ts';
import type { Case } from '../questionnaire/case-format.ts';
import { isTextual } from '../questionnaire/questionnaire.ts';
import type { Engine } from './engine.ts';
import { sheetOf } from './sheet.ts';
import { answerReaching, standOf } from './stand.ts';

/** The answers a case gives: those it names, and for every other due question its base. */
export function caseAnswers(engine: Engine, { given }: Case): Answers {
  const { questionnaire } = engine;
  const profile = Object.fromEntries(
    Object.entries(given.profile).map(([id, answer]) => [
      id,
      toAnswer(answer, isTextual(questionnaire.profile.find((question) => question.id === id))),
    ]),
  );
  const named = Object.fromEntries(
    Object.entries(given.answers).map(([id, answer]) => [
      id,
      toAnswer(answer, isTextual(engine.questions[engine.positions.get(id) ?? -1]?.question)),
    ]),
  );
  const asked: Answers = { ...noAnswers(questionnaire), profile, answers: named };
  return { ...asked, answers: { ...baseAnswers(engine, asked, given.base), ...named } };
}

function baseAnswers(
  engine: Engine,
  asked: Answers,
  base: Case['given']['base'],
): Readonly<Record<string, Answer>> {
  if (base === undefined) return {};
  const { notDue, targets } = standOf(engine, sheetOf(engine, asked));
  return Object.fromEntries(
    engine.questions.flatMap(({ id, position, question, scoring }): [string, Answer][] => {
      if (notDue[position] !== null || !scoring || question.kind === 'text') return [];
      if (base === 'unknown') return [[id, { state: 'unknown' }]];
      const points = base === 'target' ? (targets[position] ?? scoring.highest) : base;
      return [[id, answerReaching(question, points, scoring.pointsOf)]];
    }),
  );
}

function toAnswer(answer: AnswerValue, isText: boolean): Answer {
  const isState = answer === 'unknown' || (answer === 'not-applicable' && !isText);
  return isState ? { state: answer as 'unknown' } : { state: 'answered', answer };
}
