import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, engineOf } from '../../src/assessment/engine.ts';
import { withTargetsReached } from '../../src/assessment/hypothesis.ts';
import { type Judgement, judge, judgeSheet } from '../../src/assessment/judge.ts';
import { recommend } from '../../src/assessment/recommend.ts';
import { type Candidate, candidatesOf } from '../../src/assessment/route/candidates.ts';
import { mostJudgings, type Route } from '../../src/assessment/route/search.ts';
import { type Goal, routeTo } from '../../src/assessment/route.ts';
import { routeFacts } from '../../src/assessment/route-facts.ts';
import { routeWithin } from '../../src/assessment/route-within.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { bare, said } from '../support/bare-questionnaire.ts';
import { fiveHurdlesEngine, sheet } from '../support/five-hurdles.ts';
import { anything, monotone, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

// Worked out here by going through every set of steps: the slow way that cannot be wrong.

const most = 9;

/** Every set of steps that can be done in some order, with its effort and its result. */
function everything(engine: Engine, answers: Answers) {
  const now = judge(engine, answers);
  const steps = candidatesOf(engine, now, recommend(engine, now));
  const resultOf = (set: readonly Candidate[]) =>
    judgeSheet(
      engine,
      withTargetsReached(
        engine,
        now.stand,
        now.stand.sheet,
        set.map(({ question, reaches }) => ({ question, target: reaches })),
      ),
    );
  const canBegin = (step: Candidate, done: readonly Candidate[]) => {
    const isDone = (question: number | undefined) =>
      done.some((other) => other.question === question);
    if (!step.needs.every((needed) => isDone(steps[needed]?.question))) return false;
    if (step.deferredBy.length === 0) return true;
    return resultOf(done).verdicts.every(
      ({ verdict, certain }) => !certain || !step.deferredBy.includes(verdict),
    );
  };
  // From nothing, one step after the other: what is never arrived at cannot be done.
  const known = new Map<string, readonly Candidate[]>([['', []]]);
  for (const done of known.values()) {
    for (const step of steps) {
      if (done.includes(step) || !canBegin(step, done)) continue;
      const more = steps.filter((other) => other === step || done.includes(other));
      known.set(more.map(({ id }) => id).join(), more);
    }
  }
  const sets = [...known.values()].map((set) => ({
    set,
    cost: set.reduce((sum, { cost }) => sum + cost, 0),
    weeks: Math.max(0, ...set.map(({ chain }) => chain)),
    result: resultOf(set),
  }));
  return { now, steps, canBegin, sets };
}

function isReached(
  goal: Goal,
  engine: Engine,
  { overall, hurdles, verdicts, atTarget }: Judgement,
) {
  if (goal.kind === 'at-target') return atTarget;
  if (goal.kind === 'level') {
    const rateable = hurdles.every(({ reason }) => reason !== 'not-rateable');
    return overall.reason !== 'scope' && rateable && (overall.levels?.low ?? -1) >= goal.level;
  }
  const stands = verdicts.some(({ verdict }) => verdict === goal.verdict);
  return engine.verdicts[goal.verdict]?.verdict.kind === 'fine' ? stands : !stands;
}

function goalsOf(engine: Engine): readonly Goal[] {
  return [
    ...[1, 2].map((level) => ({ kind: 'level', level }) as const),
    { kind: 'at-target' },
    ...engine.verdicts.map((_verdict, verdict) => ({ kind: 'verdict', verdict }) as const),
  ];
}

const costOf = ({ steps }: Route) => steps.reduce((sum, { cost }) => sum + cost, 0);

describe.each([
  { of: 'questionnaires where better answers make nothing worse', flavour: monotone, runs: 100 },
  { of: 'questionnaires of any kind', flavour: anything, runs: 100 },
])('for $of', ({ flavour, runs }) => {
  const cases = withSheets(randomQuestionnaires(flavour), { scoped: false }).map(
    ({ questionnaire, answers }) => ({ engine: engineOf(questionnaire), answers }),
  );

  test('no set of steps reaches a goal with less effort, or with the same in fewer weeks', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, ({ engine, answers }) => {
        const { now, steps, sets } = everything(engine, answers);
        if (steps.length > most) return;
        for (const goal of goalsOf(engine)) {
          const level = now.overall.level ?? -1;
          if (goal.kind === 'level' && level >= goal.level) continue;
          const route = routeTo(engine, answers, goal);
          const reaching = sets.filter(({ result }) => isReached(goal, engine, result));
          expect(route.exact).toBe(true);
          expect(route.reached).toBe(reaching.length > 0);
          if (!route.reached) continue;
          const least = Math.min(...reaching.map(({ cost }) => cost));
          const cheapest = reaching.filter(({ cost }) => cost === least);
          expect(costOf(route)).toBe(least);
          expect(Math.max(0, ...route.steps.map(({ chain }) => chain))).toBe(
            Math.min(...cheapest.map(({ weeks }) => weeks)),
          );
          compared += route.steps.length > 0 ? 1 : 0;
        }
      }),
      search(runs),
    );
    expect(compared).toBeGreaterThan(30);
  });

  test('nothing within the days lifts more urgent verdicts, reaches a higher level or score, or takes less', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom(0.5, 1.5, 3, 6), ({ engine, answers }, days) => {
        const { steps, sets } = everything(engine, answers);
        if (steps.length > most) return;
        const stops = engine.verdicts.flatMap(({ verdict }, index) =>
          verdict.kind === 'stop' ? [index] : [],
        );
        const worth = ({ verdicts, overall }: Judgement) => [
          ...stops.map((stop) => (verdicts.some(({ verdict }) => verdict === stop) ? 0 : 1)),
          overall.levels?.low ?? -1,
          overall.score?.low ?? -1,
        ];
        const [best] = sets
          .filter(({ cost }) => cost <= days * 1e6)
          .map(({ cost, result }) => [...worth(result), -cost])
          .sort((a, b) => {
            const differing = a.findIndex((value, index) => value !== b[index]);
            return differing < 0 ? 0 : (b[differing] as number) - (a[differing] as number);
          });
        const route = routeWithin(engine, answers, days);
        expect(route.exact).toBe(true);
        expect([...worth(route.results.at(-1) ?? route.before), -costOf(route)]).toEqual(best);
        compared += route.steps.length > 0 ? 1 : 0;
      }),
      search(runs),
    );
    expect(compared).toBeGreaterThan(20);
  });

  test('every step of a route can begin when its turn comes, and without any one the goal is not reached', () => {
    fc.assert(
      fc.property(cases, ({ engine, answers }) => {
        const { steps, canBegin, sets } = everything(engine, answers);
        if (steps.length > most) return;
        for (const goal of goalsOf(engine)) {
          const route = routeTo(engine, answers, goal);
          const taken = route.steps.map(({ id }) => steps.find((step) => step.id === id));
          route.steps.forEach((step, index) => {
            expect(canBegin(step, taken.slice(0, index) as Candidate[])).toBe(true);
          });
          const told = routeFacts(engine, answers, { kind: 'at-target' }, route).steps;
          told.forEach(({ id, after }, index) => {
            const before = told.slice(0, index).map((step) => step.id);
            expect(before, id).toEqual(expect.arrayContaining(after));
          });
          if (!route.reached || taken.length === 0) continue;
          expect(isReached(goal, engine, route.results.at(-1) as Judgement)).toBe(true);
          const parts = sets.filter(
            ({ set, cost }) => cost < costOf(route) && set.every((step) => taken.includes(step)),
          );
          expect(parts.filter(({ result }) => isReached(goal, engine, result))).toEqual([]);
        }
      }),
      search(50),
    );
  });

  test('where there is no time to go through enough, what comes out reaches the goal and says what it is', () => {
    let approximated = 0;
    fc.assert(
      fc.property(cases, ({ engine, answers }) => {
        const exact = routeTo(engine, answers, { kind: 'at-target' });
        const rough = routeTo(engine, answers, { kind: 'at-target' }, 1);
        if (rough.exact) return;
        approximated += 1;
        if (!rough.reached) return;
        expect(rough.results.at(-1)?.atTarget).toBe(true);
        if (exact.exact) expect(costOf(rough)).toBeGreaterThanOrEqual(costOf(exact));
        const within = routeWithin(engine, answers, 3, 1);
        expect(costOf(within)).toBeLessThanOrEqual(3e6);
      }),
      search(50),
    );
    expect(approximated).toBeGreaterThan(10);
  });
});

const widest = {
  stage: 'several',
  outward: 'autonomous',
  data: 'protected',
  'tool-count': 'many',
  plans: ['purchase', 'expansion', 'integration'],
} as const;

test.each([0, 1, 'unknown'] as const)(
  'our own questionnaire with everything due and answered %s is gone through exactly, far within the limit',
  (base) => {
    const answers = sheet(widest, base);
    const { verdicts } = judge(fiveHurdlesEngine, answers);
    const goals: readonly Goal[] = [
      ...[1, 2, 3, 4].map((level) => ({ kind: 'level', level }) as const),
      { kind: 'at-target' },
      ...verdicts.map(({ verdict }) => ({ kind: 'verdict', verdict }) as const),
    ];
    for (const goal of goals) {
      const { exact, judgings } = routeTo(fiveHurdlesEngine, answers, goal);
      expect(exact, JSON.stringify(goal)).toBe(true);
      expect(judgings).toBeLessThan(mostJudgings / 5);
    }
    for (const days of [3, 12, 25]) {
      const { exact, judgings } = routeWithin(fiveHurdlesEngine, answers, days);
      expect(exact, `${days} days`).toBe(true);
      expect(judgings).toBeLessThan(mostJudgings / 2);
    }
  },
  60_000,
);

test('a step that a verdict puts off can be done once the steps before it have lifted the verdict', () => {
  const answers = sheet({ ...widest, plans: ['integration'] }, 'target', {
    'tools.process': 0,
    'goals.data': 0,
    'tools.integration': 0,
  });
  const plan = recommend(fiveHurdlesEngine, judge(fiveHurdlesEngine, answers));
  const position = fiveHurdlesEngine.positions.get('tools.integration');
  expect(plan.deferred.map(({ question }) => question)).toContain(position);
  const route = routeTo(fiveHurdlesEngine, answers, { kind: 'at-target' });
  expect(route).toMatchObject({ reached: true, exact: true });
  expect(route.steps.at(-1)).toMatchObject({ id: 'tools.integration', rank: null });
});

test('a quick check has no company level, so no steps lead to one', () => {
  const answers = { ...sheet({ stage: 'pilot' }, 0), scope: { quick: true } };
  expect(routeTo(fiveHurdlesEngine, answers, { kind: 'level', level: 1 }).reached).toBe(false);
  expect(routeTo(fiveHurdlesEngine, answers, { kind: 'at-target' }).reached).toBe(true);
});

test('the more questions there are, the fewer results are worked out, and the approximation ends, too', () => {
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [`q${index}`, { target: 2 + (index % 3) }]),
  );
  const questionnaire = bare({ a: many, b: { z: {} } });
  const engine = engineOf(questionnaire);
  const none = Object.fromEntries(questionnaire.questions.map(({ question: { id } }) => [id, 0]));
  const route = routeWithin(engine, said(questionnaire, none), 40);
  // As often exactly as roughly, each by the number of questions.
  expect(route.judgings).toBeLessThanOrEqual(2 * Math.ceil(320_000 / 121));
  expect(route.judgings).toBeLessThan(mostJudgings);
  expect(route.steps.length).toBeGreaterThan(0);
});
