import type { Answer, Answers, AnswerValue } from '../questionnaire/answers.ts';
import type { ProfileQuestion } from '../questionnaire/question-format.ts';
import { type OptionIndex, standingOf } from '../questionnaire/standing.ts';
import { snap } from '../shared/snap.ts';
import type { Engine } from './engine.ts';
import { withProfile, withStanding } from './hypothesis.ts';
import type { Judgement } from './judge.ts';
import { otherAnswers } from './other-answers.ts';
import { pointsOfAnswer } from './scoring.ts';
import type { Sensitivity } from './sensitivity-format.ts';
import type { Sheet } from './sheet.ts';

/** Shares that differ by less are equally large. */
export const shareDecimals = 9;

/** One answer moved, all others as they are. */
export type Move = {
  readonly to: AnswerValue;
  /** How much it is: points, or the place of an option; null where options have no order. */
  readonly at: number | null;
  /** From the answer as given: a share of the question's points, options of a profile question; 0 while it is open. */
  readonly distance: number;
  /** 1 towards more, -1 towards less, 0 neither. */
  readonly direction: number;
  /** The sheet with it made. */
  readonly sheet: () => Sheet;
};

/** A question with every move its answer can make, from the least to the most. */
export type Movable = {
  readonly about: Sensitivity['about'];
  readonly id: string;
  /** Of a scored question; -1 of a profile question. */
  readonly position: number;
  readonly from: Sensitivity['from'];
  /** Unknown or unanswered. */
  readonly open: boolean;
  /** The span of its points, and their ends; null where options have no order. */
  readonly ends: { readonly lowest: number; readonly highest: number } | null;
  readonly moves: readonly Move[];
};

/** How much there is to try, at most: every other answer, times all that is judged again with it. */
export function movesToTry({ questionnaire }: Engine): number {
  const { questions, profile } = questionnaire;
  const asked = [...questions.map(({ question }) => question), ...profile];
  const answers = asked.map((question) =>
    'options' in question
      ? question.options.length
      : 'bands' in question
        ? question.bands.length
        : 1,
  );
  const judged = asked.map(({ kind }, index) => (kind === 'several' ? (answers[index] ?? 1) : 1));
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return total(answers) * total(judged);
}

/**
 * Every due question with options or bands, in the order of the questionnaire, with all moves of its answer.
 *
 * Left alone is what says that something does not apply, and nothing is moved to it: it is no answer better or worse
 * than another. What roles said beside a merged answer stays.
 */
export function movableAnswers(engine: Engine, answers: Answers, judgement: Judgement): Movable[] {
  const { sheet } = judgement.stand;
  return engine.questions.flatMap((question): Movable[] => {
    const { id, position, scoring, options } = question;
    const state = judgement.stand.situation.questions[position]?.state ?? 'absent';
    if (state === 'absent' || scoring === null || question.question.kind === 'text') return [];
    const given = state === 'answered' ? answers.answers[id] : undefined;
    const now = pointsOfAnswer(scoring, options, given);
    const { lowest, highest } = scoring;
    const span = highest > lowest ? highest - lowest : 1;
    const moves = otherAnswers(question.question, givenBy(given)).flatMap((to): Move[] => {
      const at = pointsOfAnswer(scoring, options, { state: 'answered', answer: to });
      if (at === null) return [];
      const distance = now === null ? 0 : snap((at - now) / span, shareDecimals);
      return [
        {
          to,
          at,
          distance: Math.abs(distance),
          direction: Math.sign(distance),
          sheet: () =>
            withStanding(sheet, position, standingOf({ state: 'answered', answer: to }, options)),
        },
      ];
    });
    return [
      {
        about: 'answer',
        id,
        position,
        from: fromOf(state, given),
        open: state !== 'answered',
        ends: highest > lowest ? { lowest, highest } : null,
        moves: fromLeastToMost(moves),
      },
    ];
  });
}

/**
 * Every profile question with options that a rule or a target asks about, with all moves of its answer. One option is
 * as far as the next, unless they are ordered.
 */
export function movableProfile(engine: Engine, answers: Answers, judgement: Judgement): Movable[] {
  const { sheet } = judgement.stand;
  return engine.questionnaire.profile.flatMap((question, index): Movable[] => {
    if (!('options' in question) || !engine.asked.has(question.id)) return [];
    const state = judgement.situation.profile[index]?.state ?? 'absent';
    if (state === 'absent') return [];
    const given = state === 'answered' ? answers.profile[question.id] : undefined;
    const options = engine.profileOptions[index] as OptionIndex;
    const now = placeOf(question, givenBy(given));
    const moves = otherAnswers(question, givenBy(given)).map((to): Move => {
      const at = placeOf(question, to);
      const steps = at === null || now === null ? null : at - now;
      return {
        to,
        at,
        distance: given === undefined ? 0 : Math.abs(steps ?? exchanged(givenBy(given), to)),
        direction: Math.sign(steps ?? 0),
        sheet: () =>
          withProfile(sheet, index, standingOf({ state: 'answered', answer: to }, options)),
      };
    });
    const isOrdered = question.kind === 'choice' && question.ordered;
    return [
      {
        about: 'profile',
        id: question.id,
        position: -1,
        from: fromOf(state, given),
        open: state !== 'answered',
        ends: isOrdered ? { lowest: 0, highest: question.options.length - 1 } : null,
        moves: fromLeastToMost(moves),
      },
    ];
  });
}

function placeOf(question: ProfileQuestion, value: AnswerValue | null): number | null {
  if (question.kind !== 'choice' || !question.ordered || value === null) return null;
  return question.options.findIndex(({ id }) => id === value);
}

// Of a list, every option more or less counts.
function exchanged(from: AnswerValue | null, to: AnswerValue): number {
  if (!Array.isArray(from) || !Array.isArray(to)) return 1;
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((id) => !others.includes(id)).length;
  return without(from, to) + without(to, from);
}

function givenBy(given: Answer | undefined): AnswerValue | null {
  return given?.state === 'answered' ? given.answer : null;
}

// "Not applicable" where it is not allowed counts as unanswered.
function fromOf(state: string, given: Answer | undefined): Sensitivity['from'] {
  const value = givenBy(given);
  if (value === null) return { state: state === 'unknown' ? 'unknown' : 'unanswered' };
  return { answer: value as number | string | string[] };
}

function fromLeastToMost(moves: readonly Move[]): readonly Move[] {
  return [...moves].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}
