import type { Situation, Standing } from '../questionnaire/compile-condition.ts';
import { type Comparing, type Condition, formatAddress } from '../questionnaire/condition.ts';
import type { Truth } from '../questionnaire/truth.ts';
import { type Asked, type Domains, domainsOf, questionAt, type Value } from './domains.ts';
import type { Effort } from './effort.ts';

/** What a condition is wanted to be. */
export type Wanted = 'true' | 'false' | 'not-true' | 'not-false';

export type Goal = { readonly condition: Condition; readonly wanted: Wanted };

/** For each address the values that are left to it, so that all goals are met; other addresses are free. */
export type Solution = ReadonlyMap<string, readonly Value[]>;

/** What may be chosen for an address; everything it could have if left out. */
export type Allowed = (value: Value) => boolean;

/** What is tried out, and how much of that is still left to do. */
export type Trying = Asked & { readonly effort: Effort };

const stepsEach = 20_000;
const tooMuch = 250;

/**
 * Finds values for what conditions ask about, so that each is what it is wanted to be. Exact where addresses do not
 * hang together; a question that is answered is due, too.
 *
 * @yields every way there is, some of them overlapping; nothing when there is none; one that leaves everything free
 * when that is too much to try
 */
export function* solutions(
  goals: readonly Goal[],
  trying: Trying,
  allowed: Allowed = () => true,
): Generator<Solution> {
  const conditions = goals.map(({ condition }) => condition);
  const { effort, questionnaire } = trying;
  const domains = effort.steps > 0 ? domainsOf(conditions, trying) : null;
  effort.steps -= domains?.size ?? tooMuch;
  if (domains === null) {
    yield new Map();
    return;
  }
  const step = 1 + questionnaire.questions.length / 500;
  const search = { ...trying, domains, allowed, step, budget: { left: stepsEach } };
  yield* meet(goals, new Map(), search);
}

/** Whether there are values for which each condition is what it is wanted to be; true when that is too much to try. */
export function isPossible(goals: readonly Goal[], trying: Trying, allowed?: Allowed): boolean {
  return solutions(goals, trying, allowed).next().done !== true;
}

type Search = Trying & {
  readonly domains: Domains;
  readonly allowed: Allowed;
  /** What a step costs: of many questions one is looked for longer. */
  readonly step: number;
  readonly budget: { left: number };
};

function* meet(goals: readonly Goal[], found: Solution, search: Search): Generator<Solution> {
  search.budget.left -= 1;
  search.effort.steps -= search.step;
  const [goal, ...rest] = goals;
  // Where the search is too long, what was found so far has to do.
  if (!goal || search.budget.left < 0 || search.effort.steps < 0) {
    yield found;
    return;
  }
  const { condition, wanted } = goal;
  switch (condition.kind) {
    case 'not':
      yield* meet([{ condition: condition.of, wanted: opposite[wanted] }, ...rest], found, search);
      return;
    case 'compare':
      yield* compare(condition, wanted, rest, found, search);
      return;
    default: {
      const parts = condition.of.map((part) => ({ condition: part, wanted }));
      const needsEach =
        (condition.kind === 'all') === (wanted === 'true' || wanted === 'not-false');
      if (needsEach) yield* meet([...parts, ...rest], found, search);
      else for (const part of parts) yield* meet([part, ...rest], found, search);
    }
  }
}

const opposite = {
  true: 'false',
  false: 'true',
  'not-true': 'not-false',
  'not-false': 'not-true',
} as const satisfies Record<Wanted, Wanted>;

const accepted = {
  true: ['true'],
  false: ['false'],
  'not-true': ['false', 'undecided'],
  'not-false': ['true', 'undecided'],
} as const satisfies Record<Wanted, readonly Truth[]>;

function* compare(
  comparing: Comparing,
  wanted: Wanted,
  rest: readonly Goal[],
  found: Solution,
  search: Search,
): Generator<Solution> {
  const key = keyOf(comparing);
  const before = found.get(key) ?? (search.domains.get(key) ?? []).filter(search.allowed);
  const test = search.engine.compile(comparing);
  const left = before.filter((value) =>
    (accepted[wanted] as readonly Truth[]).includes(test(situationOf(comparing, value, search))),
  );
  if (left.length === 0) return;
  const next = new Map(found).set(key, left);
  const wasDue = found.has(key) && !before.some(isAbsent);
  const isDue = !left.some(isAbsent);
  const needs = isDue && !wasDue ? whatMakesDue(comparing, next, search) : [];
  if (needs === null) return;
  yield* meet([...needs, ...rest], next, search);
}

// Of several hurdles each may meet another comparison: `.any` is a new address every time.
function keyOf({ address, path }: Comparing): string {
  const key = formatAddress(address);
  return address.kind === 'result' && address.of === 'any' ? `${key} ${path.join('/')}` : key;
}

/** What a condition sees when one address has a value and nothing else is known. */
export function situationOf(
  { address }: Comparing,
  value: Value,
  { questionnaire, engine }: Asked,
): Situation {
  const profile: Standing[] = [];
  const questions: Standing[] = [];
  const nothing: Situation = { profile, questions, ranges: () => [], role: null };
  if ('role' in value) return { ...nothing, role: value.role };
  if ('low' in value) return { ...nothing, ranges: () => [value] };
  if (address.kind === 'profile') {
    profile[questionnaire.profile.findIndex(({ id }) => id === address.id)] = value;
  } else if (address.kind === 'question') {
    questions[engine.positions.get(address.id) ?? -1] = value;
  }
  return nothing;
}

function isAbsent(value: Value): boolean {
  return 'state' in value && value.state === 'absent';
}

// An answered question is due: its own condition is not false, and there is a target at the selected option.
function whatMakesDue(
  { address }: Comparing,
  found: Map<string, readonly Value[]>,
  search: Search,
): readonly Goal[] | null {
  if (address.kind !== 'question') return [];
  const { questionnaire, domains, allowed } = search;
  const question = questionAt(address.id, search);
  if (!question) return [];
  const { by } = questionnaire.targets;
  if (by !== undefined && question.kind !== 'text' && typeof question.target === 'object') {
    const { target } = question;
    const selector = questionnaire.profile.find(({ id }) => id === by);
    const options = selector?.kind === 'choice' ? selector.options.map(({ id }) => id) : [];
    const before = found.get(by) ?? (domains.get(by) ?? []).filter(allowed);
    const left = before.filter(
      (value) =>
        !('state' in value) ||
        value.state !== 'answered' ||
        target[options[value.value as number] ?? ''] !== null,
    );
    if (left.length === 0) return null;
    found.set(by, left);
  }
  return question.when ? [{ condition: question.when, wanted: 'not-false' }] : [];
}
