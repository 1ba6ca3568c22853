import type { Range } from '../questionnaire/compile-condition.ts';
import type { Method } from '../questionnaire/method-format.ts';
import { shownAs } from '../shared/snap.ts';
import { branchValue } from './branch-value.ts';
import type { Count } from './count.ts';
import type { Engine, EngineHurdle } from './engine.ts';
import type { Points } from './points.ts';
import type { HurdleJudged, Recorder } from './recorder.ts';
import type { Stand } from './stand.ts';

/** Why a hurdle has no level. */
export type NoLevel = 'not-due' | 'not-applicable' | 'scope' | 'not-rateable';

/** A cap on a hurdle: of a gate, or of its weakest core question. */
export type HurdleLimit = {
  readonly gate: number | null;
  readonly core: number | null;
  readonly atMost: number;
  /** Whether it is this limit that sets the certain value. */
  readonly effective: boolean;
};

/** The result of one hurdle; every number at its certain (low) and its possible (high) end. */
export type HurdleResult = {
  readonly reason: NoLevel | null;
  /** Mean of its questions before any limit. */
  readonly unlimited: Range | null;
  /** In the hurdle's own points. */
  readonly value: Range | null;
  /** The levels that the two ends of the value reach, rateable or not. */
  readonly level: Range | null;
  readonly plus: boolean;
  /** 0..100. */
  readonly score: Range | null;
  readonly bounds: Range | null;
  readonly limits: readonly HurdleLimit[];
  /** Counts of its scored questions: due, of those applicable, of those answered. */
  readonly due: number;
  readonly applicable: number;
  readonly answered: number;
};

/** Judges one hurdle: value = min(aggregate, every gate's limit, weakest core question + cap). */
export function hurdleResult(
  engine: Engine,
  hurdle: EngineHurdle,
  index: number,
  stand: Stand,
  counted: Count,
  record?: Recorder,
): HurdleResult {
  const { snapped, questionnaire } = engine;
  const { method } = questionnaire;
  const { due, applicable, answered } = countsOf(hurdle, stand);
  if (record) tellCounts(hurdle, index, stand, record);

  const points = branchValue(hurdle, counted, record?.combined.bind(null, index));
  if (points === null) {
    const reason = reasonForNothing(due, applicable, hurdle, stand);
    return {
      reason,
      unlimited: null,
      value: null,
      level: null,
      plus: false,
      score: null,
      bounds: null,
      limits: [],
      due,
      applicable,
      answered,
    };
  }

  const { low, high, lowest, highest } = points;
  const weakest = weakestCore(engine, hurdle, counted);
  const value = capped(points, hurdle, counted, weakest);
  const rounded = { low: snapped(value.low), high: snapped(value.high) };
  const told = shownBy(method, rounded);
  const level = { low: levelAt(told.low, hurdle.scale), high: levelAt(told.high, hurdle.scale) };
  // Where every answer is worth the same, none says anything: no score, not a bad one.
  const score =
    highest > lowest
      ? {
          low: snapped(((value.low - lowest) / (highest - lowest)) * 100),
          high: snapped(((value.high - lowest) / (highest - lowest)) * 100),
        }
      : null;
  const openShare = (applicable - answered) / applicable;
  const rateable = openShare <= method.hurdle.rateable.unknownAtMost;
  const isAbove = snapped(told.low - (hurdle.scale[level.low] ?? 0)) >= method.plusFrom;
  const plus = isAbove && level.low < hurdle.scale.length - 1;
  record?.hurdleJudged(index, {
    ends: points,
    limits: limitsFor(hurdle, counted, weakest),
    value,
    shown: told,
    level,
    score,
    openShare,
    rateable,
    plus,
  });
  return {
    reason: rateable ? null : 'not-rateable',
    unlimited: { low, high },
    // Unsnapped: what is computed from it would carry the rounding on.
    value,
    level,
    plus,
    score,
    bounds: { low: lowest, high: highest },
    limits: limitsOn(engine, hurdle, counted, weakest, lowest, rounded.low, snapped(low)),
    due,
    applicable,
    answered,
  };
}

// As values are shown, levels go by them.
function shownBy({ hurdle: { displayed } }: Method, rounded: Range): Range {
  if (displayed === null) return rounded;
  return { low: shownAs(rounded.low, displayed), high: shownAs(rounded.high, displayed) };
}

// What may limit the certain value; effective is what sets it, below the mean there would be without.
function limitsOn(
  { snapped }: Engine,
  hurdle: EngineHurdle,
  { gates }: Count,
  weakest: CoreLimit | null,
  lowest: number,
  value: number,
  mean: number,
): readonly HurdleLimit[] {
  const limits: HurdleLimit[] = [];
  for (const { gate, atMost } of hurdle.limits) {
    if (gates[gate] === 'false') continue;
    const effective = snapped(Math.max(lowest, atMost)) === value && snapped(atMost) < mean;
    limits.push({ gate, core: null, atMost, effective });
  }
  if (weakest) {
    const { core, low: atMost } = weakest;
    const effective = snapped(Math.max(lowest, atMost)) === value && snapped(atMost) < mean;
    limits.push({ gate: null, core, atMost, effective });
  }
  return limits;
}

function countsOf(
  { scored }: EngineHurdle,
  { notDue, situation }: Stand,
): Pick<HurdleResult, 'due' | 'applicable' | 'answered'> {
  let [due, applicable, answered] = [0, 0, 0];
  for (const position of scored) {
    if (notDue[position] !== null) continue;
    due += 1;
    const state = situation.questions[position]?.state;
    if (state !== 'absent') applicable += 1;
    if (state === 'answered') answered += 1;
  }
  return { due, applicable, answered };
}

function tellCounts(
  { scored }: EngineHurdle,
  index: number,
  { notDue, situation }: Stand,
  record: Recorder,
): void {
  const stateOf = (position: number) => situation.questions[position]?.state;
  const due = scored.filter((position) => notDue[position] === null);
  const applicable = due.filter((position) => stateOf(position) !== 'absent');
  const answered = applicable.filter((position) => stateOf(position) === 'answered');
  record.hurdleCounted(index, { scored, due, applicable, answered });
}

function reasonForNothing(
  due: number,
  applicable: number,
  { scored }: EngineHurdle,
  stand: Stand,
): NoLevel {
  // All that is open was left out by the method: nobody knows, which is not the same as nothing to know.
  if (applicable > 0) return 'not-rateable';
  if (due > 0) return 'not-applicable';
  return scored.some((position) => stand.notDue[position] === 'scope') ? 'scope' : 'not-due';
}

// A limit that is only possible does not bite at the high end; one below the lowest value there can be lowers the hurdle
// to that one.
function capped(
  { low, high, lowest }: Points,
  hurdle: EngineHurdle,
  { gates }: Count,
  weakest: CoreLimit | null,
): Range {
  let [lowCap, highCap] = [weakest?.low ?? Infinity, weakest?.high ?? Infinity];
  for (const { gate, atMost } of hurdle.limits) {
    const truth = gates[gate];
    if (truth === 'false') continue;
    lowCap = Math.min(lowCap, atMost);
    if (truth === 'true') highCap = Math.min(highCap, atMost);
  }
  return {
    low: Math.max(lowest, Math.min(low, lowCap)),
    high: Math.max(lowest, Math.min(high, highCap)),
  };
}

// All limits with both their ends; infinite where one cannot bite.
function limitsFor(
  hurdle: EngineHurdle,
  { gates }: Count,
  weakest: CoreLimit | null,
): HurdleJudged['limits'] {
  const ofGates = hurdle.limits
    .filter(({ gate }) => gates[gate] !== 'false')
    .map(({ gate, atMost }) => {
      const high = gates[gate] === 'true' ? atMost : Infinity;
      return { gate, core: null, low: atMost, high };
    });
  return weakest ? [...ofGates, { ...weakest, gate: null }] : ofGates;
}

/** What the weakest core question limits a hurdle to. */
type CoreLimit = Range & { readonly core: number };

// Of equally weak ones the first by id is named, so that the order in the file plays no part.
function weakestCore(
  { questionnaire }: Engine,
  { core }: EngineHurdle,
  { counts }: Count,
): CoreLimit | null {
  const { cap } = questionnaire.method.hurdle.core;
  if (cap === null) return null;
  let found = -1;
  let [low, high] = [Infinity, Infinity];
  for (const position of core) {
    const points = counts[position];
    if (!points) continue;
    if (points.low < low || found < 0) {
      low = points.low;
      found = position;
    }
    high = Math.min(high, points.high);
  }
  return found < 0 ? null : { core: found, low: low + cap, high: high + cap };
}

/** The highest level whose lower bound a value reaches; the lowest level below all bounds. */
function levelAt(value: number, scale: readonly number[]): number {
  let level = 0;
  for (let index = 0; index < scale.length; index += 1) {
    if (value >= (scale[index] as number)) level = index;
  }
  return level;
}
