import type { Engine } from '../assessment/engine.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import { compileCondition } from '../questionnaire/compile-condition.ts';
import { profileSituation } from '../questionnaire/standing.ts';
import { type Tell, teller } from '../questionnaire/teller.ts';
import { titleOf } from './answer-words.ts';
import { askTurn, type Beside } from './asking.ts';
import { type Asker, type Card, type Progress, plainCard, type Said } from './card.ts';
import { contradicting, contradictionCard, contradictionsIn } from './contradictions.ts';
import type { InterviewWords } from './interview-words.ts';
import { listCard } from './list.ts';
import { minutesLeft, type Pace } from './pace.ts';
import {
  followingTurn,
  nextTurn,
  openTurns,
  previousTurn,
  said,
  type Turn,
  turnsOf,
} from './turns.ts';

/** What came of saving: the answers as they then stand, or why it could not be done. */
export type Saved =
  | {
      readonly ok: true;
      readonly answers: Answers;
      /** Somebody else had changed the file; that is kept. */
      readonly changedMeanwhile: boolean;
    }
  | { readonly ok: false; readonly why: string };

/** Saves one answer before the next question is asked. */
export type Save = (turn: Turn, answer: Answer) => Saved;

/** What an interview is held with. */
export type Setting = {
  readonly engine: Engine;
  readonly asker: Asker;
  readonly save: Save;
  readonly language: string;
  readonly words: InterviewWords;
  /** Seconds since some moment. */
  readonly clock: () => number;
};

/** How it ended, and the answers as they then stand. `unsaved`: the last one could not be saved. */
export type Outcome = {
  readonly kind: 'finished' | 'stopped' | 'unsaved' | 'ended' | 'interrupted';
  readonly answers: Answers;
};

/** What is remembered of one sitting, beside the answers. */
type Sitting = {
  pace: Pace;
  drafts: Map<string, Beside>;
  /** Contradictions that stood or were asked back. */
  met: Set<number>;
  /** Turns whose remark was made. */
  remarked: Set<string>;
  /** Hurdles whose end was told. */
  told: Set<number>;
};

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
  const outcome = (kind: Outcome['kind']): Outcome => ({ kind, answers: known });

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

function endOf(kind: 'stop' | 'end' | 'interrupted'): Outcome['kind'] {
  const ends = { stop: 'stopped', end: 'ended', interrupted: 'interrupted' } as const;
  return ends[kind];
}

/** One of a card's options, or how the conversation ends at it. */
async function pick(asker: Asker, card: Card): Promise<number | 'stop' | 'end' | 'interrupted'> {
  const answer: Said = await asker.ask(card);
  if (answer.kind === 'picked') return answer.picked[0] ?? 0;
  return answer.kind === 'stop' || answer.kind === 'end' || answer.kind === 'interrupted'
    ? answer.kind
    : 0;
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

// A full disk can be emptied, a folder be made writable again: what is on the screen is not lost to it.
async function saveUntilDone(
  { asker, save, words }: Setting,
  turn: Turn,
  answer: Answer,
): Promise<Extract<Saved, { ok: true }> | Outcome['kind']> {
  for (;;) {
    const saved = save(turn, answer);
    if (saved.ok) return saved;
    const options = [words.notSaved.again, words.notSaved.stop];
    const chosen = await pick(asker, plainCard(words.notSaved.title, saved.why, options));
    if (typeof chosen === 'string') return endOf(chosen);
    if (chosen === 1) return 'unsaved';
  }
}

// Said once: whoever leaves the answer as it is has been told.
function remarkAt(
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
async function askBack(
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

// No score between two hurdles, so that nobody plays for it.
function tellHurdle(
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
