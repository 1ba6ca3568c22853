import type { Speaking } from './change-words.ts';
import { ranksInWords } from './ranks-in-words.ts';
import { quoted } from './report-words.ts';
import type { PlanView, StepView } from './view-type.ts';

/** Says what the plan over time means: how long it takes, what can begin at once, what most others wait for. */
export function timelineCaption(telling: Speaking, plan: PlanView): string {
  const steps = [...plan.now, ...plan.next, ...plan.later];
  return [length(telling, steps), beginning(telling, steps), waiting(telling, steps)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function length({ say, numbers, questionnaire }: Speaking, steps: readonly StepView[]): string {
  const weeks = Math.max(...steps.map(({ startNumber, weeksNumber }) => startNumber + weeksNumber));
  const { now } = questionnaire.method.phases;
  const told = { n: weeks, weeks: numbers.exact(weeks) };
  if (steps.length === 1) return say('timeline.length-one', told);
  return steps.length <= now
    ? say('timeline.length', told)
    : `${say('timeline.length', told)} ${say('timeline.at-once', { n: now })}`;
}

function beginning({ say, language }: Speaking, steps: readonly StepView[]): string | null {
  const first = steps.filter(({ startNumber }) => startNumber === 0);
  if (steps.length === 1 || first.length === 0) return null;
  if (first.length === steps.length) return say('timeline.begin-all');
  return say('timeline.begin', { n: first.length, ranks: ranksInWords(first, language) });
}

function waiting({ say }: Speaking, steps: readonly StepView[]): string | null {
  if (steps.length === 1) return null;
  const waited = steps.map((step) => ({
    step,
    others: steps.filter(({ after }) => after.includes(step.rank)).length,
  }));
  const most = Math.max(...waited.map(({ others }) => others));
  if (most === 0) return say('timeline.none-waits');
  const held = waited.find(({ others }) => others === most);
  return held
    ? say('timeline.waits', {
        n: most,
        rank: held.step.rank,
        title: quoted(held.step.title, say),
      })
    : null;
}
