import type { Answer, Answers } from '../../src/questionnaire/answers.ts';

/** The answers with one of them replaced. */
export function withAnswer(answers: Answers, id: string, answer: Answer): Answers {
  return { ...answers, answers: { ...answers.answers, [id]: answer } };
}
