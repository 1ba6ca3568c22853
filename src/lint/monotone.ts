import type { EngineQuestion } from '../assessment/engine-question.ts';
import {
  type Address,
  type Comparing,
  type Condition,
  formatAddress,
} from '../questionnaire/condition.ts';
import type { Path, Problem } from '../shared/problem.ts';
import { isAnswered, isSettled, type Value, valuesFor } from './domains.ts';
import { finding } from './finding.ts';
import { isUnanswerable } from './roles.ts';
import { situationOf } from './satisfy.ts';
import { type Check, questionPath, type Subject } from './subject.ts';

/**
 * Where a better answer could make something worse: a question that is asked only after certain answers, a gate or a
 * verdict that holds for high ones or for what is unknown. Nothing found, and nothing `unanswerable`, means that the
 * properties of a monotone questionnaire hold for this one.
 */
export const findNotMonotone: Check = (subject) => {
  const unasked = neverAsked(subject);
  return subject.conditions.flatMap(({ condition, path }): readonly Problem[] => {
    const wanted = wantedFor(path, subject);
    if (wanted === null || unasked.has(path.join('/'))) return [];
    return strays(condition, wanted, subject).map((comparing) =>
      finding(
        'not-monotone',
        subject.file.keyAt([...path, ...comparing.path]),
        { address: formatAddress(comparing.address) },
        'note',
      ),
    );
  });
};

// Of a question that is never asked where one role is asked alone, that is told first.
function neverAsked(subject: Subject): ReadonlySet<string> {
  const { questionnaire } = subject;
  const paths = questionnaire.questions.flatMap(({ question }, position) =>
    isUnanswerable(question, questionnaire)
      ? [[...questionPath(subject, position), 'when'].join('/')]
      : [],
  );
  return new Set(paths);
}

/** What better answers may make of a condition: only true, only false, or nothing at all. */
type Direction = 'rising' | 'falling' | 'none';

function wantedFor(path: Path, { questionnaire }: Subject): Direction | null {
  const [root, index] = path;
  switch (root) {
    case 'gates':
      return 'falling';
    case 'verdicts': {
      if (questionnaire.verdicts[Number(index)]?.kind === 'fine') return null;
      if (path.length !== 3) return null;
      return path[2] === 'liftedWhen' ? 'rising' : 'falling';
    }
    case 'hurdles':
      return ['when', 'quick'].includes(String(path.at(-1))) &&
        !path.includes('examples') &&
        !path.includes('variants')
        ? 'none'
        : null;
    case 'targets':
      return 'none';
    default:
      return null;
  }
}

function strays(condition: Condition, wanted: Direction, subject: Subject): readonly Comparing[] {
  switch (condition.kind) {
    case 'compare':
      return isFine(condition, wanted, subject) ? [] : [condition];
    case 'not':
      return strays(condition.of, turned[wanted], subject);
    default:
      return condition.of.flatMap((part) => strays(part, wanted, subject));
  }
}

const turned = { rising: 'falling', falling: 'rising', none: 'none' } as const;

function isFine(comparing: Comparing, wanted: Direction, subject: Subject): boolean {
  const { address, operator } = comparing;
  if (address.kind === 'profile') return true;
  // What does not go by answers alone, like a disagreement, is outside of this.
  if (address.kind === 'result' && !isQuality(address.name)) return true;
  if (wanted === 'none' || operator === 'answered' || operator === 'unknown') return false;
  const { engine } = subject;
  const question = engine.questions[engine.positions.get(formatAddress(address)) ?? -1];
  const test = engine.compile(comparing);
  const values = valuesFor(comparing, subject);
  const outcomes = values.filter(isSettled).map((value) => ({
    worth: worthOf(value, address, question),
    holds: test(situationOf(comparing, value, subject)) === 'true',
  }));
  const worths = (holds: boolean) =>
    outcomes.filter((outcome) => outcome.holds === holds).map(({ worth }) => worth);
  // All for which it holds are worth no less (no more) than all for which it does not.
  const [low, high] = wanted === 'rising' ? [false, true] : [true, false];
  return Math.max(...worths(low)) <= Math.min(...worths(high));
}

function isQuality(name: string): boolean {
  return name === 'level' || name === 'score' || name === 'belowTarget';
}

function worthOf(value: Value, address: Address, question: EngineQuestion | undefined): number {
  // Fewer questions below their target are better.
  const isCount = address.kind === 'result' && address.name === 'belowTarget';
  if ('low' in value) return isCount ? -value.low : value.low;
  if (!isAnswered(value) || typeof value.value === 'string') return 0;
  return question?.scoring?.pointsOf(value.value) ?? 0;
}
