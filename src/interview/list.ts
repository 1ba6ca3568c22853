import type { Answers } from '../questionnaire/answers.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { answerInWords, titleOf } from './answer-words.ts';
import { type Card, plainCard } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import { said, type Turn } from './turns.ts';

/**
 * All that was said, to jump to; the first option goes on.
 *
 * @param next the open question it goes on with; null at the end, where it shows the result
 */
export function listCard(
  turns: readonly Turn[],
  answers: Answers,
  next: Turn | null,
  tell: Tell,
  words: InterviewWords,
): Card {
  const goOn = next === null ? words.list.showResult : words.list.goOn(titleOf(next, tell, words));
  const lines = turns.map((turn) =>
    words.list.answer(
      titleOf(turn, tell, words),
      answerInWords(turn, said(turn, answers), tell, words),
    ),
  );
  const ask = next === null ? words.review : words.list.ask;
  const card = plainCard(words.list.title, ask, [goOn, ...lines]);
  return { ...card, commands: ['stop'] };
}
