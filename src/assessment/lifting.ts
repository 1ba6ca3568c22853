import type { Compile, Situation, Standing, Test } from '../questionnaire/compile-condition.ts';
import { type Address, type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { and, negation, or, type Truth } from '../questionnaire/truth.ts';

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
export function compileLifting(
  condition: Condition,
  questionnaire: Questionnaire,
  compile: Compile,
  positionOf: PositionOf,
): Lifting {
  return {
    truth: compileLeavingOut(condition, compile, positionOf),
    parts: partsOf(condition, compile, positionOf),
    asks: asksOf(condition, questionnaire, compile, positionOf),
  };
}

type PositionOf = (id: string) => number;

// What stands under a `not` is asked for as a whole.
function partsOf(condition: Condition, compile: Compile, positionOf: PositionOf): Lifting['parts'] {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.flatMap((part) => partsOf(part, compile, positionOf));
  }
  const test = compile(condition);
  return comparisonsOf(condition).flatMap(({ address }) =>
    address.kind === 'question' ? [{ question: positionOf(address.id), test }] : [],
  );
}

type LeavingOut = (situation: Situation) => Truth | null;

/** Turns `liftedWhen` into a function: what is about questions that are not due counts neither way. */
export function compileLeavingOut(
  condition: Condition,
  compile: Compile,
  positionOf: PositionOf,
): LeavingOut {
  switch (condition.kind) {
    case 'compare': {
      const test = compile(condition);
      if (condition.address.kind !== 'question') return test;
      const position = positionOf(condition.address.id);
      return (situation) =>
        situation.questions[position]?.state === 'absent' ? null : test(situation);
    }
    case 'not': {
      const inner = compileLeavingOut(condition.of, compile, positionOf);
      return (situation) => {
        const truth = inner(situation);
        return truth === null ? null : negation(truth);
      };
    }
    case 'all':
    case 'any': {
      const join = condition.kind === 'all' ? and : or;
      const inner = condition.of.map((part) => compileLeavingOut(part, compile, positionOf));
      return (situation) => {
        let joined: Truth | null = null;
        for (const part of inner) {
          const truth = part(situation);
          if (truth !== null) joined = joined === null ? truth : join(joined, truth);
        }
        return joined;
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
  compile: Compile,
  positionOf: PositionOf,
): Lifting['asks'] {
  if (condition.kind === 'all') {
    return condition.of.flatMap((part) => asksOf(part, questionnaire, compile, positionOf));
  }
  const addresses = comparisonsOf(condition).map(({ address }) => address);
  const [address] = addresses;
  const isOne = addresses.every(
    (other) => other.kind === 'question' && sameQuestion(other, address),
  );
  if (address?.kind !== 'question' || !isOne) return [];
  const question = positionOf(address.id);
  const enough = pointsThatSuffice(compile(condition), question, questionnaire);
  return enough === null ? [] : [{ question, points: enough }];
}

function sameQuestion(a: Address, b: Address | undefined): boolean {
  return a.kind === 'question' && b?.kind === 'question' && a.id === b.id;
}

// The least points of an answer for which the condition holds; null where that is no answer's doing.
function pointsThatSuffice(
  test: Test,
  position: number,
  questionnaire: Questionnaire,
): number | null {
  const question = questionnaire.questions[position]?.question;
  if (question?.kind !== 'level' && question?.kind !== 'choice') return null;
  const points = question.options.flatMap((option, value) => {
    // Nothing else is asked about, so nothing else need be there.
    const questions: Standing[] = [];
    questions[position] = { state: 'answered', value };
    const situation: Situation = { profile: [], questions, ranges: () => [], role: null };
    return test(situation) === 'true' ? ['points' in option ? option.points : value] : [];
  });
  return points.length > 0 ? Math.min(...points) : null;
}
