import type { Assessment } from '../assessment/assessment-format.ts';
import type { PlanRoute } from '../assessment/plan-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { decidedView } from './decided-views.ts';
import { gainView } from './plan-view.ts';
import { saidInWords } from './said-in-words.ts';
import { tamed } from './tamed.ts';
import {
  adviceTitle,
  levelView,
  overallScale,
  type Telling,
  tellingOf,
  titleOf,
} from './telling.ts';
import type { DecidedView, GainView, LevelView } from './view-type.ts';

/** A route in words: the goal, the steps in the order in which they can begin, and what comes of them. */
export type RouteView = {
  readonly goal: {
    readonly kind: 'level' | 'at-target' | 'verdict' | 'fine' | 'days';
    readonly level: LevelView | null;
    /** The text of the verdict. */
    readonly verdict: string | null;
    readonly days: string | null;
  };
  readonly reached: boolean;
  /** Reached already: nothing needs to be done for it. */
  readonly isThere: boolean;
  /** No other steps do it with less. */
  readonly exact: boolean;
  /** The same as a key of words. */
  readonly exactness: 'exact' | 'rough';
  readonly steps: readonly RouteStepView[];
  /** Done, but to be answered again; before all steps, and without effort. */
  readonly answerAgain: readonly {
    readonly title: string;
    /** What is done is not found out. */
    readonly kind: 'improve';
    readonly gain: GainView;
    readonly firstLevel: string | null;
  }[];
  /** Titles of dropped steps without which the goal cannot be reached, where it can be with them. */
  readonly onlyWith: readonly string[];
  /** Titles of hurdles that stay below the level, whatever is done. */
  readonly stoppedBy: readonly string[];
  /** Everything is at its target already. */
  readonly atTarget: boolean;
  /** Why there are no steps, where only so many days are given; null where there are some. */
  readonly nothing: 'at-target' | 'none-fits' | null;
  /** Person-days: least to most, and the middle that was reckoned with, to a tenth. */
  readonly effort: string;
  readonly effortMean: string;
  /** The middle to a hundredth: what is held against the days that are given. */
  readonly effortHeld: string;
  /** Along the longest chain of prerequisites. */
  readonly weeks: string;
  readonly weeksNumber: number;
  readonly before: RouteStanding;
  readonly after: RouteStanding;
  /** What roles must agree on, as no step lifts what rests on it: each question and who said what. */
  readonly disputes: readonly { readonly title: string; readonly said: string }[];
  /** How many steps are only to find something out; null where none is. */
  readonly findsOut: number | null;
  /** Something is said to be done and to be answered again, or was dropped. */
  readonly hasSettled: boolean;
};

export type RouteStanding = {
  readonly level: LevelView | null;
  readonly score: string | null;
  /** Texts of the verdicts that stand, a fine one left out. */
  readonly verdicts: readonly string[];
};

export type RouteStepView = {
  readonly id: string;
  /** From 1, within the route. */
  readonly number: number;
  readonly kind: 'improve' | 'find-out';
  readonly title: string;
  readonly owner: string;
  readonly effort: string;
  readonly weeks: string;
  readonly weeksNumber: number;
  /** Numbers of the steps of this route that come before because it needs them. */
  readonly after: readonly number[];
  /** What to do. */
  readonly steps: readonly string[];
  readonly gain: GainView;
  /** The level of the company, where none could be told before. */
  readonly firstLevel: string | null;
  readonly decided: DecidedView | null;
};

/** Words a route. */
export function routeView(
  route: PlanRoute,
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
): RouteView {
  const telling = tellingOf(assessment, questionnaire, language);
  const { numbers } = telling;
  const { effort } = route;
  return tamed({
    goal: goalView(telling, route.goal),
    reached: route.reached,
    isThere:
      route.reached &&
      route.steps.length + route.answerAgain.length === 0 &&
      route.goal.kind !== 'days',
    nothing: nothingIn(route, assessment),
    exact: route.exact,
    exactness: route.exact ? 'exact' : 'rough',
    steps: route.steps.map((step, index) => stepView(telling, route, step, index + 1)),
    answerAgain: route.answerAgain.map(({ id, gain }) => ({
      title: adviceTitle(telling, id),
      kind: 'improve',
      ...changeView(telling, gain),
    })),
    onlyWith: route.onlyWith.map((id) => adviceTitle(telling, id)),
    stoppedBy: questionnaire.hurdles
      .filter(({ id }) => route.stoppedBy.includes(id))
      .map(({ title }) => telling.tell(title)),
    atTarget: assessment.overall.atTarget,
    effort: numbers.effort(effort),
    effortHeld: numbers.exact(Math.round(effort.mean * 100) / 100),
    effortMean:
      effort.min === effort.max
        ? numbers.effort(effort)
        : numbers.exact(Math.round(effort.mean * 10) / 10),
    weeks: numbers.exact(route.weeks),
    weeksNumber: route.weeks,
    before: standingView(telling, route.before),
    after: standingView(telling, route.after),
    disputes: route.disputes.map(({ id }) => disputeView(telling, id)),
    findsOut: route.steps.filter(({ kind }) => kind === 'find-out').length || null,
    hasSettled: route.answerAgain.length + telling.plan.dropped.length > 0,
  });
}

function nothingIn(
  { goal, steps, answerAgain }: PlanRoute,
  { overall }: Assessment,
): RouteView['nothing'] {
  if (goal.kind !== 'days' || steps.length + answerAgain.length > 0) return null;
  return overall.atTarget ? 'at-target' : 'none-fits';
}

function disputeView(telling: Telling, id: string): RouteView['disputes'][number] {
  const { assessment, questionnaire, tell, language } = telling;
  const sources = assessment.answers[id]?.sources ?? [];
  const voices = sources.map((source) => ({ source, points: null }));
  return {
    title: titleOf(telling, id),
    said: saidInWords({ id, voices }, questionnaire, tell, language),
  };
}

function goalView(telling: Telling, goal: PlanRoute['goal']): RouteView['goal'] {
  const none = { level: null, verdict: null, days: null };
  switch (goal.kind) {
    case 'level':
      return {
        ...none,
        kind: 'level',
        level: levelView(telling, overallScale(telling), goal.level),
      };
    case 'at-target':
      return { ...none, kind: 'at-target' };
    case 'verdict': {
      const found = telling.questionnaire.verdicts.find(({ id }) => id === goal.verdict);
      const kind = found?.kind === 'fine' ? 'fine' : 'verdict';
      return { ...none, kind, verdict: telling.verdict(goal.verdict) };
    }
    case 'days':
      return { ...none, kind: 'days', days: telling.numbers.exact(goal.days) };
    default:
      return goal satisfies never;
  }
}

function stepView(
  telling: Telling,
  route: PlanRoute,
  { id, kind, owner, effort, weeks, after, gain }: PlanRoute['steps'][number],
  number: number,
): RouteStepView {
  const { numbers, tell } = telling;
  const advice = telling.advice(id);
  const question = telling.question(id);
  const improves = kind === 'improve';
  return {
    id,
    number,
    kind,
    title: improves ? adviceTitle(telling, id) : titleOf(telling, id),
    owner: telling.role(owner),
    effort: numbers.effort(effort),
    weeks: numbers.exact(weeks),
    weeksNumber: weeks,
    after: route.steps.flatMap((step, index) => (after.includes(step.id) ? [index + 1] : [])),
    steps: improves ? (advice?.steps ?? []).map(tell) : question ? [tell(question.text)] : [],
    ...changeView(telling, gain),
    decided: decidedView(telling, id),
  };
}

function changeView(
  telling: Telling,
  gain: PlanRoute['steps'][number]['gain'],
): Pick<RouteStepView, 'gain' | 'firstLevel'> {
  const [from, to] = gain.level;
  const first = from === null ? levelView(telling, overallScale(telling), to) : null;
  const change = gainView(telling, gain);
  return {
    gain: { ...change, changesNothing: change.changesNothing && first === null },
    firstLevel: first ? `${first.number} (${first.name})` : null,
  };
}

function standingView(
  telling: Telling,
  { level, score, verdicts }: PlanRoute['before'],
): RouteStanding {
  const { questionnaire, numbers } = telling;
  const isFine = (id: string) =>
    questionnaire.verdicts.some((verdict) => verdict.id === id && verdict.kind === 'fine');
  return {
    level: levelView(telling, overallScale(telling), level),
    score: score === null ? null : numbers.whole(score),
    verdicts: verdicts.filter((id) => !isFine(id)).map(telling.verdict),
  };
}
