import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Assessment, Recommendation } from './assessment-format.ts';
import { type Engine, engineOf } from './engine.ts';
import { withTargetsReached } from './hypothesis.ts';
import { type Judgement, judge, judgeSheet } from './judge.ts';
import { unmet } from './prerequisites.ts';
import { type PlannedStep, recommend } from './recommend.ts';
import { recommendations } from './recommendations.ts';
import type { Sheet } from './sheet.ts';
import { storedAnswers } from './stored-answers.ts';

/** A step that the company says is done. */
export type DoneStep = {
  readonly id: string;
  /** Its rank in the plan; null where the plan has no such step. */
  readonly rank: number | null;
  /** False while the answer still says otherwise: the question is to be answered again. */
  readonly confirmed: boolean;
};

/** A step that the company does not want, and what stays as it is without it. */
export type DroppedStep = {
  readonly id: string;
  readonly rank: number | null;
  /** Verdicts that the rest of the plan does not lift. */
  readonly verdicts: readonly string[];
  /** Steps that wait for it and so cannot begin, in the order of the plan. */
  readonly steps: readonly string[];
};

/** Something decided about a question that the plan has no step for. */
export type OtherDecision = {
  readonly id: string;
  readonly why: 'reached' | 'deferred' | 'not-due' | 'not-applicable' | 'open';
};

/** The plan together with what the company decided about its steps. */
export type DecidedPlan = {
  /** To be done or being done, in the order of the plan and with their ranks in it. */
  readonly open: readonly Recommendation[];
  /** What can begin next: its prerequisites are there and nobody works on it yet. Ids, in the order of the plan. */
  readonly next: readonly string[];
  readonly done: readonly DoneStep[];
  readonly dropped: readonly DroppedStep[];
  readonly others: readonly OtherDecision[];
};

/**
 * Reads the plan in the light of what was decided. The assessment itself goes by answers alone: a step that is said to
 * be done stays in it until its question is answered otherwise. Here what is done and what was dropped stand apart;
 * when the others begin and what they change is counted as if the done were confirmed and without the dropped.
 */
export function decidedPlan(questionnaire: Questionnaire, assessment: Assessment): DecidedPlan {
  const { recommendations: planned, steps } = assessment;
  const isPlanned = (id: string) => planned.some((step) => step.id === id);
  const isSettled = ({ id }: { readonly id: string }) =>
    steps[id]?.status === 'done' || steps[id]?.status === 'dropped';
  const { open, leavesOf } = planned.some(isSettled)
    ? replanned(engineOf(questionnaire), assessment)
    : { open: planned, leavesOf: () => nothingLeft };
  const rankOf = (id: string) => planned.find((step) => step.id === id)?.rank ?? null;
  const decided = Object.keys(steps);
  const inPlanOrder = (ids: readonly string[]) =>
    [...ids].sort((a, b) => (rankOf(a) ?? Infinity) - (rankOf(b) ?? Infinity) || (a < b ? -1 : 1));
  const saying = (status: 'done' | 'dropped') =>
    inPlanOrder(decided.filter((id) => steps[id]?.status === status));
  const { now } = questionnaire.method.phases;
  const doing = open.filter(({ id }) => steps[id]?.status === 'doing').length;
  return {
    open,
    next: open
      .filter(({ id, after }) => after.length === 0 && steps[id]?.status !== 'doing')
      .slice(0, Math.max(1, now - doing))
      .map(({ id }) => id),
    done: saying('done').map((id) => ({
      id,
      rank: rankOf(id),
      confirmed: isConfirmed(assessment, id),
    })),
    dropped: saying('dropped').map((id) => ({ id, rank: rankOf(id), ...leavesOf(id) })),
    others: inPlanOrder(
      decided.filter((id) => !isPlanned(id) && ['open', 'doing'].includes(steps[id]?.status ?? '')),
    ).map((id) => ({ id, why: standsAt(assessment, id) })),
  };
}

/** Whether the answer agrees that a step is done: it has reached its target, or is not asked for. */
export function isConfirmed(assessment: Assessment, id: string): boolean {
  return ['reached', 'not-due', 'not-applicable'].includes(standsAt(assessment, id));
}

type Leaves = Pick<DroppedStep, 'verdicts' | 'steps'>;

const nothingLeft: Leaves = { verdicts: [], steps: [] };

function standsAt(assessment: Assessment, id: string): OtherDecision['why'] {
  const found = assessment.hurdles
    .flatMap(({ questions }) => questions)
    .find((question) => question.id === id);
  if (!found || found.state === 'not-due') return 'not-due';
  if (found.state === 'not-applicable') return 'not-applicable';
  if (assessment.deferred.some((step) => step.id === id)) return 'deferred';
  return found.state === 'answered' && (found.gap ?? 0) === 0 ? 'reached' : 'open';
}

function replanned(
  engine: Engine,
  assessment: Assessment,
): {
  readonly open: readonly Recommendation[];
  readonly leavesOf: (id: string) => Leaves;
} {
  const { steps, recommendations: planned } = assessment;
  const answers = storedAnswers(assessment);
  const judgement = judge(engine, answers);
  const plan = recommend(engine, judgement).steps;
  const idOf = ({ question }: PlannedStep) => engine.questions[question]?.id ?? '';
  const statusOf = (step: PlannedStep) => steps[idOf(step)]?.status;
  const done = plan.filter((step) => statusOf(step) === 'done');
  const dropped = plan.filter((step) => statusOf(step) === 'dropped');
  const base = judgeSheet(engine, withReached(engine, judgement, done));
  // What somebody works on all the same is not held up.
  const waiting = (gone: readonly PlannedStep[]) =>
    waitingFor(engine, base, plan, gone).filter(
      (step) => !['done', 'dropped', 'doing'].includes(statusOf(step) ?? ''),
    );
  const out = new Set([...done, ...dropped, ...waiting(dropped)]);
  const open = plan.filter((step) => !out.has(step));

  const standing = (of: readonly PlannedStep[]) =>
    judgeSheet(engine, withReached(engine, judgement, of)).verdicts.map(({ verdict }) => verdict);
  const standingAnyway = standing(plan);
  const leavesOf = (id: string): Leaves => {
    const step = dropped.find((candidate) => idOf(candidate) === id);
    if (!step) return nothingLeft;
    const held = waiting([step]);
    const without = plan.filter((other) => other !== step && !held.includes(other));
    return {
      verdicts: standing(without)
        .filter((verdict) => !standingAnyway.includes(verdict))
        .map((verdict) => engine.verdicts[verdict]?.id ?? ''),
      steps: held.map(idOf),
    };
  };

  const rankOf = (id: string) => planned.find((step) => step.id === id)?.rank ?? 0;
  const told = recommendations(engine, answers, base, open).map((step) => ({
    ...step,
    rank: rankOf(step.id),
    // What it goes by is what was answered, not what is supposed of the done.
    because: planned.find(({ id }) => id === step.id)?.because ?? step.because,
  }));
  return { open: told, leavesOf };
}

function withReached(
  engine: Engine,
  { stand, targets }: Judgement,
  steps: readonly PlannedStep[],
): Sheet {
  return withTargetsReached(
    engine,
    stand,
    stand.sheet,
    steps.map(({ question }) => ({ question, target: targets[question] ?? null })),
  );
}

/** The steps of a plan that need, however far back, one of those that are gone. */
function waitingFor(
  engine: Engine,
  judgement: Judgement,
  plan: readonly PlannedStep[],
  gone: readonly PlannedStep[],
): readonly PlannedStep[] {
  const missing = new Set(gone.map(({ question }) => question));
  const waiting: PlannedStep[] = [];
  // Prerequisites stand before what needs them, so once through is enough.
  for (const step of plan) {
    if (step.kind === 'find-out' || missing.has(step.question)) continue;
    const needs = unmet(engine, judgement, step.question);
    if (!needs.some((needed) => missing.has(needed))) continue;
    missing.add(step.question);
    waiting.push(step);
  }
  return waiting;
}
