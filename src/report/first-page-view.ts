import type { Speaking } from './change-words.ts';
import type { FirstPageView } from './first-page-view-type.ts';
import { quoted } from './report-words.ts';
import { restsView } from './rests-view.ts';
import type { Telling } from './telling.ts';
import type { LevelView, View } from './view-type.ts';

/** The other parts of the view that the first page is made of. */
export type Told = Pick<
  View,
  'verdicts' | 'overall' | 'hurdles' | 'plan' | 'levels' | 'notApplicable' | 'partial'
>;

const mostSteps = 3;
const manyHurdles = 7;

/** Words the first page; null where there are no words of reports. */
export function firstPageView({ say, ...others }: Telling, told: Told): FirstPageView | null {
  if (say === null) return null;
  const telling = { ...others, say };
  const { now } = told.plan;
  return {
    isDense: told.hurdles.length >= manyHurdles,
    headline: headline(telling, told),
    standing: standing(telling, told),
    steps: now.slice(0, mostSteps),
    noSteps: now.length === 0 ? noSteps(telling, told) : null,
    moreSteps:
      now.length > mostSteps ? say('page.more-steps', { n: now.length - mostSteps }) : null,
    rests: restsView(telling, told),
  };
}

function headline(telling: Speaking, told: Told): FirstPageView['headline'] {
  const { say } = telling;
  const [first, ...rest] = told.verdicts;
  if (!first) {
    const text = say(`page.none.${whatHolds(told)}`);
    return { kind: null, certain: true, text, more: null, again: null };
  }
  const { kind, certain, text, review } = first;
  const again =
    kind !== 'fine' || review === null
      ? null
      : review.day === null
        ? say('page.again-weeks', { n: review.weeks, weeks: review.weeks })
        : say('page.again', { day: review.day.text });
  const more = rest.length === 0 ? null : say('page.more', { n: rest.length });
  return { kind, certain, text, more, again };
}

// No verdict can mean that all is well, or that too little is known for one.
function whatHolds({ overall, plan, partial }: Told): string {
  if (overall.due === 0) return 'not-due';
  if (overall.answered === 0) return 'unanswered';
  if (overall.open > 0) return 'open';
  if (partial) return 'part';
  if (!plan.isEmpty) return 'go-on';
  return overall.atTarget || plan.isSettled ? 'settled' : 'below';
}

function standing({ say }: Speaking, { overall, levels }: Told): FirstPageView['standing'] {
  const { level, levelHigh, target, targetIsEnough, plus, reason } = overall;
  const named = ({ number, name }: LevelView) => ({ level: number, name: quoted(name, say) });
  const top = levels.at(-1)?.number;
  return {
    level:
      level === null
        ? say(`standing.reason.${reason ?? 'not-due'}`)
        : say(plus ? 'level.of-plus' : 'level.of', { level: level.number, top }),
    name: level?.name || null,
    target:
      target === null ? null : say(targetIsEnough ? 'page.enough' : 'page.target', named(target)),
    possible:
      levelHigh === null
        ? null
        : say(level === null ? 'page.possible-only' : 'page.possible', named(levelHigh)),
  };
}

function noSteps({ say }: Speaking, { plan, overall }: Told): string {
  if (plan.isSettled) return say('page.no-steps.settled');
  if (overall.due === 0) return say('page.no-steps.not-due');
  if (overall.open > 0) return say('page.no-steps.open');
  // A question can be below its target and have no recommendation.
  return say(overall.atTarget ? 'page.no-steps.reached' : 'page.no-steps.below');
}
