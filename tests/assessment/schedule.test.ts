import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { type Bare, bare, said } from '../support/bare-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };

// Impact falls from step to step, so that the plan keeps the order of the table.
function planOf(steps: Readonly<Record<string, Bare>>, method: object = {}) {
  const falling = Object.entries(steps).map(([name, step], index) => [
    name,
    { impact: 5 - index / 10, ...step },
  ]);
  const questionnaire = bare({ a: Object.fromEntries(falling) }, { method });
  const answers = Object.fromEntries(Object.keys(steps).map((name) => [`a.${name}`, 0]));
  return assess(questionnaire, said(questionnaire, answers), tool).recommendations.map(
    ({ id, start, weeks, phase }) => `${id.slice(2)} ${start}-${start + weeks} ${phase}`,
  );
}

test.each([
  {
    why: 'three at a time; the next begins where the first of them is through',
    steps: { p: { weeks: 2 }, q: { weeks: 4 }, r: { weeks: 1 }, s: { weeks: 3 }, t: { weeks: 1 } },
    plan: ['p 0-2 now', 'q 0-4 now', 'r 0-1 now', 's 1-4 next', 't 2-3 next'],
  },
  {
    why: 'a step waits for what it requires, though there is room before',
    steps: { p: { weeks: 6 }, q: { weeks: 1, requires: ['a.p'] } },
    plan: ['p 0-6 now', 'q 6-7 now'],
  },
  {
    why: 'a chain: next is what only waits for the first three',
    steps: {
      p: {},
      q: { requires: ['a.p'] },
      r: { requires: ['a.q'] },
      s: { requires: ['a.r'] },
      t: { requires: ['a.s'] },
    },
    plan: ['p 0-1 now', 'q 1-2 now', 'r 2-3 now', 's 3-4 next', 't 4-5 later'],
  },
  {
    why: 'what is not through within twelve weeks is later',
    steps: { p: {}, q: {}, r: {}, s: { weeks: 11 }, t: { weeks: 12 } },
    plan: ['p 0-1 now', 'q 0-1 now', 'r 0-1 now', 's 1-12 next', 't 1-13 later'],
  },
  {
    why: 'the first three are now, however long they take',
    steps: { p: { weeks: 30 } },
    plan: ['p 0-30 now'],
  },
  {
    why: 'one at a time where the method says so',
    method: { phases: { now: 1, nextWeeks: 3 } },
    steps: { p: { weeks: 2 }, q: { weeks: 1 }, r: { weeks: 1 } },
    plan: ['p 0-2 now', 'q 2-3 next', 'r 3-4 later'],
  },
])('the plan is laid out in time: $why', ({ steps, plan, method = {} }) => {
  expect(planOf(steps, method)).toEqual(plan);
});

test('there is never more under way than the method allows', () => {
  let busiest = 0;
  fc.assert(
    fc.property(
      withSheets(fc.oneof(randomQuestionnaires(anything), fc.constant(fiveHurdles))),
      ({ questionnaire, answers }) => {
        const { recommendations } = assess(questionnaire, answers, tool);
        for (const { start } of recommendations) {
          const running = recommendations.filter(
            (step) => step.start <= start && start < step.start + step.weeks,
          );
          expect(running.length).toBeLessThanOrEqual(questionnaire.method.phases.now);
          busiest = Math.max(busiest, running.length);
        }
      },
    ),
    search(80),
  );
  expect(busiest).toBe(3);
});
