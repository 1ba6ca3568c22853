import {
  type Comparing,
  type Condition,
  comparisonsOf,
  formatAddress,
} from '../questionnaire/condition.ts';
import type { Path, Problem } from '../shared/problem.ts';
import { isSettled, valuesFor } from './domains.ts';
import { finding } from './finding.ts';
import { isPossible, situationOf } from './satisfy.ts';
import type { Check, Subject } from './subject.ts';

/** Conditions, and parts of them, that no answers make true, or that none make anything else. */
export const findNeverAndAlways: Check = (subject) =>
  subject.conditions.flatMap(({ condition, path }) => findIn(condition, path, subject));

function findIn(condition: Condition, path: Path, subject: Subject): readonly Problem[] {
  const { file } = subject;
  const comparisons = comparisonsOf(condition);
  const single = comparisons.flatMap((comparing) => {
    const always = isTheSameForAll(comparing, subject);
    return always === null ? [] : [tell(always, comparing, path, subject)];
  });
  if (single.length > 0) return single;

  if (!canHold([condition], subject)) {
    return [finding('never-holds', file.keyAt(path), { address: null })];
  }
  const dead = deadParts(condition, [], subject);
  if (dead.length > 0) return dead.flatMap((part) => tellPart(part, path, subject));
  const isAlways = !isPossible([{ condition, wanted: 'not-true' }], subject, isSettled);
  return isAlways ? [finding('always-holds', file.keyAt(path), { address: null })] : [];
}

function tell(always: boolean, comparing: Comparing, path: Path, { file }: Subject): Problem {
  const address = formatAddress(comparing.address);
  const at = file.keyAt([...path, ...comparing.path]);
  return finding(always ? 'always-holds' : 'never-holds', at, { address });
}

// Where it begins; what it asks of one address is told by that, and what contradicts itself as a whole.
function tellPart(part: Condition, path: Path, subject: Subject): readonly Problem[] {
  const [first, ...more] = comparisonsOf(part);
  if (!first) return [];
  if (more.length === 0) return [tell(false, first, path, subject)];
  const at = subject.file.keyAt([...path, ...first.path]);
  return [finding('never-holds', at, { address: null })];
}

// True or false whatever is answered; null when that depends.
function isTheSameForAll(comparing: Comparing, subject: Subject): boolean | null {
  const asksForState = comparing.operator === 'answered' || comparing.operator === 'unknown';
  const values = valuesFor(comparing, subject);
  const test = subject.engine.compile(comparing);
  const truths = values
    .filter((value) => asksForState || isSettled(value))
    .map((value) => test(situationOf(comparing, value, subject)));
  if (truths.length === 0 || truths.includes('undecided')) return null;
  if (truths.every((truth) => truth === 'true')) return true;
  return truths.every((truth) => truth === 'false') ? false : null;
}

// Alternatives, and what stands under a `not`, that cannot come to hold beside all that must hold with them.
function deadParts(
  condition: Condition,
  beside: readonly Condition[],
  subject: Subject,
): readonly Condition[] {
  const among = (parts: readonly Condition[], others: readonly Condition[]) =>
    parts.flatMap((part) =>
      canHold([...others, part], subject) ? deadParts(part, others, subject) : [part],
    );
  switch (condition.kind) {
    case 'compare':
      return [];
    case 'not':
      return among([condition.of], []);
    case 'any':
      return among(condition.of, beside);
    case 'all':
      return condition.of.flatMap((part) => {
        const others = condition.of.filter((other) => other !== part);
        return deadParts(part, [...beside, ...others], subject);
      });
    default:
      return condition satisfies never;
  }
}

function canHold(conditions: readonly Condition[], subject: Subject): boolean {
  return isPossible(
    conditions.map((condition) => ({ condition, wanted: 'true' })),
    subject,
  );
}
