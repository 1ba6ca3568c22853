import type { Engine } from '../assessment/engine.ts';
import type { Gate, Limit } from '../questionnaire/questionnaire-format.ts';
import type { Problem } from '../shared/problem.ts';
import { snap } from '../shared/snap.ts';
import { isAnswered, questionAt, type Value } from './domains.ts';
import { finding } from './finding.ts';
import { type Known, mostOf } from './most.ts';
import { type Goal, isPossible, type Solution, solutions } from './satisfy.ts';
import type { Check, Subject } from './subject.ts';

/** Limits of gates that lower nothing, whatever is answered: in no way the gate can hold there is more to lower. */
export const findIdleGates: Check = (subject) =>
  subject.engine.gates.flatMap(({ gate }, index) => {
    // That it never holds is told where its condition stands.
    if (!isPossible([holds(gate)], subject)) return [];
    return gate.limits.flatMap((limit, place): readonly Problem[] => {
      if (mayLower(gate, limit, subject)) return [];
      const at = subject.file.at(['gates', index, 'limits', place, 'atMost']);
      return [finding('idle-limit', at, { gate: gate.id })];
    });
  });

function mayLower(gate: Gate, limit: Limit, subject: Subject): boolean {
  const { engine } = subject;
  const asked = 'question' in limit ? questionsOf(limit) : [];
  const due = asked.flatMap((id): readonly Goal[] => {
    const { when } = questionAt(id, subject) ?? {};
    return when ? [{ condition: when, wanted: 'not-false' }] : [];
  });
  for (const solution of solutions([holds(gate), ...due], subject)) {
    const isLower =
      'question' in limit
        ? isBelowAnswer(limit, solution, engine)
        : isBelowHurdle(limit, solution, engine);
    if (isLower) return true;
  }
  return false;
}

function holds({ when }: Gate): Goal {
  return { condition: when, wanted: 'true' };
}

type QuestionLimit = Extract<Limit, { question: string }>;
type HurdleLimit = Extract<Limit, { hurdle: string }>;

function questionsOf({ question, atMost }: QuestionLimit): readonly string[] {
  return typeof atMost === 'object' ? [question, atMost.answerOf] : [question];
}

function isBelowAnswer(
  { question, atMost }: QuestionLimit,
  solution: Solution,
  engine: Engine,
): boolean {
  if (typeof atMost === 'number')
    return atMost < Math.max(...pointsLeft(question, solution, engine));
  // One answer is never below itself.
  if (atMost.answerOf === question) return false;
  const lowest = Math.min(...pointsLeft(atMost.answerOf, solution, engine));
  return lowest < Math.max(...pointsLeft(question, solution, engine));
}

// A hurdle that its questions, or its weakest core question, keep as low anyway is not lowered.
function isBelowHurdle(limit: HurdleLimit, solution: Solution, engine: Engine): boolean {
  const hurdle = engine.hurdles.find(({ id }) => id === limit.hurdle);
  if (!hurdle) return true;
  const { method } = engine.questionnaire;
  const known: Known = new Map(
    hurdle.all.flatMap((position) => {
      const { id = '', scoring } = engine.questions[position] ?? {};
      const isSure = solution.get(id)?.every(isAnswered);
      return scoring && isSure
        ? [[position, Math.max(...pointsLeft(id, solution, engine))] as const]
        : [];
    }),
  );
  if (snap(mostOf(hurdle, engine, known), method.round) <= limit.atMost) return false;
  const { cap } = method.hurdle.core;
  if (cap === null) return true;
  const core = [...known].filter(([position]) => engine.questions[position]?.core);
  const weakest = Math.min(...core.map(([, points]) => points));
  const least = hurdle.all.map((position) => engine.questions[position]?.scoring?.lowest ?? 0);
  const bottom = least.reduce((sum, points) => sum + Math.max(0, points), 0);
  return limit.atMost <= Math.max(weakest + cap, bottom);
}

// What answers to a question can be worth; both ends where an open one may count anything.
function pointsLeft(id: string, solution: Solution, engine: Engine): readonly number[] {
  const { scoring } = engine.questions[engine.positions.get(id) ?? -1] ?? {};
  if (!scoring) return [];
  const left: readonly Value[] | undefined = solution.get(id);
  if (!left?.every(isAnswered)) return [scoring.lowest, scoring.highest];
  return left.map(({ value }) => (typeof value === 'string' ? 0 : scoring.pointsOf(value)));
}
