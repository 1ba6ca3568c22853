import type { Situation } from '../questionnaire/compile-condition.ts';
import type { Engine } from './engine.ts';
import { type EngineQuestion, numbersIn } from './engine-question.ts';
import type { Bounded, Recorder } from './recorder.ts';

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
  record?: Recorder,
): number | null | undefined {
  const base = selected === null ? question.lowestTarget : question.targets[selected];
  if (typeof base !== 'number') return base;
  const { position } = question;
  record?.targetBegins(position, selected === null ? numbersIn(question.targets) : [base], base);
  let target = base;
  let atLeast = -Infinity;
  let atMost = Infinity;
  for (const modifier of question.modifiers) {
    if (modifier.test(situation) !== 'true') continue;
    record?.targetModified(position, modifier);
    target += modifier.change;
    atLeast = Math.max(atLeast, modifier.atLeast);
    atMost = Math.min(atMost, modifier.atMost);
  }
  const moved = Math.min(Math.max(target, atLeast), atMost);
  record?.targetMoved(position, moved);
  return moved;
}

/** Keeps a target within the bounds of the questionnaire and within what the question can give. */
export function withinBounds(
  engine: Engine,
  question: EngineQuestion,
  target: number,
  record?: (bounded: Bounded) => void,
): number {
  const { atLeast = -Infinity, atMost = Infinity } = engine.questionnaire.targets.bounds;
  const bounded = Math.min(Math.max(target, atLeast), atMost);
  const highest = question.scoring?.highest ?? bounded;
  const result = Math.min(bounded, highest);
  record?.({ value: target, atLeast, atMost, highest, result });
  return result;
}
