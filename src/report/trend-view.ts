import type { ComparedState } from '../assessment/comparison-format.ts';
import { daysBetween } from '../shared/day.ts';
import { type Levelled, levelCell } from './comparison-results.ts';
import type { Comparing } from './comparison-telling.ts';
import type { TrendChartView, TrendView } from './comparison-view-type.ts';
import { isEnough, overallScale } from './telling.ts';

const left = 26;
const right = 292;
const top = 12;
const levelHeight = 25;
const width = 304;

type Measured = Levelled & {
  readonly target: number | null;
  /** The target where it stands among the levels. */
  readonly aim: number | null;
};

/**
 * Draws the levels over time: one chart for the company and one for each hurdle, a step for every state that can be
 * set beside the last. Days stand as far apart as they are; without days, or in another order, they stand evenly.
 */
export function trendView(comparing: Comparing): TrendView | null {
  const { comparison, telling, say, labels } = comparing;
  const { states } = comparison;
  if (states.length < 3) return null;
  const { questionnaire, tell } = telling;
  const steps = (scale: string | undefined) => questionnaire.scales[scale ?? '']?.length ?? 1;
  const highest =
    Math.max(
      steps(overallScale(telling)),
      ...questionnaire.hurdles.map(({ scale }) => steps(scale)),
    ) - 1;
  const y = (level: number) => round(top + (highest - Math.min(level, highest)) * levelHeight);
  const xs = placesOf(states.map(({ date }) => date));
  const chart = (title: string, of: (state: ComparedState) => Measured | undefined) =>
    chartView(
      title,
      states.map((state) => (state.inLine ? (of(state) ?? null) : null)),
      xs,
      y,
      comparing,
    );
  return {
    title: say('compare.trend'),
    means: trendInWords(comparing),
    lead: say('compare.trend-lead'),
    width,
    height: top * 2 + highest * levelHeight,
    levels: Array.from({ length: highest + 1 }, (_, level) => ({
      y: y(level),
      number: String(level),
    })),
    days: xs.map((x) => ({ x })),
    axis: say('compare.trend-axis', { from: labels[0], to: labels.at(-1) }),
    charts: [
      chart(say('compare.company'), ({ overall }) => ({ ...overall, aim: overall.target })),
      ...questionnaire.hurdles.map(({ id, title, scale }) =>
        chart(tell(title), ({ hurdles }) => {
          const found = hurdles.find((hurdle) => hurdle.id === id);
          const bounds = (questionnaire.scales[scale] ?? []).map(({ from }) => from);
          return (
            found && {
              ...found,
              aim: found.target === null ? null : inLevels(found.target, bounds),
            }
          );
        }),
      ),
    ],
  };
}

// From the first state that can be set beside the last to the last: how many hurdles stand higher, how many lower.
function trendInWords({ comparison, telling, say }: Comparing): string {
  const states = comparison.states.filter(({ inLine }) => inLine);
  const moves = telling.questionnaire.hurdles.flatMap(({ id }) => {
    const levels = states.flatMap(
      ({ hurdles }) => hurdles.find((hurdle) => hurdle.id === id)?.level ?? [],
    );
    const [first, last] = [levels[0], levels.at(-1)];
    return first === undefined || last === undefined || levels.length < 2 ? [] : [last - first];
  });
  if (moves.length === 0) return say('compare.trend-means.none');
  const up = moves.filter((move) => move > 0).length;
  const down = moves.filter((move) => move < 0).length;
  if (up + down === 0) return say('compare.trend-means.same');
  return [
    up > 0 ? say('compare.trend-means.up', { n: up }) : null,
    down > 0 ? say('compare.trend-means.down', { n: down }) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

// Of one line: from which level to which, and the target beside it.
function lineInWords(measured: readonly (Measured | null)[], { say, telling }: Comparing): string {
  const known = measured.flatMap((one) => (one?.level == null ? [] : [one.level]));
  const [from, to] = [known[0], known.at(-1)];
  const target = measured.at(-1)?.target ?? null;
  const told =
    from === undefined || to === undefined
      ? say('compare.line.none')
      : say(`compare.line.${to > from ? 'up' : to < from ? 'down' : 'same'}`, { from, to });
  return target === null
    ? told
    : say(isEnough(telling, target) ? 'compare.line.enough' : 'compare.line.with-target', {
        told,
        target: telling.numbers.tenths(target),
      });
}

function chartView(
  title: string,
  measured: readonly (Measured | null)[],
  xs: readonly number[],
  y: (level: number) => number,
  comparing: Comparing,
): TrendChartView {
  const {
    say,
    telling: { numbers },
  } = comparing;
  const placed = measured.map((one, index) => ({ one, x: xs[index] ?? left }));
  const numbersOf = (of: (one: Measured) => string) =>
    measured.map((one) => (one === null ? '–' : of(one))).join(', ');
  return {
    title,
    means: lineInWords(measured, comparing),
    description: say('compare.trend-describe', {
      title,
      levels: numbersOf(levelCell),
      targets: numbersOf(({ target }) => (target === null ? '–' : numbers.tenths(target))),
    }),
    line: stepPath(
      placed.map(({ one, x }) => ({ x, y: one?.level == null ? null : y(one.level) })),
    ),
    target: stepPath(placed.map(({ one, x }) => ({ x, y: one?.aim == null ? null : y(one.aim) }))),
    points: placed.flatMap(({ one, x }) => (one?.level == null ? [] : [{ x, y: y(one.level) }])),
    possible: placed.flatMap(({ one, x }) =>
      one?.levelHigh == null || one.levelHigh === one.level
        ? []
        : [{ x, from: y(one.level ?? one.levelHigh), to: y(one.levelHigh) }],
    ),
  };
}

/** A level holds until the next is known; where none is known the line is broken. */
function stepPath(points: readonly { readonly x: number; readonly y: number | null }[]): string {
  return points
    .map(({ x, y }, index) => {
      if (y === null) return '';
      const before = points[index - 1]?.y ?? null;
      return before === null ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
}

// A hurdle counts in points of its own; on the picture levels are evenly apart.
function inLevels(value: number, bounds: readonly number[]): number {
  const level = Math.max(0, bounds.filter((from) => from <= value).length - 1);
  const [from, next] = [bounds[level] ?? 0, bounds[level + 1]];
  return next === undefined ? level : level + Math.max(0, (value - from) / (next - from));
}

function placesOf(dates: readonly (string | null)[]): readonly number[] {
  const [start = null] = dates;
  const days = dates.map((date) =>
    date === null || start === null ? Number.NaN : daysBetween(start, date),
  );
  const rising = days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));
  const at = rising ? days : days.map((_day, index) => index);
  const [first = 0, last = 1] = [at[0], at.at(-1)];
  return at.map((day) => round(left + ((right - left) * (day - first)) / (last - first)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
