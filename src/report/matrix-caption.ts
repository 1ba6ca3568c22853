import type { Speaking } from './change-words.ts';
import { meanDays } from './mean-days.ts';
import { ranksInWords } from './ranks-in-words.ts';
import { quoted } from './report-words.ts';
import type { PlanView, StepView } from './view-type.ts';

/** From this impact on (of 5) it is called great. */
const great = 4;

/** Says what effort against impact means for this plan: what the first steps cost and bring, and where the largest stands. */
export function matrixCaption(telling: Speaking, plan: PlanView): string {
  return [
    cost(telling, plan),
    impact(telling, plan),
    verdicts(telling, plan),
    largest(telling, plan),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function cost({ say }: Speaking, { now, next, later, effort, effortNow }: PlanView): string {
  const rest = next.length + later.length;
  if (rest === 0) return say('matrix.cost-all', { n: now.length, effort });
  return say('matrix.cost', { n: now.length, effort: effortNow, all: effort });
}

function impact({ say, advice }: Speaking, { now }: PlanView): string | null {
  const strong = now.filter(
    ({ id, kind }) => kind === 'improve' && (advice(id)?.impact ?? 0) >= great,
  );
  if (strong.length === 0) return null;
  if (strong.length < now.length) return say('matrix.great-some', { n: strong.length, great });
  return say('matrix.great-all', { n: now.length, great });
}

function verdicts({ say, language }: Speaking, { now }: PlanView): string | null {
  const lifting = now.filter(({ placed }) => placed?.by === 'verdict');
  if (lifting.length === 0) return null;
  return say('matrix.lifting', { n: lifting.length, ranks: ranksInWords(lifting, language) });
}

// Only where one step takes more than every other, and there is something to compare.
function largest(telling: Speaking, plan: PlanView): string | null {
  const { say, language } = telling;
  const steps: readonly StepView[] = [...plan.now, ...plan.next, ...plan.later];
  const sized = telling.plan.open
    .map((raw) => ({ id: raw.id, days: meanDays(raw) }))
    .sort((a, b) => b.days - a.days);
  const [first, second] = sized;
  if (steps.length < 3 || !first || !second || first.days === second.days) return null;
  const step = steps.find(({ id }) => id === first.id);
  if (!step) return null;
  const waits = step.after.length > 0;
  const how = plan.now.includes(step) ? 'now' : waits ? 'waits' : 'later';
  return say(`matrix.largest.${how}`, {
    n: how === 'waits' ? step.after.length : 1,
    title: quoted(step.title, say),
    effort: step.effort,
    rank: step.rank,
    ranks: ranksInWords(
      step.after.map((rank) => ({ rank })),
      language,
    ),
  });
}
