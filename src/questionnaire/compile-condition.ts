import type { Address, Comparing, Condition, Scalar } from './condition.ts';
import type { Operator } from './condition-format.ts';
import { hasNumber } from './has-number.ts';
import type { Questionnaire } from './questionnaire.ts';
import { allHold, anyHolds, negation, type Truth, truthOf } from './truth.ts';

/** How a question stands: its answer as an option's index (several: indices), a number or a text. */
export type Standing =
  | { readonly state: 'answered'; readonly value: number | readonly number[] | string }
  | { readonly state: 'unknown' | 'unanswered' }
  | { readonly state: 'absent' };

/** A number that is certain only within bounds; both the same when it is certain. */
export type Range = { readonly low: number; readonly high: number };

/** What conditions look at: how each question stands, by its position, and the results there are so far. */
export type Situation = {
  readonly profile: readonly Standing[];
  readonly questions: readonly Standing[];
  /** The ranges an address stands for: one, or one per hurdle for `.any`; none where there is no such result. */
  readonly ranges: (
    name: Exclude<ResultAddress['name'], 'role'>,
    of: string | null,
  ) => readonly Range[];
  readonly role: string | null;
};

type ResultAddress = Extract<Address, { kind: 'result' }>;
export type Test = (situation: Situation) => Truth;

/** Turns a condition into a function, with every name looked up once. The questionnaire must have been checked. */
export function compileCondition(condition: Condition, questionnaire: Questionnaire): Test {
  switch (condition.kind) {
    case 'all': {
      const tests = condition.of.map((part) => compileCondition(part, questionnaire));
      return (situation) => allHold(tests.map((test) => test(situation)));
    }
    case 'any': {
      const tests = condition.of.map((part) => compileCondition(part, questionnaire));
      return (situation) => anyHolds(tests.map((test) => test(situation)));
    }
    case 'not': {
      const test = compileCondition(condition.of, questionnaire);
      return (situation) => negation(test(situation));
    }
    case 'compare':
      return compileComparison(condition, questionnaire);
    default:
      return condition satisfies never;
  }
}

/**
 * The comparisons that make a condition what it is: of alternatives only those that hold, of a conjunction all that
 * are not false, under a `not` all of it.
 */
export function causesOf(
  condition: Condition,
  questionnaire: Questionnaire,
  situation: Situation,
): readonly Comparing[] {
  const truth = compileCondition(condition, questionnaire)(situation);
  if (truth === 'false') return [];
  switch (condition.kind) {
    case 'compare':
      return [condition];
    case 'not':
      return causesOfFalse(condition.of);
    case 'all':
      return condition.of.flatMap((part) => causesOf(part, questionnaire, situation));
    case 'any':
      return condition.of
        .filter((part) => compileCondition(part, questionnaire)(situation) === truth)
        .flatMap((part) => causesOf(part, questionnaire, situation));
    default:
      return condition satisfies never;
  }
}

function causesOfFalse(condition: Condition): readonly Comparing[] {
  switch (condition.kind) {
    case 'compare':
      return [condition];
    case 'not':
      return causesOfFalse(condition.of);
    default:
      return condition.of.flatMap(causesOfFalse);
  }
}

function compileComparison(comparing: Comparing, questionnaire: Questionnaire): Test {
  const { address, operator, value } = comparing;
  const operands: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  if (address.kind === 'result') {
    const { name, of } = address;
    if (name === 'role') {
      const wanted = operands.map(String);
      return (situation) => {
        if (situation.role === null) return 'false';
        return truthOf(wanted.includes(situation.role) !== (operator === 'isNot'));
      };
    }
    const numbers = operands.map(Number);
    // Levels and counts have no values between two whole ones.
    const isWhole = name === 'level' || name === 'belowTarget';
    return (situation) =>
      anyHolds(
        situation.ranges(name, of).map((range) => inRange(range, operator, numbers, isWhole)),
      );
  }

  const { position, options, standing } = locate(address, questionnaire);
  if (operator === 'answered' || operator === 'unknown') {
    const state = operator;
    return (situation) => {
      const here = standing(situation, position);
      return truthOf(here.state !== 'absent' && (here.state === state) === value);
    };
  }

  const indices = operands.map((operand) => (options ? options.indexOf(String(operand)) : operand));
  const holds = comparer(operator, indices);
  const whenOpen = openTruth(options, operator, holds);
  return (situation) => {
    const here = standing(situation, position);
    switch (here.state) {
      case 'answered':
        return truthOf(holds(here.value));
      case 'absent':
        return 'false';
      default:
        return whenOpen;
    }
  };
}

function locate(address: Exclude<Address, ResultAddress>, questionnaire: Questionnaire) {
  if (address.kind === 'profile') {
    const position = questionnaire.profile.findIndex((question) => question.id === address.id);
    const question = questionnaire.profile[position];
    const options = question && 'options' in question ? question.options.map(({ id }) => id) : null;
    return { position, options, standing: profileStanding };
  }
  const position = questionnaire.questions.findIndex(({ question }) => question.id === address.id);
  const question = questionnaire.questions[position]?.question;
  const options =
    question && 'options' in question
      ? question.options.map((option, index) => ('id' in option ? option.id : String(index)))
      : null;
  return { position, options, standing: questionStanding };
}

const absent: Standing = { state: 'absent' };

function profileStanding(situation: Situation, position: number): Standing {
  return situation.profile[position] ?? absent;
}

function questionStanding(situation: Situation, position: number): Standing {
  return situation.questions[position] ?? absent;
}

type Value = number | readonly number[] | string;

function comparer(operator: Operator, operands: readonly Scalar[]): (value: Value) => boolean {
  const [first] = operands;
  const bound = Number(first);
  switch (operator) {
    case 'is':
    case 'in':
      return (value) => operands.includes(value as Scalar);
    case 'isNot':
      return (value) => !operands.includes(value as Scalar);
    case 'atLeast':
      return (value) => Number(value) >= bound;
    case 'atMost':
      return (value) => Number(value) <= bound;
    case 'above':
      return (value) => Number(value) > bound;
    case 'below':
      return (value) => Number(value) < bound;
    case 'includes':
      return (value) => Array.isArray(value) && value.includes(bound);
    case 'hasNumber':
      return (value) => hasNumber(String(value)) === first;
    case 'answered':
    case 'unknown':
      return () => false;
    default:
      return operator satisfies never;
  }
}

// What an open answer leaves of a comparison: decided only if every answer it could be says the same.
function openTruth(
  options: readonly string[] | null,
  operator: Operator,
  holds: (value: Value) => boolean,
): Truth {
  if (options === null || operator === 'includes') return 'undecided';
  const outcomes = options.map((_option, index) => holds(index));
  if (outcomes.every(Boolean)) return 'true';
  return outcomes.some(Boolean) ? 'undecided' : 'false';
}

function inRange(
  { low, high }: Range,
  operator: Operator,
  operands: readonly number[],
  isWhole: boolean,
): Truth {
  const [bound = Number.NaN] = operands;
  const decide = (certain: boolean, possible: boolean): Truth =>
    certain ? 'true' : possible ? 'undecided' : 'false';
  switch (operator) {
    case 'atLeast':
      return decide(low >= bound, high >= bound);
    case 'above':
      return decide(low > bound, high > bound);
    case 'atMost':
      return decide(high <= bound, low <= bound);
    case 'below':
      return decide(high < bound, low < bound);
    case 'is':
    case 'in':
      return decide(
        isWhole ? everyWhole(low, high, operands) : low === high && operands.includes(low),
        operands.some((operand) => operand >= low && operand <= high),
      );
    case 'isNot':
      return negation(inRange({ low, high }, 'is', operands, isWhole));
    default:
      return 'false';
  }
}

function everyWhole(low: number, high: number, among: readonly number[]): boolean {
  for (let value = low; value <= high; value += 1) if (!among.includes(value)) return false;
  return true;
}
