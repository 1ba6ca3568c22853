import type { Engine } from '../assessment/engine.ts';
import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import {
  type Comparing,
  type Condition,
  comparisonsOf,
  formatAddress,
  type Scalar,
} from '../questionnaire/condition.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { aroundBounds } from './around-bounds.ts';
import { resultValues } from './result-values.ts';

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

/** A questionnaire, and the positions of what it asks. */
export type Asked = {
  readonly questionnaire: Questionnaire;
  readonly engine: Pick<Engine, 'positions' | 'selector' | 'compile'>;
};

/** The question of an id. */
export function questionAt(id: string, { questionnaire, engine }: Asked): Question | undefined {
  return questionnaire.questions[engine.positions.get(id) ?? -1]?.question;
}

/**
 * All values of each address that counts for some conditions; of numbers one between any two bounds, of a long list
 * of answers the combinations of those that are asked for.
 */
export type Domains = ReadonlyMap<string, readonly Value[]>;

/** All values of what one comparison asks about. */
export function valuesFor(comparing: Comparing, asked: Asked): readonly Value[] {
  return valuesOf(comparing, operandsOf(comparing), asked) ?? [];
}

// More than anyone writes by hand.
const mostComparisons = 250;

/**
 * The values of everything some conditions ask about, and of what decides whether that is due.
 *
 * @returns null when that is too much to try
 */
export function domainsOf(conditions: readonly Condition[], asked: Asked): Domains | null {
  const comparisons = withWhatMakesDue(conditions.flatMap(comparisonsOf), asked);
  if (comparisons.length > mostComparisons) return null;
  const operands = new Map<string, Scalar[]>();
  for (const comparing of comparisons) {
    const key = formatAddress(comparing.address);
    operands.set(key, [...(operands.get(key) ?? []), ...operandsOf(comparing)]);
  }
  const domains = new Map<string, readonly Value[]>();
  for (const comparing of comparisons) {
    const key = formatAddress(comparing.address);
    const values = domains.get(key) ?? valuesOf(comparing, operands.get(key) ?? [], asked);
    if (values === null) return null;
    domains.set(key, values);
    domains.set(`${key} ${comparing.path.join('/')}`, values);
  }
  const selector = asked.questionnaire.profile[asked.engine.selector];
  if (selector && !domains.has(selector.id)) {
    domains.set(selector.id, profileValues(selector, []) ?? []);
  }
  return domains;
}

function withWhatMakesDue(comparisons: readonly Comparing[], asked: Asked): readonly Comparing[] {
  const all = [...comparisons];
  const seen = new Set<string>();
  for (const { address } of all) {
    if (all.length > mostComparisons) break;
    if (address.kind !== 'question' || seen.has(address.id)) continue;
    seen.add(address.id);
    const { when } = questionAt(address.id, asked) ?? {};
    // The list grows while it is gone through: one condition leads to the next.
    if (when) all.push(...comparisonsOf(when));
  }
  return all;
}

function operandsOf({ value }: Comparing): readonly Scalar[] {
  return [value].flat() as readonly Scalar[];
}

function valuesOf(
  { address }: Comparing,
  operands: readonly Scalar[],
  asked: Asked,
): readonly Value[] | null {
  const { questionnaire } = asked;
  switch (address.kind) {
    case 'profile': {
      const question = questionnaire.profile.find(({ id }) => id === address.id);
      return question ? profileValues(question, operands) : [];
    }
    case 'question': {
      const question = questionAt(address.id, asked);
      return question ? questionValues(question, operands) : [];
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

function profileValues(
  question: ProfileQuestion,
  operands: readonly Scalar[],
): readonly Value[] | null {
  const answers = answersOf(question, operands);
  const open = question.required ? [] : [unknown, unanswered];
  return answers && [...answers, ...open];
}

// Any question can lie outside of what is asked: the quick check, or one role alone.
function questionValues(question: Question, operands: readonly Scalar[]): readonly Value[] | null {
  const answers = answersOf(question, operands);
  return answers && [...answers, unknown, unanswered, absent];
}

function answersOf(
  question: ProfileQuestion | Question,
  operands: readonly Scalar[],
): readonly Standing[] | null {
  const answered = (value: number | readonly number[] | string): Standing => ({
    state: 'answered',
    value,
  });
  switch (question.kind) {
    case 'level':
    case 'choice':
      return question.options.map((_option, index) => answered(index));
    case 'several':
      return combinations(question.options, operands)?.map(answered) ?? null;
    case 'number':
      return aroundBounds(
        [...numbersIn(operands), ...bandsOf(question)],
        question.min,
        question.max,
      ).map(answered);
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

const mostOptions = 8;

// All combinations of up to eight options; of more, those of what is asked for, with none of the others, all of them,
// or those that give or take points. Null when more are asked for.
function combinations(
  options: readonly Option[],
  operands: readonly Scalar[],
): readonly (readonly number[])[] | null {
  const free = options.flatMap((option, index) => (option.exclusive ? [] : [{ option, index }]));
  const alone = options.flatMap(({ exclusive }, index) => (exclusive ? [[index]] : []));
  const indices = (chosen: typeof free) => chosen.map(({ index }) => index);
  if (free.length <= mostOptions) return [...subsets(indices(free)), ...alone];
  const asked = free.filter(({ option }) => operands.includes(option.id));
  if (asked.length > mostOptions) return null;
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
