import type { Recommendation } from '../assessment/assessment-format.ts';
import type { Speaking } from './change-words.ts';
import { matrixCaption } from './matrix-caption.ts';
import { meanDays } from './mean-days.ts';
import type { DotView, MatrixBandView, MatrixView } from './pictures-view-type.ts';
import { fitting, widthOf } from './text-width.ts';
import type { PlanView, StepView } from './view-type.ts';

/** Geometry, in units of the view box; on a wide screen one unit is one pixel. */
const width = 820;
const left = 112;
const right = 812;
const top = 8;
const rowHeight = 32;
const radius = 13;
const gap = 7;
const labelSize = 14;
/** More signs than this are no picture any more. */
export const mostDots = 40;

const steps: readonly number[] = [0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000];

/** Lays out effort against impact: a band for each impact, in it as many rows as its signs and labels need. */
export function matrixView(telling: Speaking, plan: PlanView): MatrixView | null {
  const all = [...plan.now, ...plan.next, ...plan.later];
  if (all.length === 0) return null;
  const { say, numbers } = telling;
  const placed = all.slice(0, mostDots).map((step) => placedStep(telling, plan, step));
  const most = Math.max(...placed.map(({ days }) => days));
  // The square root of the effort, as in the ranking: one day more weighs less the more there are.
  const x = (days: number) =>
    round(left + radius + gap + (right - left - 2 * (radius + gap)) * Math.sqrt(days / most));
  const impacts = [...new Set(placed.map(({ impact }) => impact))].sort(
    (a, b) => (b ?? 0) - (a ?? 0),
  );
  let y = top;
  const dots: DotView[] = [];
  const bands = impacts.map((impact): MatrixBandView => {
    const here = placed.filter((one) => one.impact === impact);
    const rows = inRows(here.map((one) => ({ ...one, x: x(one.days) })));
    const height = Math.max(1, rows.length) * rowHeight + 8;
    rows.forEach((row, index) => {
      for (const dot of row) dots.push({ ...dot, y: y + 4 + rowHeight * (index + 0.5) });
    });
    const band = {
      y,
      height,
      middle: y + height / 2,
      label:
        impact === null
          ? say('matrix.find-out')
          : say('matrix.impact', { impact: numbers.exact(impact) }),
      steps: here.map(({ step, raw }) => ({
        rank: step.rank,
        title: step.title,
        effort: step.effort,
        days: raw.effort.max,
      })),
    };
    y += height;
    return band;
  });
  return {
    width,
    height: y + 44,
    caption: matrixCaption(telling, plan),
    left,
    right,
    bottom: y,
    ticks: ticksTo(most, x).map((days) => ({ x: x(days), text: numbers.exact(days) })),
    bands,
    dots: dots.sort((a, b) => a.rank - b.rank),
    hasOthers: dots.some(({ isFirst, isFindOut }) => !isFirst && !isFindOut),
    hasFindOut: dots.some(({ isFindOut }) => isFindOut),
    leftOut:
      all.length > mostDots ? say('picture.left-out', { shown: mostDots, all: all.length }) : null,
  };
}

type Placed = {
  readonly step: StepView;
  readonly raw: Recommendation;
  readonly days: number;
  /** Null: what it would help is known only once it is found out. */
  readonly impact: number | null;
  readonly isFirst: boolean;
};

function placedStep(telling: Speaking, plan: PlanView, step: StepView): Placed {
  const raw = telling.plan.open.find(({ id }) => id === step.id) as Recommendation;
  const impact = step.kind === 'find-out' ? null : (telling.advice(step.id)?.impact ?? null);
  return { step, raw, days: meanDays(raw), impact, isFirst: plan.now.includes(step) };
}

type Dot = Omit<DotView, 'y'>;

// Named signs first, so that they find room; then each in the highest row where nothing is in its way.
function inRows(placed: readonly (Placed & { readonly x: number })[]): readonly (readonly Dot[])[] {
  const order = [...placed].sort(
    (a, b) => Number(b.isFirst) - Number(a.isFirst) || a.step.rank - b.step.rank,
  );
  const rows: { readonly from: number; readonly to: number; readonly dot: Dot }[][] = [];
  for (const { step, x, isFirst } of order) {
    const label = isFirst ? labelAt(x, step.title) : null;
    const reach = radius + gap / 2;
    const from = label?.anchor === 'end' ? label.x - label.width - gap : x - reach;
    const to = label?.anchor === 'start' ? label.x + label.width + gap : x + reach;
    const dot = { x, rank: step.rank, isFirst, isFindOut: step.kind === 'find-out', label };
    const free = rows.find((row) => row.every((other) => other.to <= from || other.from >= to));
    if (free) free.push({ from, to, dot });
    else rows.push([{ from, to, dot }]);
  }
  return rows.map((row) => row.map(({ dot }) => dot));
}

// Beside the sign on the side with more room.
function labelAt(x: number, title: string): NonNullable<DotView['label']> {
  const after = right - (x + radius + gap);
  const before = x - radius - gap - left;
  const anchor = widthOf(title, labelSize) <= after || after >= before ? 'start' : 'end';
  const text = fitting(title, labelSize, anchor === 'start' ? after : before);
  return {
    x: round(anchor === 'start' ? x + radius + gap : x - radius - gap),
    anchor,
    text,
    width: widthOf(text, labelSize),
  };
}

// Numbers one is used to, as many as stand apart.
function ticksTo(most: number, x: (days: number) => number): readonly number[] {
  const known = steps.filter((days) => days <= most);
  const shown: number[] = [];
  for (const days of known.length > 0 ? known : [most]) {
    const before = shown.at(-1);
    if (before === undefined || x(days) - x(before) >= 60) shown.push(days);
  }
  return shown;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
