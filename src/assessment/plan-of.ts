import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Assessment } from './assessment-format.ts';
import { decidedPlan } from './decided-plan.ts';
import type { Plan, PlanRoute } from './plan-format.ts';
import { isOverdue } from './step-changes.ts';

/** The plan as facts and ids (`format: plan/1`): the recommendations with what was decided about them. */
export function planOf(
  questionnaire: Questionnaire,
  assessment: Assessment,
  route: PlanRoute | null = null,
): Plan {
  const { open, next, done, dropped, others } = decidedPlan(questionnaire, assessment);
  const { tool, subject, scope, date, overall, deferred } = assessment;
  return {
    format: 'plan/1',
    tool,
    questionnaire: assessment.questionnaire,
    subject,
    scope,
    date,
    overall: {
      level: overall.level,
      levelHigh: overall.levelHigh,
      target: overall.target,
      score: overall.score,
      scoreHigh: overall.scoreHigh,
      reason: overall.reason,
      atTarget: overall.atTarget,
    },
    next: [...next],
    effort: {
      min: total(open.map(({ effort }) => effort.min)),
      max: total(open.map(({ effort }) => effort.max)),
    },
    steps: open.map((step) => ({
      id: step.id,
      rank: step.rank,
      kind: step.kind,
      phase: step.phase,
      ...decisionOf(assessment, step.id),
      canBegin: next.includes(step.id),
      owner: step.owner,
      effort: step.effort,
      weeks: step.weeks,
      start: step.start,
      after: step.after,
      placed: step.placed,
      because: step.because,
      gain: step.gain.cumulative,
    })),
    done: done.map((step) => ({ ...step, ...decisionOf(assessment, step.id) })),
    dropped: dropped.map((step) => ({
      ...step,
      ...decisionOf(assessment, step.id),
      verdicts: [...step.verdicts],
      steps: [...step.steps],
    })),
    others: others.map((step) => ({ ...step, ...decisionOf(assessment, step.id) })),
    deferred,
    route,
  };
}

/** What was decided about a step; whoever decided nothing left it open. */
function decisionOf(assessment: Assessment, id: string) {
  const { status = 'open', who = null, due = null, note = null } = assessment.steps[id] ?? {};
  return { status, who, due, overdue: isOverdue(assessment, id), note };
}

// Halves and quarters of days add up exactly; tenths would not.
function total(days: readonly number[]): number {
  return Math.round(days.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}
