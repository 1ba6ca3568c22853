import type { Answer, Answers } from '../questionnaire/answers.ts';
import { evidenceKinds } from '../questionnaire/evidence.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { tameLine } from '../shared/tame.ts';
import { answerInWords, titleOf } from './answer-words.ts';
import type { Asker, Card, Command, Progress, Said } from './card.ts';
import { fieldFor, textField } from './forms.ts';
import { helpFor } from './help.ts';
import type { InterviewWords } from './interview-words.ts';
import { mayStayEmpty, type Turn } from './turns.ts';

/** What somebody wants said beside an answer; `undefined` takes away what stood there. */
export type Beside = Pick<Answer, 'note' | 'evidence'>;

/** What came back for a question. `beside`: only what stands beside the answer changed. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'beside'; readonly beside: Beside }
  | { readonly kind: 'skip' | 'back' | 'forward' | 'list' | 'stop' | 'end' | 'interrupted' };

/** What a question is asked with. */
export type Occasion = {
  readonly questionnaire: Questionnaire;
  readonly known: Answers;
  /** What was said at the turn so far. */
  readonly current: Answer | undefined;
  /** Said beside it, not yet saved. */
  readonly draft: Beside;
  readonly progress: Progress | null;
  readonly remark: string | null;
  readonly tell: Tell;
  readonly words: InterviewWords;
  readonly mayGoOn: boolean;
};

/** Asks one question, and what a key at it asks for in turn: a reason, a note, a kind of evidence. */
export async function askTurn(asker: Asker, turn: Turn, occasion: Occasion): Promise<Reply> {
  const { current, tell, words } = occasion;
  const field = fieldFor(turn, current, tell, words);
  const card = cardFor(turn, occasion, field.form);
  const said = await asker.ask(card);
  switch (said.kind) {
    case 'picked':
    case 'typed': {
      const answer = field.read(said);
      return answer === null
        ? leftEmpty(turn, current)
        : { kind: 'answer', answer: { state: 'answered', answer } };
    }
    case 'unknown':
      return mayStayEmpty(turn)
        ? leftEmpty(turn, current)
        : { kind: 'answer', answer: { state: 'unknown' } };
    case 'not-applicable':
      return askReason(asker, card, occasion);
    case 'note':
      return askNote(asker, card, occasion);
    case 'evidence':
      return askEvidence(asker, card, occasion);
    case 'help':
      return askTurn(asker, turn, occasion);
    case 'back':
    case 'forward':
    case 'list':
    case 'stop':
    case 'end':
    case 'interrupted':
      return { kind: said.kind };
    default:
      return said satisfies never;
  }
}

// What stood there must not go on standing for somebody who took it away.
function leftEmpty(turn: Turn, current: Answer | undefined): Reply {
  return turn.kind === 'profile' && current?.state === 'answered'
    ? { kind: 'answer', answer: { state: 'unknown' } }
    : { kind: 'skip' };
}

function cardFor(turn: Turn, occasion: Occasion, form: Card['form']): Card {
  const { questionnaire, known, current, draft, tell, words } = occasion;
  const help = helpFor(turn, questionnaire, known, tell, words);
  const note = 'note' in draft ? draft.note : current?.note;
  const evidence = 'evidence' in draft ? draft.evidence : current?.evidence;
  const several = form.kind === 'several' ? ` (${words.several})` : '';
  return {
    isKept: true,
    title: titleOf(turn, tell, words),
    part: partOf(turn, tell, words),
    progress: occasion.progress,
    remark: occasion.remark,
    text: turn.kind === 'name' ? words.companyName : `${tell(turn.question.text)}${several}`,
    form,
    before: current === undefined ? null : answerInWords(turn, current, tell, words),
    beside: [
      ...(note === undefined ? [] : [words.note.is(tameLine(note))]),
      ...(evidence === undefined ? [] : [words.evidence.is(words.evidence.kinds[evidence])]),
    ],
    help,
    commands: commandsAt(turn, occasion, help.length > 0),
  };
}

function partOf(turn: Turn, tell: Tell, words: InterviewWords): string {
  return turn.kind === 'question'
    ? words.hurdle(turn.hurdleNumber, turn.hurdles, tell(turn.hurdle.title))
    : words.yourCompany;
}

function commandsAt(turn: Turn, { mayGoOn }: Occasion, hasHelp: boolean): readonly Command[] {
  const offered: Readonly<Record<Command, boolean>> = {
    back: turn.kind !== 'name',
    forward: mayGoOn,
    unknown: turn.kind === 'question' || (turn.kind === 'profile' && !turn.question.required),
    'not-applicable': turn.kind === 'question' && turn.mayBeNotApplicable,
    note: turn.kind !== 'name',
    evidence: turn.kind === 'question',
    help: hasHelp,
    list: true,
    stop: true,
  };
  const order = Object.keys(offered) as Command[];
  return order.filter((command) => offered[command]);
}

/** A card that asks for something beside the answer to another. */
function within(card: Card, title: string, text: string, form: Card['form']): Card {
  const commands = ['back'] as const;
  return { ...card, title, text, form, before: null, beside: [], help: [], remark: null, commands };
}

// "Does not apply" wants a reason, because it takes a question out of the result.
async function askReason(asker: Asker, card: Card, occasion: Occasion): Promise<Reply> {
  const { current, words } = occasion;
  const before = current?.state === 'not-applicable' ? (current.reason ?? null) : null;
  const field = textField(before, true, words);
  const said = await asker.ask(within(card, words.reasonTitle, words.reason, field.form));
  if (said.kind !== 'typed') return away(said);
  const reason = said.typed === '' ? {} : { reason: said.typed };
  return { kind: 'answer', answer: { state: 'not-applicable', ...reason } };
}

async function askNote(
  asker: Asker,
  card: Card,
  { current, draft, words }: Occasion,
): Promise<Reply> {
  const before = 'note' in draft ? draft.note : current?.note;
  const field = textField(before ?? null, true, words);
  const said = await asker.ask(within(card, words.note.title, words.note.ask, field.form));
  if (said.kind !== 'typed') return away(said);
  const note = said.typed === '' ? undefined : said.typed;
  return { kind: 'beside', beside: { note } };
}

async function askEvidence(
  asker: Asker,
  card: Card,
  { current, draft, words }: Occasion,
): Promise<Reply> {
  const before = 'evidence' in draft ? draft.evidence : current?.evidence;
  const kinds = [...evidenceKinds, undefined];
  const options = kinds.map((kind, index) => ({
    key: String(index + 1),
    text: kind === undefined ? words.evidence.none : words.evidence.kinds[kind],
    meaning: null,
  }));
  const form = { kind: 'one', options, chosen: kinds.indexOf(before) } as const;
  const said = await asker.ask(within(card, words.evidence.title, words.evidence.ask, form));
  if (said.kind !== 'picked') return away(said);
  return { kind: 'beside', beside: { evidence: kinds[said.picked[0] ?? -1] } };
}

// Back from a question beside is back to the question itself.
function away(said: Said): Reply {
  return said.kind === 'end' || said.kind === 'interrupted' || said.kind === 'stop'
    ? { kind: said.kind }
    : { kind: 'beside', beside: {} };
}
