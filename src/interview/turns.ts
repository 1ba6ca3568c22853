import type { Engine } from '../assessment/engine.ts';
import { sheetOf } from '../assessment/sheet.ts';
import { standOf } from '../assessment/stand.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Hurdle } from '../questionnaire/questionnaire-format.ts';

/** Something to ask, with where one stands in the conversation. */
export type Turn = Orientation &
  (
    | { readonly kind: 'name'; readonly id: 'name' }
    | { readonly kind: 'profile'; readonly id: string; readonly question: ProfileQuestion }
    | {
        readonly kind: 'question';
        readonly id: string;
        readonly question: Question;
        readonly hurdle: Hurdle;
        readonly hurdleNumber: number;
        /** How many hurdles there are. */
        readonly hurdles: number;
        readonly mayBeNotApplicable: boolean;
      }
  );

type Orientation = { readonly number: number; readonly of: number };
type Unnumbered = Turn extends infer Each
  ? Each extends Turn
    ? Omit<Each, keyof Orientation>
    : never
  : never;

/** All that is to be asked, given what is known: the profile, then every question that is due. */
export function turnsOf(engine: Engine, answers: Answers): readonly Turn[] {
  const { questionnaire } = engine;
  const { notDue } = standOf(engine, sheetOf(engine, answers));
  const profile = questionnaire.profile.map(
    (question): Unnumbered => ({ kind: 'profile', id: question.id, question }),
  );
  const questions = engine.questions
    .filter(({ position }) => notDue[position] === null)
    .map(
      ({ id, question, hurdle, mayBeNotApplicable }): Unnumbered => ({
        kind: 'question',
        id,
        question,
        hurdle: questionnaire.hurdles[hurdle] as Hurdle,
        hurdleNumber: hurdle + 1,
        hurdles: questionnaire.hurdles.length,
        mayBeNotApplicable,
      }),
    );
  return [
    { kind: 'name', id: 'name', number: 0, of: 0 },
    ...numbered(profile),
    ...numbered(questions),
  ];
}

function numbered(turns: readonly Unnumbered[]): readonly Turn[] {
  return turns.map((turn, index) => ({ ...turn, number: index + 1, of: turns.length }) as Turn);
}

/**
 * What to ask next: the first open turn after a place, else the first open one at all; null when all is said.
 *
 * What may be left empty counts as passed over once something after it was answered.
 */
export function nextTurn(
  turns: readonly Turn[],
  answers: Answers,
  after: string | null,
): Turn | null {
  const lastAnswered = turns.findLastIndex((turn) => said(turn, answers) !== undefined);
  const from = after === null ? 0 : turns.findIndex(({ id }) => id === after) + 1;
  const isOpen = (turn: Turn, index: number) => {
    if (said(turn, answers) !== undefined) return false;
    return !mayStayEmpty(turn) || (index > lastAnswered && index >= from);
  };
  const later = turns.find((turn, index) => index >= from && isOpen(turn, index));
  return later ?? turns.find(isOpen) ?? null;
}

/** The turns somebody still has to answer; what may be left empty is none of them. */
export function openTurns(turns: readonly Turn[], answers: Answers): readonly Turn[] {
  return turns.filter((turn) => said(turn, answers) === undefined && !mayStayEmpty(turn));
}

/** The turn after a place, or null at the end. */
export function followingTurn(turns: readonly Turn[], after: string): Turn | null {
  return turns[turns.findIndex(({ id }) => id === after) + 1] ?? null;
}

/** The turn before a place, or null at the beginning. */
export function previousTurn(turns: readonly Turn[], before: string): Turn | null {
  return turns[turns.findIndex(({ id }) => id === before) - 1] ?? null;
}

/** What was said at a turn. */
export function said(turn: Turn, answers: Answers): Answer | undefined {
  switch (turn.kind) {
    case 'name': {
      const name = answers.subject?.name;
      return name === undefined ? undefined : { state: 'answered', answer: name };
    }
    case 'profile':
      return answers.profile[turn.id];
    case 'question':
      return answers.answers[turn.id];
    default:
      return turn satisfies never;
  }
}

/** Whether nobody need say anything at a turn. */
export function mayStayEmpty(turn: Turn): boolean {
  return turn.kind === 'name' || (turn.kind === 'profile' && turn.question.optional);
}
