import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { unmet } from './prerequisites.ts';
import type { PlannedStep } from './recommend.ts';

/** When a step of the plan can start and what stretch of the plan it belongs to. */
export type Scheduled = {
  /** Weeks from the first day. */
  readonly start: number;
  readonly weeks: number;
  readonly effort: { readonly min: number; readonly max: number };
  readonly phase: 'now' | 'next' | 'later';
};

/**
 * Lays the steps out in time, in their order: never more at once than `phases.now`, none before what it requires
 * is through. Now are the first; next is what can start once these are done and is through within
 * `phases.nextWeeks`; the rest is later.
 */
export function schedule(
  engine: Engine,
  judgement: Judgement,
  steps: readonly PlannedStep[],
): readonly Scheduled[] {
  const { phases, recommend } = engine.questionnaire.method;
  const lanes: number[] = Array.from({ length: phases.now }, () => 0);
  const endOf = new Map<number, number>();
  const now = new Set(steps.slice(0, phases.now).map(({ question }) => question));

  return steps.map(({ question, kind }, index) => {
    const advice = engine.questions[question]?.advice;
    const found = kind === 'find-out' || !advice;
    const effort = found ? recommend.findOut.effort : advice.effort;
    const weeks = found ? recommend.findOut.weeks : advice.weeks;
    const required = kind === 'find-out' ? [] : unmet(engine, judgement, question);
    const ready = Math.max(0, ...required.map((step) => endOf.get(step) ?? 0));
    const lane = lanes.indexOf(Math.min(...lanes));
    const start = Math.max(ready, lanes[lane] as number);
    lanes[lane] = start + weeks;
    endOf.set(question, start + weeks);
    const startable = required.every((step) => now.has(step));
    const inTime = start + weeks <= phases.nextWeeks;
    const phase = index < phases.now ? 'now' : startable && inTime ? 'next' : 'later';
    return { start, weeks, effort, phase };
  });
}
