import type { Change, Recommendation } from '../assessment/assessment-format.ts';
import { decidedView, decidedViews } from './decided-views.ts';
import {
  adviceTitle,
  causeViews,
  levelView,
  overallScale,
  type Telling,
  titleOf,
} from './telling.ts';
import type { GainView, PlanView, StepView } from './view-type.ts';

/** Words the plan: every step to be done with who, how long, what for and what it would change; and what was decided. */
export function planView(telling: Telling): PlanView {
  const { open } = telling.plan;
  // The running total follows the plan as it is read: now, next, later.
  let soFar = { min: 0, max: 0 };
  const of = (phase: Recommendation['phase']) =>
    open
      .filter((recommendation) => recommendation.phase === phase)
      .map((recommendation) => {
        const { effort } = recommendation;
        soFar = { min: soFar.min + effort.min, max: soFar.max + effort.max };
        return stepView(telling, recommendation, soFar);
      });
  const now = of('now');
  const effortNow = telling.numbers.effort(soFar);
  const next = of('next');
  const later = of('later');
  const decided = decidedViews(telling);
  const { done, dropped, others } = decided;
  return {
    now,
    next,
    later,
    isEmpty: open.length === 0,
    effort: telling.numbers.effort(soFar),
    effortNow,
    ...decided,
    hasDecided: done.length + dropped.length + others.length > 0,
    isSettled: open.length === 0 && telling.assessment.recommendations.length > 0,
  };
}

/** A step in words, with the effort of all up to and including it. */
export function stepView(
  telling: Telling,
  recommendation: Recommendation,
  soFar: { readonly min: number; readonly max: number },
): StepView {
  const { plan, questionnaire, tell, numbers } = telling;
  const { id, kind } = recommendation;
  const question = telling.question(id);
  const advice = telling.advice(id);
  const hurdle = questionnaire.hurdles.find((candidate) => candidate.id === hurdleOf(telling, id));
  const sheet = questionnaire.worksheets.find((worksheet) => worksheet.id === advice?.worksheet);
  const improves = kind === 'improve';
  return {
    id,
    rank: recommendation.rank,
    kind,
    title: improves && advice ? tell(advice.title) : titleOf(telling, id),
    hurdle: hurdle ? tell(hurdle.title) : '',
    steps: improves ? (advice?.steps ?? []).map(tell) : question ? [tell(question.text)] : [],
    owner: telling.role(recommendation.owner),
    effort: numbers.effort(recommendation.effort),
    effortSoFar: numbers.effort(soFar),
    weeks: numbers.exact(recommendation.weeks),
    weeksNumber: recommendation.weeks,
    start: numbers.exact(recommendation.start),
    startNumber: recommendation.start,
    kpi: improves && advice?.kpi ? tell(advice.kpi) : null,
    worksheet: improves && sheet ? tell(sheet.title) : null,
    because: causeViews(telling, recommendation.because),
    placed: placedView(telling, recommendation.placed),
    after: plan.open
      .filter(({ id: other }) => recommendation.after.includes(other))
      .map(({ rank }) => rank),
    gain: gainView(telling, recommendation.gain.cumulative),
    priority: numbers.tenths(recommendation.priority),
    decided: decidedView(telling, id),
    canBegin: plan.next.includes(id),
  };
}

function hurdleOf({ questionnaire }: Telling, id: string): string {
  return questionnaire.questions.find(({ question }) => question.id === id)?.hurdle ?? '';
}

function placedView(telling: Telling, placed: string | null): StepView['placed'] {
  if (placed === null) return null;
  const id = placed.slice(placed.indexOf(':') + 1);
  if (placed.startsWith('verdict:')) return { by: 'verdict', text: telling.verdict(id) };
  return { by: 'prerequisite', text: adviceTitle(telling, id) };
}

/** What changes, in words. */
export function gainView(telling: Telling, change: Change): GainView {
  const { numbers } = telling;
  const pair = <T>([from, to]: readonly [T, T], show: (value: NonNullable<T>) => string) =>
    from == null || to == null || show(from) === show(to)
      ? null
      : { from: show(from), to: show(to) };
  const named = (scale: string | undefined) => (level: number) => {
    const view = levelView(telling, scale, level);
    return view ? `${view.number} (${view.name})` : String(level);
  };
  const hurdle = telling.questionnaire.hurdles.find(({ id }) => id === change.hurdle.id);
  const level = pair(change.level, named(overallScale(telling)));
  const ofHurdle = pair(change.hurdle.level, named(hurdle?.scale));
  const score = pair(change.score, numbers.whole);
  const lifts = change.lifts.map((id) => telling.verdict(id));
  return {
    changesNothing: level === null && ofHurdle === null && score === null && lifts.length === 0,
    level,
    hurdleLevel:
      ofHurdle === null ? null : { hurdle: hurdle ? telling.tell(hurdle.title) : '', ...ofHurdle },
    score,
    lifts,
  };
}
