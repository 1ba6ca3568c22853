import type { Assessment } from '../assessment/assessment-format.ts';
import { type Engine, engineOf } from '../assessment/engine.ts';
import type { Plan, PlanRoute } from '../assessment/plan-format.ts';
import { planOf } from '../assessment/plan-of.ts';
import { type Goal, routeTo } from '../assessment/route.ts';
import { routeFacts } from '../assessment/route-facts.ts';
import { routeWithin } from '../assessment/route-within.ts';
import { storedAnswers } from '../assessment/stored-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type RouteView, routeView } from '../report/route-view.ts';
import type { View } from '../report/view-type.ts';
import { holdToEdition } from './fitting.ts';
import { view } from './view.ts';
import type { Words } from './words.ts';

/** Where the way is to lead: a level, every target, a verdict lifted; or as far as so many person-days go. */
export type PlanGoal = PlanRoute['goal'];

/**
 * The steps with who decided what about them, and the way to a goal where one is given: facts and ids, ready for
 * `JSON.stringify` (`format: plan/1`). Effort is in person-days, time in weeks.
 *
 * @param questionnaire the one the assessment was made with
 * @throws RangeError for another questionnaire, a verdict it does not have, or a number of days below 0
 */
export function plan(
  assessment: Assessment,
  questionnaire: Questionnaire,
  goal: PlanGoal | null = null,
): Plan {
  holdToEdition(assessment, questionnaire);
  if (goal === null) return planOf(questionnaire, assessment);
  const engine = engineOf(questionnaire);
  const answers = storedAnswers(assessment);
  const route =
    goal.kind === 'days'
      ? routeWithin(engine, answers, daysOf(goal))
      : routeTo(engine, answers, inEngine(goal, engine));
  return planOf(questionnaire, assessment, routeFacts(engine, answers, goal, route));
}

/** A plan in words: a report's view with the way to the goal. */
export type PlanView = View & { readonly route: RouteView | null };

/**
 * Words a plan for a reader, to be laid out with `planMarkdown`.
 *
 * @param assessment the one the plan was made of
 * @throws RangeError for another questionnaire, or a language it does not have
 */
export function planView(
  plan: Plan,
  assessment: Assessment,
  questionnaire: Questionnaire,
  words: Words,
): PlanView {
  const { route } = plan;
  const told = view(assessment, questionnaire, words, { explained: false });
  return {
    ...told,
    route: route && routeView(route, assessment, questionnaire, words.language),
  };
}

function daysOf({ days }: PlanGoal & { readonly kind: 'days' }): number {
  if (days >= 0 && Number.isFinite(days)) return days;
  throw new RangeError(`There are no ${days} days.`);
}

function inEngine(goal: Exclude<PlanGoal, { kind: 'days' }>, { verdicts }: Engine): Goal {
  if (goal.kind !== 'verdict') return goal;
  const verdict = verdicts.findIndex(({ id }) => id === goal.verdict);
  if (verdict < 0) throw new RangeError(`The questionnaire has no verdict \`${goal.verdict}\`.`);
  return { kind: 'verdict', verdict };
}
