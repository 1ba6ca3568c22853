import type { Count } from './count.ts';
import type { Engine } from './engine.ts';
import type { Stand } from './stand.ts';

/** Whether every due one of the questions was answered, and at its target or above. What a gate lets an answer count is no matter. */
export function allAtTarget(
  questions: Engine['questions'],
  stand: Stand,
  counted: Count,
  targets: readonly (number | null)[],
): boolean {
  return questions.every(({ scoring, position }) => {
    const state = stand.situation.questions[position]?.state;
    if (scoring === null || state === 'absent') return true;
    if (state !== 'answered') return false;
    const target = targets[position] ?? null;
    return target === null || (counted.given[position]?.low ?? target) >= target;
  });
}
