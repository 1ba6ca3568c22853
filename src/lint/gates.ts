import type { Engine } from '../assessment/engine.ts';
import { type Judgement, judge } from '../assessment/judge.ts';
import type { Gate, Limit } from '../questionnaire/questionnaire-format.ts';
import type { Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import { type Goal, isPossible, solutions } from './satisfy.ts';
import { optionsLeft, sheetFor } from './sheets.ts';
import type { Check, Subject } from './subject.ts';

// So many ways to make a condition true are tried; ours have a handful.
const ways = 48;

/** Limits of gates that lower nothing, whatever is answered: tried with the best answers that let the gate hold. */
export const findIdleGates: Check = (subject) =>
  subject.engine.gates.flatMap(({ gate }, index) => {
    const holds: Goal = { condition: gate.when, wanted: 'true' };
    // That it never holds is told where its condition stands.
    if (!isPossible([holds], subject.questionnaire)) return [];
    return gate.limits.flatMap((limit, place): readonly Problem[] => {
      if (everBites(gate, index, limit, subject)) return [];
      const at = subject.file.at(['gates', index, 'limits', place, 'atMost']);
      return [finding('idle-limit', at, { gate: gate.id })];
    });
  });

function everBites(gate: Gate, index: number, limit: Limit, subject: Subject): boolean {
  const { engine } = subject;
  const lowest = positionOf(limit, engine);
  const bestBut = (position: number) => (position === lowest ? 'lowest' : 'highest');
  return attempts(gate, limit, subject).some((goals) =>
    firstOf(solutions(goals, subject.questionnaire), ways).some((solution) =>
      optionsLeft(engine, solution).some((option) =>
        bites(engine, judge(engine, sheetFor(engine, solution, bestBut, option)), index, limit),
      ),
    ),
  );
}

// A limit that follows an answer bites where that answer is low.
function positionOf(limit: Limit, { positions }: Engine): number | undefined {
  return typeof limit.atMost === 'object' ? positions.get(limit.atMost.answerOf) : undefined;
}

// Another gate on the same hurdle could hide what this one does, and a question that is not asked has nothing to lower.
function attempts(
  gate: Gate,
  limit: Limit,
  { questionnaire }: Subject,
): readonly (readonly Goal[])[] {
  const holds: Goal = { condition: gate.when, wanted: 'true' };
  if ('question' in limit) {
    const placed = questionnaire.questions.find(({ question }) => question.id === limit.question);
    const when = placed?.question.when;
    return when ? [[holds, { condition: when, wanted: 'not-false' }]] : [[holds]];
  }
  const silenced = questionnaire.gates
    .filter((other) => other !== gate)
    .map((other): Goal => ({ condition: other.when, wanted: 'false' }))
    .filter((silent) => isPossible([holds, silent], questionnaire));
  return [[holds, ...silenced], [holds]];
}

function bites(
  engine: Engine,
  { hurdles, counted }: Judgement,
  gate: number,
  limit: Limit,
): boolean {
  if ('question' in limit) {
    return counted.lowering[engine.positions.get(limit.question) ?? -1]?.includes(gate) ?? false;
  }
  const hurdle = engine.hurdles.findIndex(({ id }) => id === limit.hurdle);
  return (
    hurdles[hurdle]?.limits.some(
      (one) => one.gate === gate && one.atMost === limit.atMost && one.effective,
    ) ?? false
  );
}

/** The first of many, without waiting for the rest. */
export function firstOf<Item>(items: Iterable<Item>, count: number): readonly Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
