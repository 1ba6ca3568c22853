import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { isAnswered, unmet } from './prerequisites.ts';
import type { PlannedStep } from './recommend.ts';
import type { RankingRecorder } from './recorder.ts';

/**
 * Which of the steps that wait comes next. The first ones are what a company can start with and what it lacks most:
 * what would have to wait for weeks until its prerequisites are through is not among them; an answer good enough to
 * build on is left as it is while another is not; and they are spread over the hurdles.
 *
 * @param waiting the highest priority first
 * @param steps   those before it, fewer than are the first
 * @param record  is told of every step that waits though its priority is higher, and why
 * @returns undefined when none waits
 */
export function nextOf(
  engine: Engine,
  judgement: Judgement,
  waiting: readonly number[],
  steps: readonly PlannedStep[],
  startOf: (step: number) => number,
  record?: RankingRecorder,
): number | undefined {
  const { phases, prerequisiteAt } = engine.questionnaire.method;
  const soon = waiting.filter((step) => startOf(step) <= phases.startWeeks);
  const holes = soon.filter((step) => (judgement.counted.given[step]?.low ?? 0) < prerequisiteAt);
  const preferred = holes.length > 0 ? holes : soon;
  const next =
    preferred.find((step) => !crowds(engine, judgement, step, steps)) ?? preferred[0] ?? waiting[0];
  if (record && next !== undefined) {
    for (const step of waiting.slice(0, waiting.indexOf(next))) {
      const isPreferred = preferred.includes(step);
      record.waits(step, isPreferred ? 'spread' : soon.includes(step) ? 'good-enough' : 'later');
    }
  }
  return next;
}

/** Weeks until all that a step requires, and what that requires, is through; each is worked out once. */
export function startsOf(engine: Engine, judgement: Judgement): (step: number) => number {
  const { findOut } = engine.questionnaire.method.recommend;
  const known = new Map<number, number>();
  const startOf = (step: number): number => {
    const start =
      known.get(step) ??
      unmet(engine, judgement, step).reduce((latest, required) => {
        const end = isAnswered(judgement, required)
          ? startOf(required) + (engine.questions[required]?.advice?.weeks ?? 0)
          : findOut.weeks;
        return Math.max(latest, end);
      }, 0);
    known.set(step, start);
    return start;
  };
  return startOf;
}

// One hurdle does not take all of the first steps.
function crowds(
  engine: Engine,
  judgement: Judgement,
  position: number,
  steps: readonly PlannedStep[],
): boolean {
  const { phases, recommend: factors } = engine.questionnaire.method;
  const before = new Set<number>();
  const gather = (step: number) => {
    for (const required of unmet(engine, judgement, step)) {
      if (before.has(required) || steps.some(({ question }) => question === required)) continue;
      before.add(required);
      if (isAnswered(judgement, required)) gather(required);
    }
  };
  gather(position);
  if (steps.length + before.size >= phases.now) return false;
  const hurdleOf = (step: number) => engine.questions[step]?.hurdle;
  const same = [...steps.map(({ question }) => question), ...before].filter(
    (step) => hurdleOf(step) === hurdleOf(position),
  );
  return same.length >= factors.firstThreePerHurdle;
}
