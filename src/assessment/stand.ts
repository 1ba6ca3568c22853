import type { Answer } from '../questionnaire/answers.ts';
import type { Range, Situation, Standing } from '../questionnaire/compile-condition.ts';
import { broughtWithin } from '../questionnaire/number-range.ts';
import type { ScoredQuestion } from '../questionnaire/question-format.ts';
import { absent, standingOf } from '../questionnaire/standing.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import type { Recorder } from './recorder.ts';
import type { Sheet } from './sheet.ts';
import { targetOf, withinBounds } from './target.ts';

/** Why a question is not due: its own condition, no target at the selected option, or it lies outside the scope. */
export type NotDue = 'when' | 'target' | 'scope';

/** How every question stands: whether it is due, what was answered, what its target is. */
export type Stand = {
  /** What was answered, due or not. */
  readonly sheet: Sheet;
  readonly situation: Situation;
  readonly notDue: readonly (NotDue | null)[];
  /** Targets in points; null where there is none or the question is not due. */
  readonly targets: readonly (number | null)[];
};

const noRanges = (): readonly Range[] => [];

/** Finds out what is due. A question whose condition is undecided is asked. */
export function standOf(engine: Engine, sheet: Sheet, record?: Recorder): Stand {
  const { remembered } = engine;
  const key = record ? null : dueKey(engine, sheet);
  const known = key === null ? undefined : remembered.due.recall(key);
  if (known) {
    const { notDue, targets } = known;
    return { sheet, situation: situationOf(sheet, questionsDue(sheet, notDue)), notDue, targets };
  }
  const stand = settled(engine, sheet, record);
  if (key !== null) {
    const { notDue, targets } = stand;
    remembered.due.keep(key, { notDue, targets, isAimed: isAimed(engine, stand) });
  }
  return stand;
}

/** A key of all that it hangs on what is due, and at what target; null where answers have a say, or part of it is asked. */
export function dueKey({ remembered }: Engine, { profile, scope }: Sheet): number | null {
  return scope.quick || scope.role !== null ? null : remembered.keyOf(profile);
}

function isAimed({ questions, remembered }: Engine, { notDue, targets }: Stand): boolean {
  return (
    remembered.areGatesPlain &&
    questions.every(
      ({ scoring, position }) =>
        scoring === null || notDue[position] !== null || targets[position] !== null,
    )
  );
}

function questionsDue({ questions }: Sheet, notDue: Stand['notDue']): Standing[] {
  const due = questions.slice();
  for (let position = 0; position < due.length; position += 1) {
    if (notDue[position] !== null) due[position] = absent;
  }
  return due;
}

function situationOf({ profile, role }: Sheet, questions: Standing[]) {
  return { profile, questions, ranges: noRanges, role };
}

function settled(engine: Engine, sheet: Sheet, record?: Recorder): Stand {
  const selected = selectedOption(engine, sheet.profile);
  const situation = situationOf(sheet, []);
  const stand: Unsettled = { sheet, situation, notDue: [], targets: [] };
  for (const question of engine.questions) settle(engine, question, selected, stand, record);
  return stand;
}

/** A stand while it is made, question by question. */
export type Unsettled = {
  readonly sheet: Sheet;
  readonly situation: Situation & { readonly questions: Standing[] };
  readonly notDue: (NotDue | null)[];
  readonly targets: (number | null)[];
};

/** Finds out how one question stands. Those that its conditions ask about must have been settled. */
export function settle(
  engine: Engine,
  question: EngineQuestion,
  selected: number | null,
  { sheet, situation, notDue, targets }: Unsettled,
  record?: Recorder,
): void {
  const { position } = question;
  const target = targetOf(question, selected, situation, record);
  const why = whyNotDue(question, target, sheet, situation);
  const bounded = record?.targetBounded.bind(null, position);
  const aim = typeof target === 'number' ? withinBounds(engine, question, target, bounded) : null;
  notDue[position] = why;
  targets[position] = why === null ? aim : null;
  situation.questions[position] = why === null ? (sheet.questions[position] as Standing) : absent;
}

/** The option of the profile question that picks targets; null while it is open. */
export function selectedOption(engine: Engine, profile: readonly Standing[]): number | null {
  const selector = profile[engine.selector];
  return selector?.state === 'answered' ? (selector.value as number) : null;
}

function whyNotDue(
  question: EngineQuestion,
  target: number | null | undefined,
  { scope }: Sheet,
  situation: Situation,
): NotDue | null {
  if (question.when?.(situation) === 'false') return 'when';
  if (target === null) return 'target';
  return isInScope(question, scope, situation) ? null : 'scope';
}

function isInScope(
  question: EngineQuestion,
  { quick, role }: Sheet['scope'],
  situation: Situation,
): boolean {
  if (quick) {
    const included =
      typeof question.quick === 'boolean' ? question.quick : question.quick(situation) !== 'false';
    if (!included) return false;
  }
  return role === null || question.roles === null || question.roles.includes(role);
}

/** How a scored question stands with the least answer found that reaches some points, else with the best. */
export function standingReaching(
  { question, scoring, options }: EngineQuestion,
  points: number,
): Standing {
  if (scoring === null || question.kind === 'text') return absent;
  return standingOf(answerReaching(question, points, scoring.pointsOf), options);
}

/** The least answer found that reaches some points, else the best: what "at its target" means as an answer. */
export function answerReaching(
  question: ScoredQuestion,
  points: number,
  pointsOf: PointsOf,
): Answer {
  switch (question.kind) {
    case 'level': {
      const top = question.options.length - 1;
      return { state: 'answered', answer: Math.min(top, Math.max(0, Math.ceil(points))) };
    }
    case 'choice': {
      const reaching = [...question.options]
        .sort((a, b) => a.points - b.points)
        .find((option) => option.points >= points);
      const best = [...question.options].sort((a, b) => b.points - a.points)[0];
      return { state: 'answered', answer: (reaching ?? best)?.id ?? '' };
    }
    case 'number': {
      const reaching = [...question.bands]
        .sort((a, b) => a.points - b.points || a.from - b.from)
        .find((band) => band.points >= points);
      const best = [...question.bands].sort((a, b) => b.points - a.points)[0];
      const answer = broughtWithin((reaching ?? best)?.from ?? 0, question);
      return { state: 'answered', answer };
    }
    case 'several': {
      const byWorth = question.options
        .map((option, index) => ({ option, index }))
        .filter(({ option }) => !option.exclusive)
        .sort((a, b) => b.option.points - a.option.points)
        .map(({ index }) => index);
      // One alone, or the most valuable ones together: all combinations would be too many to try.
      const candidates = [
        ...[...byWorth, -1].map((_option, count) => byWorth.slice(0, count)),
        ...question.options.map((_option, index) => [index]),
      ].sort((a, b) => pointsOf(a) - pointsOf(b));
      const chosen = candidates.find((one) => pointsOf(one) >= points) ?? candidates.at(-1) ?? [];
      const ids = chosen.map((index) => question.options[index]?.id ?? '');
      return { state: 'answered', answer: ids };
    }
    default:
      return question satisfies never;
  }
}

type PointsOf = (value: number | readonly number[]) => number;
