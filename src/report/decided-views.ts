import { isOverdue } from '../assessment/step-changes.ts';
import { dayInWords } from '../shared/day.ts';
import { adviceTitle, causeViews, spoken, type Telling } from './telling.ts';
import type { DecidedView, PlanView } from './view-type.ts';

/** What the company decided about a step; overdue goes by the day of the assessment. */
export function decidedView({ assessment, language }: Telling, id: string): DecidedView | null {
  const step = assessment.steps[id];
  if (!step) return null;
  const { status, due } = step;
  return {
    status,
    who: spoken(step.who),
    due: due === undefined ? null : { iso: due, text: dayInWords(due, language) },
    overdue: isOverdue(assessment, id),
    note: spoken(step.note),
  };
}

/** Words what was decided beside the plan: what is done, what was dropped, what else somebody works on. */
export function decidedViews(telling: Telling): Pick<PlanView, 'done' | 'dropped' | 'others'> {
  const { assessment, plan } = telling;
  const of = (id: string) => ({
    id,
    title: adviceTitle(telling, id),
    decided: decidedView(telling, id) as DecidedView,
  });
  return {
    done: plan.done.map(({ id, rank, confirmed }) => {
      const planned = assessment.recommendations.find((step) => step.id === id);
      return {
        ...of(id),
        rank,
        confirmed,
        still: confirmed ? null : (causeViews(telling, planned?.because ?? [])[0] ?? null),
      };
    }),
    dropped: plan.dropped.map(({ id, rank, verdicts, steps }) => ({
      ...of(id),
      rank,
      verdicts: verdicts.map(telling.verdict),
      steps: steps.map((step) => adviceTitle(telling, step)),
    })),
    others: plan.others.map(({ id, why }) => ({ ...of(id), why })),
  };
}
