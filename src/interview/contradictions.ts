import type { Engine } from '../assessment/engine.ts';
import { judge } from '../assessment/judge.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { answerInWords, titleOf } from './answer-words.ts';
import { type Card, plainCard } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import { said, type Turn } from './turns.ts';

/** Positions of the contradictions that the answers hold. */
export function contradictionsIn(engine: Engine, answers: Answers): readonly number[] {
  return judge(engine, answers).contradictions;
}

/** The turns whose answers contradict each other. */
export function contradicting(
  engine: Engine,
  position: number,
  turns: readonly Turn[],
): readonly Turn[] {
  const contradiction = engine.contradictions[position];
  if (!contradiction) return [];
  const asked = comparisonsOf(contradiction.when).map(({ address }) => address);
  return turns.filter(({ id }) => asked.some((one) => 'id' in one && one.id === id));
}

/** Asks back, kindly, with the answers side by side; the last option leaves them as they are. */
export function contradictionCard(
  engine: Engine,
  position: number,
  turns: readonly Turn[],
  answers: Answers,
  tell: Tell,
  words: InterviewWords,
): Card {
  const asked = engine.questionnaire.contradictions.find(
    ({ id }) => id === engine.contradictions[position]?.id,
  );
  const sides = turns.map((turn) =>
    words.contradiction.change(
      titleOf(turn, tell, words),
      answerInWords(turn, said(turn, answers), tell, words),
    ),
  );
  const options = [...sides, words.contradiction.leave];
  const card = plainCard(words.contradiction.title, asked ? tell(asked.ask) : '', options);
  return { ...card, commands: ['stop'] };
}
