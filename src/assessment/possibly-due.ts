import type { Answers } from '../questionnaire/answers.ts';
import type { Test } from '../questionnaire/compile-condition.ts';
import { type Comparing, type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import { sheetOf } from './sheet.ts';
import { standOf } from './stand.ts';

/**
 * The questions that are due or can become so by what is answered later; left out are those that no further answer
 * brings in. None that will be due is missing; one too many may be among them.
 *
 * @param answers what is known so far; what lies outside its scope is left out
 */
export function possiblyDue(engine: Engine, answers: Answers): readonly EngineQuestion[] {
  // Also what is answered: it counts only while its question is due.
  const isOpen = ({ address }: Comparing) =>
    address.kind === 'question' ||
    (address.kind === 'profile' && answers.profile[address.id] === undefined);
  // A condition that asks about something yet to be answered may come to hold, whatever it says now.
  const test = (condition: Condition | true | undefined, now: Test): Test =>
    typeof condition === 'object' && comparisonsOf(condition).some(isOpen)
      ? () => 'undecided'
      : now;
  const questions = engine.questions.map((one) => ({
    ...one,
    when: one.when && test(one.question.when, one.when),
    quick: typeof one.quick === 'boolean' ? one.quick : test(one.question.quick, one.quick),
  }));
  const { notDue } = standOf({ ...engine, questions }, sheetOf(engine, answers));
  return engine.questions.filter(({ position }) => notDue[position] === null);
}
