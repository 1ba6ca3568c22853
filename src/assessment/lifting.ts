import { compileCondition, type Situation, type Test } from '../questionnaire/compile-condition.ts';
import { type Condition, comparisonsOf } from '../questionnaire/condition-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { allHold, anyHolds, negation, type Truth } from '../questionnaire/truth.ts';

/** What lifts a verdict, ready to be asked of a situation. */
export type Lifting = {
  /** Whether the verdict is lifted; null when all its entries are about questions that are not due. */
  readonly truth: (situation: Situation) => Truth | null;
  /** The entries about each question: all must be true for its part to be met. */
  readonly parts: readonly { readonly question: number; readonly test: Test }[];
  /** What each question must at least reach, in points. */
  readonly asks: readonly { readonly question: number; readonly points: number }[];
};

/** Compiles `liftedWhen`: entries about questions that are not due are left out, not held to be false. */
export function compileLifting(condition: Condition, questionnaire: Questionnaire): Lifting {
  const positionOf = (id: string) =>
    questionnaire.questions.findIndex(({ question }) => question.id === id);
  const parts = comparisonsOf(condition).flatMap((comparing) =>
    comparing.address.kind === 'question'
      ? [
          {
            question: positionOf(comparing.address.id),
            test: compileCondition(comparing, questionnaire),
          },
        ]
      : [],
  );
  return {
    truth: compileLeavingOut(condition, questionnaire, positionOf),
    parts,
    asks: asksOf(condition, questionnaire, positionOf),
  };
}

type LeavingOut = (situation: Situation) => Truth | null;

function compileLeavingOut(
  condition: Condition,
  questionnaire: Questionnaire,
  positionOf: (id: string) => number,
): LeavingOut {
  switch (condition.kind) {
    case 'compare': {
      const test = compileCondition(condition, questionnaire);
      if (condition.address.kind !== 'question') return test;
      const position = positionOf(condition.address.id);
      return (situation) =>
        situation.questions[position]?.state === 'absent' ? null : test(situation);
    }
    case 'not': {
      const inner = compileLeavingOut(condition.of, questionnaire, positionOf);
      return (situation) => {
        const truth = inner(situation);
        return truth === null ? null : negation(truth);
      };
    }
    case 'all':
    case 'any': {
      const join = condition.kind === 'all' ? allHold : anyHolds;
      const inner = condition.of.map((part) => compileLeavingOut(part, questionnaire, positionOf));
      return (situation) => {
        const truths = inner.map((part) => part(situation)).filter((truth) => truth !== null);
        return truths.length === 0 ? null : join(truths);
      };
    }
    default:
      return condition satisfies never;
  }
}

// Only what must hold in any case is asked for; of alternatives nothing in particular is.
function asksOf(
  condition: Condition,
  questionnaire: Questionnaire,
  positionOf: (id: string) => number,
): Lifting['asks'] {
  switch (condition.kind) {
    case 'all':
      return condition.of.flatMap((part) => asksOf(part, questionnaire, positionOf));
    case 'compare': {
      const { address, operator, value } = condition;
      if (address.kind !== 'question' || (operator !== 'atLeast' && operator !== 'is')) return [];
      const question = positionOf(address.id);
      const placed = questionnaire.questions[question]?.question;
      if (placed?.kind === 'level') return [{ question, points: Number(value) }];
      if (placed?.kind !== 'choice') return [];
      const option = placed.options.find(({ id }) => id === value);
      return option ? [{ question, points: option.points }] : [];
    }
    default:
      return [];
  }
}
