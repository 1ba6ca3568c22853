import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';

/** Whether there is an answer; not-applicable is none. */
export function isAnswered(judgement: Judgement, position: number): boolean {
  return judgement.stand.situation.questions[position]?.state === 'answered';
}

/** The prerequisites of a step that are not met, in the order they are written. */
export function unmet(engine: Engine, judgement: Judgement, position: number): readonly number[] {
  return (engine.questions[position]?.requires ?? []).filter(
    (required) => !isMet(engine, judgement, required),
  );
}

/** Whether a prerequisite is met. */
export function isMet(engine: Engine, judgement: Judgement, position: number): boolean {
  if (judgement.stand.situation.questions[position]?.state === 'absent') return true;
  if (!isAnswered(judgement, position)) return false;
  return (judgement.counted.given[position]?.low ?? 0) >= enoughFor(engine, judgement, position);
}

/** The points from which on a prerequisite is met. */
export function enoughFor(engine: Engine, judgement: Judgement, position: number): number {
  const { prerequisiteAt } = engine.questionnaire.method;
  return Math.min(
    prerequisiteAt,
    judgement.targets[position] ?? prerequisiteAt,
    engine.questions[position]?.scoring?.highest ?? prerequisiteAt,
  );
}

/**
 * The deferred steps that stand, however far back, before this one. Behind an open answer nothing is looked for: to
 * find it out needs no prerequisites.
 */
export function blockers(
  engine: Engine,
  judgement: Judgement,
  position: number,
  deferred: ReadonlyMap<number, unknown>,
): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<number>([position]);
  const ahead = [position];
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    for (const required of unmet(engine, judgement, step)) {
      if (deferred.has(required)) found.add(required);
      else if (isAnswered(judgement, required) && !seen.has(required)) ahead.push(required);
      seen.add(required);
    }
  }
  return [...found];
}
