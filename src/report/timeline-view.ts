import type { Speaking } from './change-words.ts';
import type { Phase, TimelineRowView, TimelineView } from './pictures-view-type.ts';
import { linesOf } from './text-width.ts';
import { timelineCaption } from './timeline-caption.ts';
import type { PlanView, StepView } from './view-type.ts';

/** Geometry, in units of the view box; on a wide screen one unit is one pixel. */
const width = 820;
const titleRoom = 268;
const left = 314;
const right = 724;
const axis = 30;
const phaseHeight = 30;
const lineHeight = 17;
const titleSize = 14;
/** Titles are not bold: they need less room than is reckoned with. */
const lightness = 0.9;
const barHeight = 16;
/** More rows than this are no picture any more. */
export const mostRows = 30;

const tickSteps: readonly number[] = [1, 2, 4, 8, 13, 26, 52, 104, 208, 520, 1040];

/** Lays the plan out in time: what runs side by side, what waits for what, how long it all takes. */
export function timelineView(telling: Speaking, plan: PlanView): TimelineView | null {
  const { say, numbers } = telling;
  const all = phasesOf(plan).flatMap(({ phase, steps }) => steps.map((step) => ({ phase, step })));
  if (all.length === 0) return null;
  const shown = all.slice(0, mostRows);
  const weeks = Math.max(...shown.map(({ step }) => endOf(step)));
  const x = (week: number) => round(left + ((right - left) * week) / weeks);
  let y = axis;
  const phases: TimelineView['phases'][number][] = [];
  const rows = shown.map(({ phase, step }): TimelineRowView => {
    if (phases.at(-1)?.phase !== phase) {
      phases.push({ phase, y: y + 20, text: say(`plan.phase.${phase}`) });
      y += phaseHeight;
    }
    const row = rowView(telling, phase, step, y, x, weeks);
    y += row.height;
    return row;
  });
  const every = tickSteps.find((step) => weeks / step <= 8) ?? weeks;
  const ticks = Array.from(
    { length: Math.floor(weeks / every) + 1 },
    (_tick, index) => index * every,
  );
  return {
    width,
    height: y + 6,
    caption: timelineCaption(telling, plan),
    ticks: ticks.map((week) => ({ x: x(week), text: numbers.exact(week) })),
    top: axis - 6,
    bottom: y + 2,
    left,
    right,
    phases,
    rows,
    arrows: arrowsOf(
      shown.map(({ step }) => step),
      rows,
      x,
    ),
    leftOut:
      all.length > mostRows ? say('picture.left-out', { shown: mostRows, all: all.length }) : null,
  };
}

function phasesOf(plan: PlanView): readonly { phase: Phase; steps: readonly StepView[] }[] {
  return (['now', 'next', 'later'] as const).map((phase) => ({ phase, steps: plan[phase] }));
}

function rowView(
  telling: Speaking,
  phase: Phase,
  step: StepView,
  y: number,
  x: (week: number) => number,
  weeks: number,
): TimelineRowView {
  const { say } = telling;
  const title = step.kind === 'find-out' ? `${say('first.find-out')}: ${step.title}` : step.title;
  const lines = linesOf(title, titleSize * lightness, titleRoom, 3);
  const height = lines.length * lineHeight + 8;
  const middle = y + height / 2;
  const [from, to] = [x(step.startNumber), x(endOf(step))];
  const share = (week: number) => round((100 * week) / weeks);
  return {
    rank: step.rank,
    phase,
    title,
    lines: lines.map((text, index) => ({
      text,
      y: middle + (index - (lines.length - 1) / 2) * lineHeight + 5,
    })),
    y,
    height,
    middle,
    bar: {
      x: from,
      y: middle - barHeight / 2,
      width: Math.max(6, round(to - from)),
      height: barHeight,
    },
    lasts: say('timeline.weeks', { n: step.weeksNumber, weeks: step.weeks }),
    said: whenInWords(telling, step),
    share: {
      x: Math.min(97, share(step.startNumber)),
      width: Math.max(3, share(step.weeksNumber)),
    },
  };
}

function whenInWords({ say }: Speaking, step: StepView): string {
  const { startNumber, start, weeksNumber, weeks, after } = step;
  const begins =
    startNumber === 0 ? say('plan.start-now') : say('plan.start', { n: startNumber, weeks: start });
  const lasts = say('plan.duration', { n: weeksNumber, weeks });
  const waits =
    after.length === 0 ? [] : [`${say('plan.after', { n: after.length })} ${after.join(', ')}`];
  return [begins, lasts, ...waits].join(', ');
}

// From the end of a bar down and, where there is a gap, along to the beginning of what waited for it.
function arrowsOf(
  steps: readonly StepView[],
  rows: readonly TimelineRowView[],
  x: (week: number) => number,
): TimelineView['arrows'] {
  return steps.flatMap((step, index) =>
    step.after.flatMap((rank) => {
      const [from, to] = [steps.findIndex((other) => other.rank === rank), rows[index]];
      const before = rows[from];
      if (!before || !to || from >= index) return [];
      const [end, start] = [x(endOf(steps[from] as StepView)), to.bar.x];
      const down = round(end + aside(from, steps, to.bar.width));
      if (start - end < 20) {
        const top = to.bar.y - 1;
        return [
          {
            line: `M${end} ${before.middle}H${down}V${top}`,
            head: `M${down - 4} ${top - 6}L${down} ${top}L${down + 4} ${top - 6}`,
          },
        ];
      }
      const tip = start - 1;
      return [
        {
          line: `M${end} ${before.middle}H${down}V${to.middle}H${tip}`,
          head: `M${tip - 6} ${to.middle - 4}L${tip} ${to.middle}L${tip - 6} ${to.middle + 4}`,
        },
      ];
    }),
  );
}

// Lines from steps that end at the same time run side by side.
function aside(from: number, steps: readonly StepView[], room: number): number {
  const end = endOf(steps[from] as StepView);
  const alike = steps.filter(
    (step, index) =>
      index < from && endOf(step) === end && steps.some(({ after }) => after.includes(step.rank)),
  ).length;
  return Math.min(4 + 4 * (alike % 3), room - 2);
}

function endOf({ startNumber, weeksNumber }: StepView): number {
  return startNumber + weeksNumber;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
