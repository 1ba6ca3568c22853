import type { AssessedHurdle, AssessedQuestion } from '../assessment-format.ts';
import { causesIn } from '../causes.ts';
import type { FoundCause } from './check-format.ts';
import { namedCauses, questionCause } from './naming.ts';
import type { Side } from './side.ts';

/**
 * The answers that hold a hurdle below a level: what its gates ask about, its weakest core question, else its lowest
 * answers; and whatever nobody knows, as that could be enough.
 */
export function heldDownBy(side: Side, hurdle: AssessedHurdle, level: number): FoundCause[] {
  const open = hurdle.questions.filter(isOpen).map(({ id }) => questionCause(side, id));
  if (hurdle.reason === 'not-rateable') return open;
  const needed = boundOf(side, hurdle.id, level);
  const limits = hurdle.limits.filter(({ effective, atMost }) => effective && atMost < needed);
  const limiting = limits.flatMap(({ gate, core }) => [
    ...(gate === undefined ? [] : gateCauses(side, gate)),
    ...(core === undefined ? [] : [questionCause(side, core)]),
  ]);
  const lowest = hurdle.questions
    .filter(({ state, counts }) => state === 'answered' && counts !== null && counts < needed)
    .sort((a, b) => (a.counts ?? 0) - (b.counts ?? 0) || weightOf(side, b) - weightOf(side, a))
    .slice(0, mostNamed)
    .map(({ id }) => questionCause(side, id));
  const held = hurdle.levelHigh !== hurdle.level ? open : [];
  return eachOnce([...(limiting.length > 0 ? limiting : lowest), ...held]);
}

const mostNamed = 3;

/** Whether a due question has no answer. */
export function isOpen({ state }: AssessedQuestion): boolean {
  return state === 'unknown' || state === 'unanswered';
}

function boundOf({ engine }: Side, id: string, level: number): number {
  const scale = engine.hurdles.find((hurdle) => hurdle.id === id)?.scale ?? [];
  return scale[level] ?? Number.POSITIVE_INFINITY;
}

function weightOf({ engine }: Side, { id }: AssessedQuestion): number {
  return engine.questions[engine.positions.get(id) ?? -1]?.weight ?? 0;
}

function gateCauses(side: Side, id: string): readonly FoundCause[] {
  const { engine, answers, judgement } = side;
  const gate = engine.gates.find((one) => one.id === id);
  return gate ? namedCauses(side, causesIn(gate.gate.when, engine, answers, judgement)) : [];
}

function eachOnce(causes: readonly FoundCause[]): FoundCause[] {
  return causes.filter(({ id }, index) => causes.findIndex((one) => one.id === id) === index);
}
