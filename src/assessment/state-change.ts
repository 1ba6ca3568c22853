import { type Answer, fromLong, isBacked } from '../questionnaire/answers.ts';
import { answerChanges, changedBeside, profileChanges } from './answer-changes.ts';
import type { AssessedHurdle, Assessment } from './assessment-format.ts';
import { comparability, outsideScope, sharedQuestions } from './comparability.ts';
import type { StateChange } from './comparison-format.ts';
import { isConfirmed } from './decided-plan.ts';
import { directionOf } from './direction.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { type Reversal, reversalOf } from './reversal.ts';
import { isSameAnswer } from './same-answer.ts';
import { overdueSteps, stepChanges } from './step-changes.ts';
import { causesOfTargets, targetChanges } from './target-changes.ts';
import { contradictionChanges, verdictChanges } from './verdict-changes.ts';

/**
 * What changed from one assessment to a later one of the same company, as facts and ids.
 *
 * @param at places of the two in the list they come from
 */
export function stateChange(
  engine: Engine,
  from: Assessment,
  to: Assessment,
  at: readonly [number, number],
): StateChange {
  const { questionnaire } = engine;
  const comparable = comparability(from, to, questionnaire);
  const order = questionnaire.questions.map(({ question }) => question.id);
  const common = { from: at[0], to: at[1], comparable };
  if (comparable === 'nothing') return { ...common, ...nothing };

  const whole = comparable === 'whole';
  const outside = outsideScope(from, to);
  const profile = profileChanges(from, to, questionnaire);
  const answers = [...answerChanges(from, to, questionnaire, outside)];
  const said = order.filter(
    (id) => !isSameAnswer(from.answers[id] ?? null, to.answers[id] ?? null),
  );
  const changed = [...profile.map(({ id }) => id), ...said];
  const targets = targetChanges(from, to, engine, outside, changed);
  const counting = changed.filter((id) => !outside.has(id));
  const reversal = reversalOf(engine, from, to, counting);
  const verdicts = verdictChanges(from, to, engine, whole ? null : outside, counting, reversal);
  const contradictions = contradictionChanges(from, to, questionnaire, whole ? null : outside);
  const evidence = evidenceChanges(from, to, order);
  const notes = changedBeside(from, to, questionnaire).filter(
    (id) => !evidence.gained.includes(id) && !evidence.lost.includes(id),
  );
  const steps = [...stepChanges(from, to, order)];
  const causes = (isAmong: (id: string) => boolean) => causesOfTargets(targets, answers, isAmong);
  const overall = whole
    ? overallChange(
        from,
        to,
        causes(() => true),
        levelCauses(from.overall, to.overall, reversal, ({ overall }) => overall.level),
      )
    : null;
  const hurdles = whole
    ? questionnaire.hurdles.flatMap(({ id }, index) => {
        const [one, other] = [hurdleOf(from, id), hurdleOf(to, id)];
        const own = new Set(other?.questions.map((question) => question.id));
        return one && other
          ? [
              hurdleChange(
                one,
                other,
                causes((asked) => own.has(asked)),
                levelCauses(one, other, reversal, ({ hurdles: results }) => {
                  const result = results[index];
                  return result?.reason === null ? (result.level?.low ?? null) : null;
                }),
              ),
            ]
          : [];
      })
    : [];

  const { lifted, added, confirmed, doubtful } = verdicts;
  const lists = [profile, answers, targets, steps, notes, evidence.gained, evidence.lost];
  const moved = [lifted, added, confirmed, doubtful, contradictions.resolved, contradictions.added];
  return {
    ...common,
    shared: sharedQuestions(from, to),
    unchanged:
      [...lists, ...moved].every((list) => list.length === 0) &&
      [overall, ...hurdles].every((result) => result === null || isStill(result)),
    verdicts,
    contradictions,
    overall,
    hurdles,
    profile,
    answers,
    targets,
    steps,
    unconfirmed: steps.flatMap(({ id, change }) =>
      change === 'done' && !isConfirmed(to, id) ? [id] : [],
    ),
    overdue: [...overdueSteps(to, order)],
    evidence,
    notes,
  };
}

const nothing: Omit<StateChange, 'from' | 'to' | 'comparable'> = {
  shared: 0,
  unchanged: false,
  verdicts: { lifted: [], added: [], confirmed: [], doubtful: [], standing: [], uncomparable: [] },
  contradictions: { resolved: [], added: [], standing: [] },
  overall: null,
  hurdles: [],
  profile: [],
  answers: [],
  targets: [],
  steps: [],
  unconfirmed: [],
  overdue: [],
  evidence: { gained: [], lost: [] },
  notes: [],
};

type Level = Pick<Told, 'level'>;

// Null where the level is the same, or where the answers alone do not say why it is not.
function levelCauses(
  from: Level,
  to: Level,
  { alone, all }: Reversal,
  levelOf: (judgement: Judgement) => number | null,
): string[] | null {
  if (from.level === to.level) return null;
  const isAsBefore = (judgement: Judgement) => levelOf(judgement) === from.level;
  const causes = alone(isAsBefore);
  return causes.length > 0 || all(isAsBefore) ? [...causes] : null;
}

function overallChange(
  from: Assessment,
  to: Assessment,
  targetBecause: string[],
  levelBecause: string[] | null,
): NonNullable<StateChange['overall']> {
  const [one, other] = [from.overall, to.overall];
  const backed: [number, number] = [one.backed, other.backed];
  return { ...results(one, other, 'score', targetBecause, levelBecause), backed };
}

function hurdleChange(
  from: AssessedHurdle,
  to: AssessedHurdle,
  targetBecause: string[],
  levelBecause: string[] | null,
): StateChange['hurdles'][number] {
  return {
    id: to.id,
    ...results(from, to, 'value', targetBecause, levelBecause),
    value: [from.value, to.value],
    valueHigh: [from.valueHigh, to.valueHigh],
    gates: gateChanges(from, to),
  };
}

// A gate can hold for long and limit only once the answers above it are better than it allows.
function gateChanges(
  from: AssessedHurdle,
  to: AssessedHurdle,
): StateChange['hurdles'][number]['gates'] {
  const gates = ({ limits }: AssessedHurdle, which: 'holding' | 'limiting') =>
    limits.flatMap(({ gate, effective }) =>
      gate !== undefined && (effective || which === 'holding') ? [gate] : [],
    );
  const moved = (one: AssessedHurdle, other: AssessedHurdle, held: boolean) =>
    gates(one, 'limiting').filter(
      (id) =>
        !gates(other, 'limiting').includes(id) && gates(other, 'holding').includes(id) === held,
    );
  return {
    gone: moved(from, to, false),
    added: moved(to, from, false),
    released: moved(from, to, true),
    limiting: moved(to, from, true),
  };
}

type Results = Omit<NonNullable<StateChange['overall']>, 'backed'>;
type Told = Pick<
  AssessedHurdle,
  'level' | 'levelHigh' | 'plus' | 'score' | 'scoreHigh' | 'target' | 'coverage' | 'atTarget'
> & { readonly value?: number | null; readonly valueHigh?: number | null };

function results(
  from: Told,
  to: Told,
  by: 'value' | 'score',
  causes: string[],
  levelBecause: string[] | null,
): Results {
  const result = (told: Told) => ({
    level: told.level,
    low: told[by] ?? null,
    high: told[`${by}High`] ?? null,
  });
  const direction = directionOf(result(from), result(to));
  return {
    direction,
    level: [from.level, to.level],
    levelHigh: [from.levelHigh, to.levelHigh],
    levelBecause,
    plus: [from.plus, to.plus],
    score: [from.score, to.score],
    scoreHigh: [from.scoreHigh, to.scoreHigh],
    target: [from.target, to.target],
    targetBecause: from.target === to.target ? [] : causes,
    coverage: [from.coverage, to.coverage],
    atTarget: [from.atTarget, to.atTarget],
  };
}

function isStill({ direction, target, coverage, plus, atTarget }: Results): boolean {
  return (
    direction === 'same' &&
    [target, coverage, plus, atTarget].every(([before, after]) => before === after)
  );
}

function evidenceChanges(
  from: Assessment,
  to: Assessment,
  order: readonly string[],
): StateChange['evidence'] {
  const backed = ({ answers }: Assessment, id: string) => {
    const entry = answers[id];
    const answer: Answer | undefined = entry ? fromLong(entry) : undefined;
    return answer?.state === 'answered' && isBacked(answer);
  };
  return {
    gained: order.filter((id) => !backed(from, id) && backed(to, id)),
    lost: order.filter((id) => backed(from, id) && !backed(to, id)),
  };
}

function hurdleOf({ hurdles }: Assessment, id: string): AssessedHurdle | undefined {
  return hurdles.find((hurdle) => hurdle.id === id);
}
