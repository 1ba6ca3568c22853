import type { Address, Comparing, Condition, Scalar } from './condition.ts';
import type { Operator } from './condition-format.ts';
import { hasNumber } from './has-number.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { and, negation, or, type Truth, truthOf } from './truth.ts';

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

/** Turns a condition into a function, with every name looked up once. */
export type Compile = (condition: Condition) => Test;

/** Makes a compiler for the conditions of a questionnaire, which must have been checked; names are looked up once. */
export function conditionCompiler(questionnaire: Questionnaire): Compile {
  const places = placesIn(questionnaire);
  const placeOf: PlaceOf = ({ kind, id }) => places[kind].get(id) ?? nowhere;
  const compile = (condition: Condition): Test => compiledFrom(condition, compile, placeOf);
  return compile;
}

/** Compiles a single condition. */
export function compileCondition(condition: Condition, questionnaire: Questionnaire): Test {
  const { profile, questions } = questionnaire;
  const placeOf: PlaceOf = ({ kind, id }) => {
    const isProfile = kind === 'profile';
    const position = isProfile
      ? profile.findIndex((question) => question.id === id)
      : questions.findIndex(({ question }) => question.id === id);
    const question = isProfile ? profile[position] : questions[position]?.question;
    return question ? { position, options: optionsOf(question) } : nowhere;
  };
  const compile = (part: Condition): Test => compiledFrom(part, compile, placeOf);
  return compile(condition);
}

function compiledFrom(condition: Condition, compile: Compile, placeOf: PlaceOf): Test {
  switch (condition.kind) {
    case 'all':
      return allHold(condition.of.map(compile));
    case 'any':
      return anyHolds(condition.of.map(compile));
    case 'not': {
      const test = compile(condition.of);
      return (situation) => negation(test(situation));
    }
    case 'compare':
      return compileComparison(condition, placeOf);
    default:
      return condition satisfies never;
  }
}

// Of nothing it is true. The first false one decides.
function allHold(tests: readonly Test[]): Test {
  return (situation) => {
    let truth: Truth = 'true';
    for (const test of tests) {
      truth = and(truth, test(situation));
      if (truth === 'false') break;
    }
    return truth;
  };
}

// Of nothing it is false. The first true one decides.
function anyHolds(tests: readonly Test[]): Test {
  return (situation) => {
    let truth: Truth = 'false';
    for (const test of tests) {
      truth = or(truth, test(situation));
      if (truth === 'true') break;
    }
    return truth;
  };
}

/**
 * The comparisons that make a condition what it is: of alternatives only those that hold, of a conjunction all that
 * are not false, under a `not` all of it.
 */
export function causesOf(
  condition: Condition,
  compile: Compile,
  situation: Situation,
): readonly Comparing[] {
  const truth = compile(condition)(situation);
  if (truth === 'false') return [];
  switch (condition.kind) {
    case 'compare':
      return [condition];
    case 'not':
      return causesOfFalse(condition.of);
    case 'all':
      return condition.of.flatMap((part) => causesOf(part, compile, situation));
    case 'any':
      return condition.of
        .filter((part) => compile(part)(situation) === truth)
        .flatMap((part) => causesOf(part, compile, situation));
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

function compileComparison(comparing: Comparing, placeOf: PlaceOf): Test {
  const { address, operator, value } = comparing;
  const operands: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  if (address.kind === 'result') return compileResult(address, operator, operands);
  const { position, options } = placeOf(address);
  const isProfile = address.kind === 'profile';
  if (operator === 'answered' || operator === 'unknown') {
    return (situation) => {
      const asked = isProfile ? situation.profile : situation.questions;
      const { state } = asked[position] ?? absent;
      return truthOf(state !== 'absent' && (state === operator) === value);
    };
  }

  const indices = operands.map((operand) => (options ? options.indexOf(String(operand)) : operand));
  const holds = comparer(operator, indices);
  // By the option chosen, worked out once; a number or a text is compared when it is there.
  const byOption = (options ?? []).map((_option, index) => truthOf(holds(index)));
  const whenOpen = openTruth(options === null || operator === 'includes' ? null : byOption);
  return (situation) => {
    const asked = isProfile ? situation.profile : situation.questions;
    const here = asked[position] ?? absent;
    if (here.state === 'answered') {
      const chosen = typeof here.value === 'number' ? byOption[here.value] : undefined;
      return chosen ?? truthOf(holds(here.value));
    }
    return here.state === 'absent' ? 'false' : whenOpen;
  };
}

function compileResult(
  { name, of }: ResultAddress,
  operator: Operator,
  operands: readonly Scalar[],
): Test {
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
  return (situation) => {
    let truth: Truth = 'false';
    for (const range of situation.ranges(name, of)) {
      truth = or(truth, inRange(range, operator, numbers, isWhole));
    }
    return truth;
  };
}

/** Where a question stands among the others, and its options by id; null where answers are numbers or texts. */
type Place = { readonly position: number; readonly options: readonly string[] | null };
type PlaceOf = (address: Exclude<Address, ResultAddress>) => Place;

const nowhere: Place = { position: -1, options: null };

function placesIn({ profile, questions }: Questionnaire) {
  const places = (asked: readonly (ProfileQuestion | Question)[]): ReadonlyMap<string, Place> =>
    new Map(
      asked.map((question, position) => [question.id, { position, options: optionsOf(question) }]),
    );
  return {
    profile: places(profile),
    question: places(questions.map(({ question }) => question)),
  };
}

function optionsOf(question: ProfileQuestion | Question): readonly string[] | null {
  if (!('options' in question)) return null;
  return question.options.map((option, index) => ('id' in option ? option.id : String(index)));
}

const absent: Standing = { state: 'absent' };

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
function openTruth(byOption: readonly Truth[] | null): Truth {
  if (byOption === null) return 'undecided';
  if (byOption.every((truth) => truth === 'true')) return 'true';
  return byOption.includes('true') ? 'undecided' : 'false';
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
