import { dayInWords, daysLater } from '../shared/day.ts';
import { causeViews, plannedTitle, settledAs, type Telling } from './telling.ts';
import type { VerdictView } from './view-type.ts';

/** Words the verdicts: what not to do, why, what lifts it, what to do first, when to ask again. */
export function verdictViews(telling: Telling): readonly VerdictView[] {
  const { assessment, questionnaire, tell } = telling;
  return assessment.verdicts.flatMap((assessed): VerdictView[] => {
    const verdict = questionnaire.verdicts.find(({ id }) => id === assessed.id);
    if (!verdict) return [];
    return [
      {
        id: verdict.id,
        kind: assessed.kind,
        certain: assessed.certain,
        text: tell(verdict.text),
        because: causeViews(telling, assessed.because),
        lifted: verdict.lifted ? tell(verdict.lifted) : null,
        first: assessed.first.map((id) => firstStep(telling, id)),
        review: reviewOf(telling, verdict.review),
      },
    ];
  });
}

function firstStep(telling: Telling, id: string): VerdictView['first'][number] {
  const planned = telling.plan.open.find((step) => step.id === id);
  const advice = telling.advice(id);
  const step = planned?.kind === 'improve' ? advice?.steps[0] : undefined;
  return {
    title: plannedTitle(telling, id),
    rank: planned?.rank ?? null,
    settled: settledAs(telling, id),
    step: step ? telling.tell(step) : null,
  };
}

function reviewOf(
  { assessment, language, numbers }: Telling,
  review: string | undefined,
): VerdictView['review'] {
  if (review === undefined) return null;
  const days = Number(review.slice(0, -1)) * (review.endsWith('w') ? 7 : 1);
  const day = assessment.date === null ? null : daysLater(assessment.date, days);
  return {
    day: day === null ? null : { iso: day, text: dayInWords(day, language) },
    weeks: numbers.whole(days / 7),
  };
}
