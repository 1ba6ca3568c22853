import type { Answers } from '../questionnaire/answers.ts';
import { compileCondition } from '../questionnaire/compile-condition.ts';
import { profileSituation } from '../questionnaire/standing.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { tameLine } from '../shared/tame.ts';
import { titleOf } from './answer-words.ts';
import { contradicting, contradictionCard, contradictionsIn } from './contradictions.ts';
import { pick } from './picking.ts';
import type { Setting, Sitting } from './setting.ts';
import { openTurns, said, type Turn, turnsOf } from './turns.ts';

/** What is to be said of an answer, once: whoever leaves it as it is has been told. Null where there is nothing. */
export function remarkAt(
  turn: Turn,
  known: Answers,
  { engine }: Setting,
  sitting: Sitting,
  tell: Tell,
): string | null {
  if (turn.kind !== 'profile' || turn.question.kind !== 'text') return null;
  if (sitting.remarked.has(turn.id)) return null;
  const situation = profileSituation(engine.questionnaire, known.profile);
  const remark = turn.question.askBack?.find(
    ({ when }) => compileCondition(when, engine.questionnaire)(situation) === 'true',
  );
  if (!remark) return null;
  sitting.remarked.add(turn.id);
  return tell(remark.text);
}

/** Asks back where the answers contradict each other as they did not before; the turn to ask again, or null. */
export async function askBack(
  { engine, asker, words }: Setting,
  known: Answers,
  sitting: Sitting,
  tell: Tell,
): Promise<Turn | null | 'stop' | 'end' | 'interrupted'> {
  const position = contradictionsIn(engine, known).find((one) => !sitting.met.has(one));
  if (position === undefined) return null;
  sitting.met.add(position);
  const sides = contradicting(engine, position, turnsOf(engine, known));
  const chosen = await pick(asker, contradictionCard(engine, position, sides, known, tell, words));
  return typeof chosen === 'string' ? chosen : (sides[chosen] ?? null);
}

/** Tells what was said beside questions that have no answer: in the file nothing of it can stand. */
export function tellUnkept(
  known: Answers,
  { engine, asker, words }: Setting,
  sitting: Sitting,
  tell: Tell,
): void {
  for (const turn of turnsOf(engine, known)) {
    const { note, evidence } = sitting.drafts.get(turn.id) ?? {};
    if (said(turn, known) !== undefined) continue;
    const beside = [
      ...(note === undefined ? [] : [words.note.is(tameLine(note))]),
      ...(evidence === undefined ? [] : [words.evidence.is(words.evidence.kinds[evidence])]),
    ];
    if (beside.length > 0) asker.say(words.unkept(titleOf(turn, tell, words), beside.join('; ')));
  }
}

/** Tells what a hurdle covered once it is behind one; no score, so that nobody plays for it. */
export function tellHurdle(
  from: Turn,
  to: Turn | null,
  known: Answers,
  { engine, asker, words }: Setting,
  sitting: Sitting,
  tell: Tell,
): void {
  if (from.kind !== 'question' || sitting.told.has(from.hurdleNumber)) return;
  if (to?.kind === 'question' && to.hurdleNumber === from.hurdleNumber) return;
  const turns = turnsOf(engine, known);
  const isOf = (turn: Turn) => turn.kind === 'question' && turn.hurdleNumber === from.hurdleNumber;
  const covered = turns.filter(isOf);
  if (openTurns(covered, known).length > 0) return;
  sitting.told.add(from.hurdleNumber);
  const left = openTurns(turns, known).length;
  const titles = covered.map((turn) => titleOf(turn, tell, words));
  asker.say(words.hurdleDone(tell(from.hurdle.title), titles, left));
}
