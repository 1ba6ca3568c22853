import type { Situation } from '../questionnaire/compile-condition.ts';
import type { Engine, EngineQuestion } from './engine.ts';

/**
 * The target of a question in points: that of the selected option, then all additions, then at least, then at most.
 *
 * A modifier whose condition is undecided does not apply, and none turns "not due" into a number. While none is
 * selected, a question is due if it is due at any of them, at the lowest of their targets.
 *
 * @param selected the option of the profile question that picks targets, or null while it is open
 * @returns null when the question is not due at this option, undefined when it has no target
 */
export function targetOf(
  question: EngineQuestion,
  selected: number | null,
  situation: Situation,
): number | null | undefined {
  const base = selected === null ? lowestOf(question.targets) : question.targets[selected];
  if (typeof base !== 'number') return base;
  let target = base;
  let atLeast = -Infinity;
  let atMost = Infinity;
  for (const modifier of question.modifiers) {
    if (modifier.test(situation) !== 'true') continue;
    target += modifier.change;
    atLeast = Math.max(atLeast, modifier.atLeast);
    atMost = Math.min(atMost, modifier.atMost);
  }
  return Math.min(Math.max(target, atLeast), atMost);
}

/** Keeps a target within the bounds of the questionnaire and within what the question can give. */
export function withinBounds(engine: Engine, question: EngineQuestion, target: number): number {
  const { atLeast = -Infinity, atMost = Infinity } = engine.questionnaire.targets.bounds;
  const bounded = Math.min(Math.max(target, atLeast), atMost);
  return Math.min(bounded, question.scoring?.highest ?? bounded);
}

function lowestOf(targets: readonly (number | null | undefined)[]): number | null | undefined {
  const numbers = targets.filter((target) => typeof target === 'number');
  if (numbers.length > 0) return Math.min(...numbers);
  return targets.includes(undefined) ? undefined : null;
}
