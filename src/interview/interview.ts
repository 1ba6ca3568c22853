import type { Engine } from '../assessment/engine.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import { type Tell, teller } from '../questionnaire/teller.ts';
import { nextTurn, previousTurn, said, type Turn, turnsOf } from './turns.ts';

/** What came back for a question. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'skip' | 'back' | 'again' | 'pause' };

/** Asks one question; how, is the terminal's business. */
export type Ask = (turn: Turn, current: Answer | undefined, tell: Tell) => Promise<Reply>;

/** Saves one answer before the next question is asked; returns the answers as they then stand in the file. */
export type Save = (turn: Turn, answer: Answer) => Answers;

/**
 * Leads the conversation: asks what is due and open, goes back on demand, saves after every answer.
 *
 * @returns whether everything due was said, and the answers
 */
export async function interview(
  engine: Engine,
  answers: Answers,
  ask: Ask,
  save: Save,
  language: string,
): Promise<{ readonly finished: boolean; readonly answers: Answers }> {
  let known = answers;
  let turn = nextTurn(turnsOf(engine, known), known, null);
  while (turn !== null) {
    const tell = teller(engine.questionnaire, known.profile, language);
    const reply = await ask(turn, said(turn, known), tell);
    switch (reply.kind) {
      case 'answer':
        known = save(turn, reply.answer);
        turn = nextTurn(turnsOf(engine, known), known, turn.id);
        break;
      case 'skip':
        turn = nextTurn(turnsOf(engine, known), known, turn.id);
        break;
      case 'back':
        turn = previousTurn(turnsOf(engine, known), turn.id) ?? turn;
        break;
      case 'again':
        break;
      case 'pause':
        return { finished: false, answers: known };
      default:
        return reply satisfies never;
    }
  }
  return { finished: true, answers: known };
}
