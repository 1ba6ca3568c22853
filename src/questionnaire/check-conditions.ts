import { nearest } from '../shared/nearest.ts';
import { type ConditionPlace, type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { findByType } from '../shared/walk-schema.ts';
import { checkOperands } from './check-operands.ts';
import {
  type Address,
  type Comparing,
  comparisonsOf,
  formatAddress,
  type RawCondition,
  type ResultName,
  resultNames,
  toCondition,
} from './condition.ts';
import { ConditionFormat } from './condition-format.ts';
import { list, type Named, type Outline, record } from './outline.ts';
import { QuestionnaireFormat } from './questionnaire-format.ts';

/** Conditions that ask for something that is not there, not yet known, not theirs to ask, or that cannot be meant. */
export function checkConditions(file: YamlFile, names: Outline): readonly Problem[] {
  const conditions = findByType(QuestionnaireFormat, file.data, { condition: ConditionFormat });
  const orderOf = orderIn(names);
  return conditions.flatMap(({ value, path }) => {
    const where = placeOf(path);
    const known = earlierQuestions(where, path, file, orderOf);
    return checkOne(value, path, where, known, file, names);
  });
}

/**
 * The same for one condition outside a questionnaire, that may ask about everything in it and about results.
 *
 * @param path where it stands in the file
 */
export function checkOwnCondition(
  value: unknown,
  path: Path,
  file: YamlFile,
  names: Names,
): readonly Problem[] {
  const known = names.questions.map(({ id }) => id);
  return checkOne(value, path, 'check', known, file, names);
}

/** What a condition can name. */
export type Names = {
  readonly profile: readonly Named[];
  readonly questions: readonly Named[];
  readonly hurdles: readonly { readonly id: string }[];
  readonly roles: readonly string[];
};

function checkOne(
  value: unknown,
  path: Path,
  where: ConditionPlace,
  known: readonly string[],
  file: YamlFile,
  names: Names,
): readonly Problem[] {
  return comparisonsOf(safely(value)).flatMap((comparing) =>
    checkComparison(comparing, [...path, ...comparing.path], where, known, file, names),
  );
}

// The shape is checked elsewhere; here a part of another shape is as good as absent.
function safely(value: unknown): ReturnType<typeof toCondition> {
  const clean = (node: unknown): RawCondition =>
    Object.fromEntries(
      Object.entries(record(node)).flatMap(([key, part]): [string, unknown][] => {
        if (key === 'all' || key === 'any') return [[key, list(part).map(clean)]];
        if (key === 'not') return [[key, clean(part)]];
        return key.startsWith('x-') ? [] : [[key, part]];
      }),
    ) as RawCondition;
  return toCondition(clean(value));
}

function placeOf(path: Path): ConditionPlace {
  const wordings = ['variants', 'examples', 'askBack'];
  if (wordings.some((key) => path.includes(key))) return 'wording';
  switch (path[0]) {
    case 'targets':
      return 'modifier';
    case 'gates':
      return 'gate';
    case 'verdicts':
      return 'verdict';
    case 'contradictions':
      return 'contradiction';
    default:
      return 'when';
  }
}

// Of questions with the same id the first, as everywhere.
function orderIn({ questions }: Outline) {
  const backwards = questions.map(({ id, path }, position) => ({ id, path, position })).reverse();
  return {
    order: questions.map(({ id }) => id),
    byId: new Map(backwards.map(({ id, position }) => [id, position])),
    byPath: new Map(backwards.map(({ path, position }) => [path.join('/'), position])),
  };
}

// `when` may look back only, and a modifier only at what stands before the questions it is for.
function earlierQuestions(
  where: ConditionPlace,
  path: Path,
  file: YamlFile,
  { order, byId, byPath }: ReturnType<typeof orderIn>,
): readonly string[] {
  if (where === 'when') {
    const around = path.map((_key, length) => byPath.get(path.slice(0, length).join('/')));
    return order.slice(0, around.find((position) => position !== undefined) ?? 0);
  }
  if (where === 'modifier') {
    const modifier = list(record(record(file.data).targets).modifiers)[path[2] as number];
    const positions = list(record(modifier).for)
      .map((id) => byId.get(String(id)) ?? -1)
      .filter((position) => position >= 0);
    return order.slice(0, Math.max(0, Math.min(...positions)));
  }
  return order;
}

function checkComparison(
  comparing: Comparing,
  path: Path,
  where: ConditionPlace,
  known: readonly string[],
  file: YamlFile,
  names: Names,
): readonly Problem[] {
  const address = formatAddress(comparing.address);
  const key = comparing.operator === path.at(-1) ? path.slice(0, -1) : path;
  const at = file.keyAt(key);
  if (!mayAsk(comparing.address, where))
    return [problem('address-not-allowed', at, { address, where })];
  if (comparing.address.kind === 'result')
    return checkResult(comparing, address, at, path, file, names);
  const { kind, id } = comparing.address;
  const among: readonly Named[] = kind === 'profile' ? names.profile : names.questions;
  const asked = among.find((question) => question.id === id);
  if (!asked) {
    const all = [...names.profile, ...names.questions].map((question) => question.id);
    // An id of the wrong form, with a dot too few or too many, is told where it is given.
    if (all.includes(id)) return [];
    // The result of a hurdle is asked for by another name.
    const isHurdle = kind === 'profile' && names.hurdles.some((hurdle) => hurdle.id === id);
    const isAsked = isHurdle && mayAsk({ kind: 'result', name: 'level', of: null }, where);
    const meant = isAsked ? `$level.${id}` : nearest(address, all);
    return [problem('unknown-address', at, { address, nearest: meant })];
  }
  if (kind === 'question' && !known.includes(id))
    return [problem('looks-forward', at, { address })];
  return checkOperands(comparing, asked, path, file);
}

function mayAsk(address: Address, where: ConditionPlace): boolean {
  switch (address.kind) {
    case 'profile':
      return true;
    case 'question':
      return where !== 'wording';
    case 'result':
      return where === 'verdict' || where === 'contradiction' || where === 'check';
    default:
      return address satisfies never;
  }
}

const parts = {
  level: ['any'],
  score: ['any'],
  belowTarget: ['any', 'core'],
  unknown: ['any', 'core'],
  spread: ['any', 'core'],
  role: [],
} satisfies Record<ResultName, readonly string[]>;

function checkResult(
  comparing: Comparing,
  address: string,
  at: Problem['at'],
  path: Path,
  file: YamlFile,
  names: Names,
): readonly Problem[] {
  const { name, of } = comparing.address as Extract<Address, { kind: 'result' }>;
  const hurdles = names.hurdles.map((hurdle) => hurdle.id);
  const all = resultNames.flatMap((result) => [
    `$${result}`,
    ...(result === 'role'
      ? []
      : [...parts[result], ...hurdles].map((part) => `$${result}.${part}`)),
  ]);
  if (!all.includes(address)) {
    return [problem('unknown-address', at, { address, nearest: nearest(address, all) })];
  }
  if (name === 'role' && of === null) {
    return checkOperands(
      comparing,
      { id: '$role', kind: 'choice', options: names.roles, ordered: false, required: false, path },
      path,
      file,
    );
  }
  return checkOperands(
    comparing,
    { id: address, kind: 'number', options: [], ordered: true, required: false, path },
    path,
    file,
  );
}
