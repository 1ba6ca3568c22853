import { type Answer, fromLong, isBacked } from '../questionnaire/answers.ts';
import { answerChanges, changedBeside, profileChanges } from './answer-changes.ts';
import type { AssessedHurdle, Assessment } from './assessment-format.ts';
import { comparability, outsideScope, sharedQuestions } from './comparability.ts';
import type { StateChange } from './comparison-format.ts';
import { directionOf } from './direction.ts';
import type { Engine } from './engine.ts';
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
  const verdicts = verdictChanges(from, to, questionnaire, whole ? null : outside, changed);
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
      )
    : null;
  const hurdles = whole
    ? questionnaire.hurdles.flatMap(({ id }) => {
        const [one, other] = [hurdleOf(from, id), hurdleOf(to, id)];
        const own = new Set(other?.questions.map((question) => question.id));
        return one && other
          ? [
              hurdleChange(
                one,
                other,
                causes((asked) => own.has(asked)),
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
  overdue: [],
  evidence: { gained: [], lost: [] },
  notes: [],
};

function overallChange(
  from: Assessment,
  to: Assessment,
  targetBecause: string[],
): NonNullable<StateChange['overall']> {
  const [one, other] = [from.overall, to.overall];
  const backed: [number, number] = [one.backed, other.backed];
  return { ...results(one, other, 'score', targetBecause), backed };
}

function hurdleChange(
  from: AssessedHurdle,
  to: AssessedHurdle,
  targetBecause: string[],
): StateChange['hurdles'][number] {
  const gates = ({ limits }: AssessedHurdle) =>
    limits.flatMap(({ gate, effective }) => (gate !== undefined && effective ? [gate] : []));
  const without = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => !others.includes(id));
  return {
    id: to.id,
    ...results(from, to, 'value', targetBecause),
    value: [from.value, to.value],
    valueHigh: [from.valueHigh, to.valueHigh],
    gates: { gone: without(gates(from), gates(to)), added: without(gates(to), gates(from)) },
  };
}

type Results = Omit<NonNullable<StateChange['overall']>, 'backed'>;
type Told = Pick<
  AssessedHurdle,
  'level' | 'levelHigh' | 'plus' | 'score' | 'scoreHigh' | 'target' | 'coverage' | 'atTarget'
> & { readonly value?: number | null; readonly valueHigh?: number | null };

function results(from: Told, to: Told, by: 'value' | 'score', causes: string[]): Results {
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
