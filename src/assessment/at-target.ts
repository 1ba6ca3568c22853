import type { Count } from './count.ts';
import type { Engine } from './engine.ts';
import type { Stand } from './stand.ts';

/** Whether every due one of the questions at these positions was answered, and at its target or above. What a gate lets an answer count is no matter. */
export function allAtTarget(
  { questions }: Engine,
  positions: readonly number[],
  { situation }: Stand,
  { given }: Count,
  targets: readonly (number | null)[],
): boolean {
  for (const position of positions) {
    const state = situation.questions[position]?.state;
    if (state === 'absent' || !questions[position]?.scoring) continue;
    if (state !== 'answered') return false;
    const target = targets[position] ?? null;
    if (target !== null && (given[position]?.low ?? target) < target) return false;
  }
  return true;
}
