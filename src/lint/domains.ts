import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import {
  type Comparing,
  type Condition,
  comparisonsOf,
  formatAddress,
  type Scalar,
} from '../questionnaire/condition-format.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';

/** A value an address can have: how a question stands, a result, or a role. */
export type Value = Standing | Range | { readonly role: string | null };

export type Answered = Extract<Standing, { state: 'answered' }>;

/** Whether a value is an answer that was given. */
export function isAnswered(value: Value): value is Answered {
  return 'state' in value && value.state === 'answered';
}

/** Whether a value is an answer or a result, nothing open and nothing left out. */
export function isSettled(value: Value): boolean {
  return !('state' in value) || isAnswered(value);
}

/**
 * All values of each address that counts for some conditions; of numbers one between any two bounds, of a long list
 * of answers the combinations of those that are asked for.
 */
export type Domains = ReadonlyMap<string, readonly Value[]>;

/** The values of everything some conditions ask about, and of what decides whether that is due. */
export function domainsOf(conditions: readonly Condition[], questionnaire: Questionnaire): Domains {
  const comparisons = withWhatMakesDue(conditions.flatMap(comparisonsOf), questionnaire);
  const operands = new Map<string, Scalar[]>();
  for (const { address, value } of comparisons) {
    const key = formatAddress(address);
    operands.set(key, [...(operands.get(key) ?? []), ...([value].flat() as Scalar[])]);
  }
  const domains = new Map<string, readonly Value[]>();
  for (const comparing of comparisons) {
    const key = formatAddress(comparing.address);
    const values = valuesOf(comparing, operands.get(key) ?? [], questionnaire);
    domains.set(key, values);
    domains.set(`${key} ${comparing.path.join('/')}`, values);
  }
  const selector = questionnaire.profile.find(({ id }) => id === questionnaire.targets.by);
  if (selector && !domains.has(selector.id)) domains.set(selector.id, profileValues(selector, []));
  return domains;
}

function withWhatMakesDue(
  comparisons: readonly Comparing[],
  questionnaire: Questionnaire,
): readonly Comparing[] {
  const all = [...comparisons];
  const seen = new Set<string>();
  for (const { address } of all) {
    if (address.kind !== 'question' || seen.has(address.id)) continue;
    seen.add(address.id);
    const placed = questionnaire.questions.find(({ question }) => question.id === address.id);
    // The list grows while it is gone through: one condition leads to the next.
    if (placed?.question.when) all.push(...comparisonsOf(placed.question.when));
  }
  return all;
}

function valuesOf(
  { address }: Comparing,
  operands: readonly Scalar[],
  questionnaire: Questionnaire,
): readonly Value[] {
  switch (address.kind) {
    case 'profile': {
      const question = questionnaire.profile.find(({ id }) => id === address.id);
      return question ? profileValues(question, operands) : [];
    }
    case 'question': {
      const placed = questionnaire.questions.find(({ question }) => question.id === address.id);
      return placed ? questionValues(placed.question, operands) : [];
    }
    case 'result':
      if (address.name === 'role') {
        return [...questionnaire.roles.map(({ id }) => ({ role: id })), { role: null }];
      }
      return [
        ...resultValues(address.name, address.of, numbersIn(operands), questionnaire),
        absent,
      ];
    default:
      return address satisfies never;
  }
}

const unknown: Standing = { state: 'unknown' };
const unanswered: Standing = { state: 'unanswered' };
const absent: Standing = { state: 'absent' };

function profileValues(question: ProfileQuestion, operands: readonly Scalar[]): readonly Value[] {
  const open = question.required ? [] : [unknown, unanswered];
  return [...answersOf(question, operands), ...open];
}

// Any question can lie outside of what is asked: the quick check, or one role alone.
function questionValues(question: Question, operands: readonly Scalar[]): readonly Value[] {
  return [...answersOf(question, operands), unknown, unanswered, absent];
}

function answersOf(
  question: ProfileQuestion | Question,
  operands: readonly Scalar[],
): readonly Standing[] {
  const answered = (value: number | readonly number[] | string): Standing => ({
    state: 'answered',
    value,
  });
  switch (question.kind) {
    case 'level':
    case 'choice':
      return question.options.map((_option, index) => answered(index));
    case 'several':
      return combinations(question.options, operands).map(answered);
    case 'number': {
      return aroundBounds([...numbersIn(operands), ...bandsOf(question)]).map(answered);
    }
    case 'text':
      return ['–', '1'].map(answered);
    default:
      return question satisfies never;
  }
}

// A number that is displayed as the bound belongs to the band, too.
function bandsOf(question: ProfileQuestion | Question): readonly number[] {
  if (!('bands' in question)) return [];
  const { displayed } = question;
  const hair = displayed === undefined ? 0 : 0.5 / 10 ** displayed;
  return question.bands.flatMap(({ from }) => [from - hair, from]);
}

type Option = { readonly id: string; readonly exclusive: boolean; readonly points?: number };

const countOfAll = 8;
const countAskedFor = 12;

// All combinations of up to eight options; of more, those of what is asked for, with none, all, or the worth of the
// others.
function combinations(
  options: readonly Option[],
  operands: readonly Scalar[],
): readonly (readonly number[])[] {
  const free = options.flatMap((option, index) => (option.exclusive ? [] : [{ option, index }]));
  const alone = options.flatMap(({ exclusive }, index) => (exclusive ? [[index]] : []));
  const indices = (chosen: typeof free) => chosen.map(({ index }) => index);
  if (free.length <= countOfAll) return [...subsets(indices(free)), ...alone];
  const asked = free.filter(({ option }) => operands.includes(option.id)).slice(0, countAskedFor);
  const others = free.filter((one) => !asked.includes(one));
  const worth = (sign: number) =>
    others.filter(({ option: { points = 0 } }) => Math.sign(points) === sign);
  const beside = [[], others, worth(1), worth(-1)].map(indices);
  const sets = subsets(indices(asked)).flatMap((set) => beside.map((more) => [...set, ...more]));
  return [...sets, ...alone];
}

function subsets(items: readonly number[]): readonly (readonly number[])[] {
  const sets: number[][] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets;
}

function numbersIn(operands: readonly Scalar[]): readonly number[] {
  return operands.filter((operand) => typeof operand === 'number');
}

function aroundBounds(
  bounds: readonly number[],
  low = -Infinity,
  high = Infinity,
): readonly number[] {
  const sorted = [...new Set([...bounds, low, high].filter(Number.isFinite))].sort((a, b) => a - b);
  if (sorted.length === 0) return [0];
  const between = sorted.slice(1).map((bound, index) => (bound + (sorted[index] as number)) / 2);
  const around = [(sorted[0] as number) - 1, ...sorted, ...between, (sorted.at(-1) as number) + 1];
  return around.filter((value) => value >= low && value <= high);
}

function resultValues(
  name: 'level' | 'score' | 'belowTarget' | 'unknown' | 'spread',
  of: string | null,
  bounds: readonly number[],
  { hurdles, scales, questions }: Questionnaire,
): readonly Range[] {
  const exactly = (values: readonly number[]) =>
    values.map((value) => ({ low: value, high: value }));
  const whole = (top: number) => exactly(Array.from({ length: top + 1 }, (_value, index) => index));
  switch (name) {
    case 'level': {
      const known = hurdles.filter(({ id }) => of === null || of === 'any' || of === id);
      const tops = known.map(({ scale }) => (scales[scale]?.length ?? 1) - 1);
      return whole(Math.max(0, ...tops));
    }
    case 'score':
      return exactly(aroundBounds(bounds, 0, 100));
    case 'unknown':
      return exactly(aroundBounds(bounds, 0, 1));
    case 'belowTarget':
      return whole(
        questions.filter(({ hurdle }) => of === null || !isHurdle(of) || of === hurdle).length,
      );
    case 'spread':
      return exactly(
        aroundBounds(bounds, 0, Math.max(0, ...questions.map(({ question }) => spanOf(question)))),
      );
    default:
      return name satisfies never;
  }
}

function isHurdle(of: string): boolean {
  return of !== 'any' && of !== 'core';
}

function spanOf(question: Question): number {
  if (question.kind === 'level') return question.options.length - 1;
  return question.kind === 'text' ? 0 : 100;
}
