import type { Answer, Answers } from '../questionnaire/answers.ts';
import { teller } from '../questionnaire/teller.ts';
import { askBack, remarkAt, tellHurdle, tellUnkept } from './asides.ts';
import { askTurn, type Beside } from './asking.ts';
import type { Progress } from './card.ts';
import { contradictionsIn } from './contradictions.ts';
import { listCard } from './list.ts';
import { minutesLeft, type Pace } from './pace.ts';
import { endOf, pick, saveUntilDone } from './picking.ts';
import type { Outcome, Setting, Sitting } from './setting.ts';
import {
  followingTurn,
  nextTurn,
  openTurns,
  previousTurn,
  said,
  type Turn,
  turnsOf,
} from './turns.ts';

/**
 * Leads the conversation: asks what is due and open, goes back on demand, saves after every answer, asks back once
 * where two answers contradict each other, and in the end shows all that was said.
 */
export async function interview(setting: Setting, answers: Answers): Promise<Outcome> {
  const { engine, asker, language, words } = setting;
  const sitting: Sitting = {
    pace: [],
    drafts: new Map(),
    met: new Set(contradictionsIn(engine, answers)),
    remarked: new Set(),
    told: new Set(),
  };
  let known = answers;
  let turn = nextTurn(turnsOf(engine, known), known, null);
  let remark: string | null = null;
  const tellNow = () => teller(engine.questionnaire, known.profile, language);
  const outcome = (kind: Outcome['kind']): Outcome => {
    if (kind !== 'ended') tellUnkept(known, setting, sitting, tellNow());
    return { kind, answers: known };
  };

  for (;;) {
    const turns = turnsOf(engine, known);
    const tell = tellNow();
    if (turn === null) {
      const chosen = await pick(asker, listCard(turns, known, null, tell, words));
      if (chosen === 'stop' || chosen === 'interrupted') return outcome(endOf(chosen));
      // Nobody there any more, and all is said: that is an end as well.
      if (chosen === 'end' || chosen === 0) return outcome('finished');
      turn = turns[chosen - 1] ?? null;
      continue;
    }
    const at: Turn = turns.find(({ id }) => id === turn?.id) ?? turn;
    const draft = sitting.drafts.get(at.id) ?? {};
    const began = setting.clock();
    const reply = await askTurn(asker, at, {
      questionnaire: engine.questionnaire,
      known,
      current: said(at, known),
      draft,
      progress: progressAt(at, turns, known, sitting.pace),
      remark,
      tell,
      words,
      mayGoOn: said(at, known) !== undefined && followingTurn(turns, at.id) !== null,
    });
    remark = null;
    switch (reply.kind) {
      case 'answer':
      case 'beside': {
        const answer = wholeAnswer(reply, draft, said(at, known));
        if (answer === null) {
          // Kept until there is an answer that it can stand beside.
          sitting.drafts.set(at.id, { ...draft, ...(reply.kind === 'beside' ? reply.beside : {}) });
          break;
        }
        const saved = await saveUntilDone(setting, at, answer);
        if (typeof saved === 'string') return outcome(saved);
        asker.saved();
        if (saved.changedMeanwhile) asker.say(words.changedMeanwhile);
        known = saved.answers;
        sitting.drafts.delete(at.id);
        if (reply.kind === 'beside') break;
        sitting.pace = [...sitting.pace, setting.clock() - began];
        remark = remarkAt(at, known, setting, sitting, tellNow());
        if (remark !== null) break;
        const back = await askBack(setting, known, sitting, tellNow());
        if (back === 'stop' || back === 'end' || back === 'interrupted')
          return outcome(endOf(back));
        turn = back ?? nextTurn(turnsOf(engine, known), known, at.id);
        tellHurdle(at, turn, known, setting, sitting, tellNow());
        break;
      }
      case 'skip':
        turn = nextTurn(turns, known, at.id);
        break;
      case 'back':
        turn = previousTurn(turns, at.id) ?? at;
        break;
      case 'forward':
        turn = followingTurn(turns, at.id) ?? at;
        break;
      case 'list': {
        const chosen = await pick(asker, listCard(turns, known, at, tell, words));
        if (typeof chosen === 'string') return outcome(endOf(chosen));
        turn = chosen === 0 ? at : (turns[chosen - 1] ?? at);
        break;
      }
      case 'stop':
      case 'end':
      case 'interrupted':
        return outcome(endOf(reply.kind));
      default:
        return reply satisfies never;
    }
  }
}

function progressAt(at: Turn, turns: readonly Turn[], known: Answers, pace: Pace): Progress | null {
  if (at.kind === 'name') return null;
  const asked = turns.filter(({ kind }) => kind !== 'name');
  const open = openTurns(turns, known).length;
  return {
    number: at.number,
    of: at.of,
    answered: asked.filter((turn) => said(turn, known) !== undefined).length,
    due: asked.length,
    minutes: open === 0 ? null : minutesLeft(pace, open),
  };
}

function wholeAnswer(
  reply:
    | { readonly kind: 'answer'; readonly answer: Answer }
    | { readonly kind: 'beside'; readonly beside: Beside },
  draft: Beside,
  current: Answer | undefined,
): Answer | null {
  if (reply.kind === 'answer') return { ...draft, ...reply.answer };
  return current === undefined ? null : { ...current, ...draft, ...reply.beside };
}
