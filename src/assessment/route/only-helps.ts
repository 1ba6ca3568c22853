import { compileCondition, type Situation } from '../../questionnaire/compile-condition.ts';
import type { Comparing, Condition } from '../../questionnaire/condition.ts';
import type { Truth } from '../../questionnaire/truth.ts';
import type { Engine } from '../engine.ts';
import { withTargetsReached } from '../hypothesis.ts';
import type { Judgement } from '../judge.ts';
import { standOf } from '../stand.ts';
import type { Candidate } from './candidates.ts';

/** What more steps may do to whether a condition may hold, or holds for certain. */
type Course = 'rising' | 'falling';
type Sense = 'may' | 'must';

const senses: readonly Sense[] = ['may', 'must'];
// "Not x" may hold where x does not hold for certain.
const other = { may: 'must', must: 'may' } as const;

/**
 * Whether no step of these can make anything worse: no gate or verdict begins to hold because of one, none makes a
 * question due or moves a target. Then more steps never reach less, which the search for the cheapest relies on.
 *
 * A comparison about an answer has only two values here, before and after its step, so both are tried.
 */
export function onlyHelps(
  engine: Engine,
  now: Judgement,
  candidates: readonly Candidate[],
): boolean {
  const { unknown, unanswered } = engine.questionnaire.method;
  const findsOut = candidates.some(({ kind }) => kind === 'find-out');
  // What is left out of a mean can lower it once it is known.
  if (findsOut && (unknown === 'exclude' || unanswered === 'exclude')) return false;
  const ways = candidates.map(({ question, reaches }) => ({
    question,
    after: standOf(
      engine,
      withTargetsReached(engine, now.stand, now.stand.sheet, [{ question, target: reaches }]),
    ).situation,
  }));
  if (ways.some((way) => !raises(engine, now, way))) return false;

  const check = checkWith(engine, now.stand.situation, ways);
  const gatesSettle = engine.gates.every(({ gate }) => check(gate.when, 'must', 'falling', false));
  // The high end of a range falls where something is found out.
  const highEndsRise = !findsOut && gatesSettle;
  const goes = (condition: Condition, sense: Sense, course: Course) =>
    check(condition, sense, course, highEndsRise);

  const { questions, targets, verdicts } = engine.questionnaire;
  const steering = [
    ...questions.flatMap(({ question }) => [
      ...(question.when ? [question.when] : []),
      ...(typeof question.quick === 'object' ? [question.quick] : []),
    ]),
    ...targets.modifiers.map(({ when }) => when),
  ];
  return (
    steering.every((condition) =>
      senses.every(
        (sense) => goes(condition, sense, 'rising') && goes(condition, sense, 'falling'),
      ),
    ) &&
    engine.gates.every(({ gate }) => goes(gate.when, 'may', 'falling')) &&
    verdicts.every(({ kind, when, liftedWhen }, index) => {
      const lifting = liftedWhen ? aboutWhatIsDue(liftedWhen, engine, now.stand.situation) : null;
      const holding: Condition = {
        kind: 'all',
        of: lifting ? [when, { kind: 'not', of: lifting }] : [when],
      };
      if (kind === 'fine') return goes(holding, 'must', 'rising');
      const matters = mattersWhetherCertain(engine, now, candidates, index);
      return goes(holding, 'may', 'falling') && (!matters || goes(holding, 'must', 'falling'));
    })
  );
}

// A verdict that may stand and one that stands for certain differ only in what the latter puts off, and in targets that
// it raises beyond what is reached.
function mattersWhetherCertain(
  engine: Engine,
  now: Judgement,
  candidates: readonly Candidate[],
  verdict: number,
): boolean {
  if (candidates.some(({ deferredBy }) => deferredBy.includes(verdict))) return true;
  const asks = engine.verdicts[verdict]?.lifting?.asks ?? [];
  return asks.some(({ question, points }) => {
    if (now.stand.targets[question] == null) return false;
    const candidate = candidates.find((one) => one.question === question);
    return (candidate?.reaches ?? now.counted.given[question]?.low ?? points) < points;
  });
}

// What lifts a verdict leaves entries out that are about questions not due.
function aboutWhatIsDue(
  condition: Condition,
  engine: Engine,
  situation: Situation,
): Condition | null {
  switch (condition.kind) {
    case 'compare': {
      if (condition.address.kind !== 'question') return condition;
      const position = engine.positions.get(condition.address.id) ?? -1;
      return situation.questions[position]?.state === 'absent' ? null : condition;
    }
    case 'not': {
      const of = aboutWhatIsDue(condition.of, engine, situation);
      return of && { kind: 'not', of };
    }
    default: {
      const of = condition.of.flatMap((part) => aboutWhatIsDue(part, engine, situation) ?? []);
      return of.length === 0 ? null : { kind: condition.kind, of };
    }
  }
}

type Way = { readonly question: number; readonly after: Situation };

function raises(engine: Engine, now: Judgement, { question, after }: Way): boolean {
  const { scoring } = engine.questions[question] as Engine['questions'][number];
  const standing = after.questions[question];
  if (!scoring || standing?.state !== 'answered') return false;
  const points = scoring.pointsOf(standing.value as number | readonly number[]);
  return points >= (now.counted.given[question]?.low ?? points);
}

function checkWith(engine: Engine, before: Situation, ways: readonly Way[]) {
  const { questionnaire, positions } = engine;
  const has = (truth: Truth, sense: Sense) =>
    sense === 'may' ? truth !== 'false' : truth === 'true';

  const wayOf = ({ address }: Comparing) =>
    address.kind === 'question'
      ? ways.find(({ question }) => question === positions.get(address.id))
      : undefined;

  /** Whether it holds in this sense whatever steps are taken; null where they decide. */
  const fixed = (condition: Condition, sense: Sense): boolean | null => {
    switch (condition.kind) {
      case 'compare': {
        if (condition.address.kind === 'result') return null;
        const test = compileCondition(condition, questionnaire);
        const from = has(test(before), sense);
        const way = wayOf(condition);
        return !way || has(test(way.after), sense) === from ? from : null;
      }
      case 'not': {
        const inner = fixed(condition.of, other[sense]);
        return inner === null ? null : !inner;
      }
      default: {
        // What no step changes may settle it all: none of "all" may fail, one of "any" is enough.
        const settling = condition.kind === 'any';
        const parts = condition.of.map((part) => fixed(part, sense));
        if (parts.includes(settling)) return settling;
        return parts.includes(null) ? null : !settling;
      }
    }
  };

  const leaf = (comparing: Comparing, sense: Sense, course: Course, highEndsRise: boolean) => {
    const { address } = comparing;
    if (address.kind === 'profile') return true;
    if (address.kind === 'result') return resultGoes(comparing, sense, course, highEndsRise);
    const way = wayOf(comparing);
    if (!way) return true;
    const test = compileCondition(comparing, questionnaire);
    const [from, to] = [before, way.after].map((situation) => has(test(situation), sense));
    return course === 'rising' ? !from || to === true : from === true || !to;
  };

  const check = (
    condition: Condition,
    sense: Sense,
    course: Course,
    highEndsRise: boolean,
  ): boolean => {
    if (fixed(condition, sense) !== null) return true;
    switch (condition.kind) {
      case 'compare':
        return leaf(condition, sense, course, highEndsRise);
      case 'not': {
        const turned = course === 'rising' ? 'falling' : 'rising';
        return check(condition.of, other[sense], turned, highEndsRise);
      }
      default:
        return condition.of.every((part) => check(part, sense, course, highEndsRise));
    }
  };
  return check;
}

// Levels and scores rise with every step, counts of what is low or open fall; at the low end of the range always.
function resultGoes(
  { address, operator, value }: Comparing,
  sense: Sense,
  course: Course,
  highEndsRise: boolean,
): boolean {
  if (address.kind !== 'result' || address.name === 'role') return true;
  const isCount = address.name !== 'level' && address.name !== 'score';
  const isNone = isCount && operator === 'is' && value === 0;
  const atMost = operator === 'atMost' || operator === 'below' || isNone;
  if (!atMost && operator !== 'atLeast' && operator !== 'above') return false;
  const goesUp = atMost === isCount;
  if (goesUp !== (course === 'rising')) return false;
  // "At most" of a count, "at least" of a level: certain by what is certain.
  const byLowEnd = goesUp ? sense === 'must' : sense === 'may';
  return byLowEnd || highEndsRise || address.name === 'unknown' || address.name === 'spread';
}
