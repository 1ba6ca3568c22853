import type { Answers } from '../questionnaire/answers.ts';
import { causesIn } from './causes.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import type { PlanRoute } from './plan-format.ts';
import { unmet } from './prerequisites.ts';
import { changeBetween } from './recommendations.ts';
import type { Route } from './route/search.ts';
import { schedule } from './schedule.ts';

/** Tells a route in ids: every step with what it changes at its place, and where the company stands before and after. */
export function routeFacts(
  engine: Engine,
  answers: Answers,
  goal: PlanRoute['goal'],
  route: Route,
): PlanRoute {
  const { before, results } = route;
  // What is done comes first of all.
  const again = route.steps.filter(({ isDone }) => isDone);
  const steps = route.steps.filter(({ isDone }) => !isDone);
  const resultAfter = (count: number) => results[count - 1] ?? before;
  const gainOf = ({ question }: Route['steps'][number], count: number) =>
    changeBetween(
      engine,
      engine.questions[question]?.hurdle ?? -1,
      resultAfter(count - 1),
      resultAfter(count),
    );
  const then = results.at(-1) ?? before;
  const dates = schedule(
    engine,
    before,
    steps.map(({ question, kind }) => ({ question, kind, placed: null, priority: 0 })),
  );
  const isThere = (position: number) => steps.some(({ question }) => question === position);
  const sum = (of: (step: Route['steps'][number]) => number) =>
    Math.round(steps.reduce((total, step) => total + of(step), 0) * 1e6) / 1e6;
  return {
    goal,
    reached: route.reached,
    exact: route.exact,
    judgings: route.judgings,
    effort: {
      min: sum(({ effort }) => effort.min),
      max: sum(({ effort }) => effort.max),
      mean: sum(({ cost }) => cost / 1e6),
    },
    weeks: Math.max(0, ...steps.map(({ chain }) => chain)),
    steps: steps.map((step, index) => {
      const { id, question, kind, rank, effort, weeks } = step;
      const { advice } = engine.questions[question] as Engine['questions'][number];
      // What is good enough to build on already is not waited for, even where the route makes it better.
      const needed = kind === 'improve' ? unmet(engine, before, question).filter(isThere) : [];
      return {
        id,
        kind,
        rank,
        status: answers.steps[id]?.status ?? null,
        owner: advice?.owner ?? '',
        effort: { ...effort },
        weeks,
        start: dates[index]?.start ?? 0,
        after: needed.map((position) => engine.questions[position]?.id ?? ''),
        gain: gainOf(step, again.length + index + 1),
      };
    }),
    answerAgain: again.map((step, index) => ({
      id: step.id,
      rank: step.rank,
      gain: gainOf(step, index + 1),
    })),
    onlyWith: [...route.onlyWith],
    before: standing(engine, before),
    after: standing(engine, then),
    disputes: route.reached ? [] : disputesIn(engine, answers, goal, then),
    stoppedBy: route.reached ? [] : stoppedBy(engine, goal, then),
  };
}

// What a verdict rests on because roles are apart: in its causes such a question has a value instead of an answer.
function disputesIn(
  engine: Engine,
  answers: Answers,
  goal: PlanRoute['goal'],
  then: Judgement,
): PlanRoute['disputes'] {
  if (goal.kind !== 'verdict') return [];
  const isFine = engine.verdicts.some(
    ({ id, verdict }) => id === goal.verdict && verdict.kind === 'fine',
  );
  const ids = then.verdicts.flatMap(({ verdict: position }) => {
    const { id, verdict } = engine.verdicts[position] as Engine['verdicts'][number];
    if (!isFine && id !== goal.verdict) return [];
    return causesIn(verdict.when, engine, answers, then).flatMap((cause) =>
      engine.positions.has(cause.id) && 'value' in cause ? [cause.id] : [],
    );
  });
  return [...new Set(ids)].map((id) => ({
    id,
    sources: (answers.answers[id]?.sources ?? []).map(({ role, answer }) => ({
      role,
      answer: answer ?? null,
    })),
  }));
}

function stoppedBy(engine: Engine, goal: PlanRoute['goal'], then: Judgement): string[] {
  if (goal.kind !== 'level') return [];
  return then.hurdles.flatMap(({ level }, index) =>
    level !== null && level.low < goal.level ? [engine.hurdles[index]?.id ?? ''] : [],
  );
}

function standing(engine: Engine, { overall, verdicts }: Judgement): PlanRoute['before'] {
  return {
    level: overall.level,
    score: overall.score?.low ?? null,
    verdicts: verdicts.map(({ verdict }) => engine.verdicts[verdict]?.id ?? ''),
  };
}
