import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import { answerReaching } from './stand.ts';

/** The answers with one of them replaced. */
export function withAnswer(answers: Answers, id: string, answer: Answer): Answers {
  return { ...answers, answers: { ...answers.answers, [id]: answer } };
}

/** The answers with one question at its target; as they were if it has none. */
export function withTargetReached(
  engine: Engine,
  answers: Answers,
  position: number,
  target: number | null,
): Answers {
  const question = engine.questions[position];
  if (!question?.scoring || question.question.kind === 'text' || target === null) return answers;
  const answer = answerReaching(question.question, target, question.scoring.pointsOf);
  return withAnswer(answers, question.id, answer);
}
