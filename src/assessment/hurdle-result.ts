import type { Range } from '../questionnaire/compile-condition.ts';
import type { Aggregate } from '../questionnaire/method-format.ts';
import { shownAs, snap } from '../shared/snap.ts';
import { aggregate } from './aggregate.ts';
import type { Count } from './count.ts';
import type { Branch, Engine, EngineHurdle } from './engine.ts';
import type { Combined, End, Recorder } from './recorder.ts';
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
  const { method } = engine.questionnaire;
  const snapped = (value: number) => snap(value, method.round);
  const scored = hurdle.all.filter((position) => engine.questions[position]?.scoring);
  const due = scored.filter((position) => stand.notDue[position] === null);
  const applicable = due.filter(
    (position) => stand.situation.questions[position]?.state !== 'absent',
  );
  const answered = applicable.filter(
    (position) => stand.situation.questions[position]?.state === 'answered',
  );
  const counts = { due: due.length, applicable: applicable.length, answered: answered.length };

  record?.hurdleCounted(index, { scored, due, applicable, answered });

  const telling = record?.combined.bind(null, index);
  const { low, high, lowest, highest } = branchValue(engine, hurdle, counted, telling);
  if (low === null || high === null || lowest === null || highest === null) {
    const reason = reasonForNothing(counts, scored, stand);
    const none = {
      unlimited: null,
      value: null,
      level: null,
      plus: false,
      score: null,
      bounds: null,
    };
    return { ...none, reason, limits: [], ...counts };
  }

  const limits = limitsOn(engine, hurdle, index, counted);
  // A limit below the lowest value there can be lowers the hurdle to that one.
  const capped = (value: number, end: 'low' | 'high') =>
    Math.max(lowest, Math.min(value, ...limits.map((limit) => limit[end])));
  const value = { low: capped(low, 'low'), high: capped(high, 'high') };
  const { displayed } = method.hurdle;
  const shown = (points: number) =>
    displayed === null ? snapped(points) : shownAs(snapped(points), displayed);
  const told = { low: shown(value.low), high: shown(value.high) };
  const level = { low: levelAt(told.low, hurdle.scale), high: levelAt(told.high, hurdle.scale) };
  const scoreOf = (points: number) => snapped(((points - lowest) / (highest - lowest)) * 100);
  // Where every answer is worth the same, none says anything: no score, not a bad one.
  const score = highest > lowest ? { low: scoreOf(value.low), high: scoreOf(value.high) } : null;
  const openShare = (counts.applicable - counts.answered) / counts.applicable;
  const rateable = openShare <= method.hurdle.rateable.unknownAtMost;
  const isAbove = snapped(told.low - (hurdle.scale[level.low] ?? 0)) >= method.plusFrom;
  const plus = isAbove && level.low < hurdle.scale.length - 1;
  record?.hurdleJudged(index, {
    ends: { low, high, lowest, highest },
    limits,
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
    limits: limits.map(({ gate, core, low: atMost }) => ({
      gate,
      core,
      atMost,
      effective:
        snapped(Math.max(lowest, atMost)) === snapped(value.low) && snapped(atMost) < snapped(low),
    })),
    ...counts,
  };
}

type BranchValue = Readonly<Record<End, number | null>>;
type Telling = ((told: Combined) => void) | undefined;

// Both ends of a branch's value, and the least and the most it could be with what is counted.
function branchValue(
  engine: Engine,
  branch: Branch,
  counted: Count,
  telling: Telling,
): BranchValue {
  const questions = branch.questions.map((position) => ({
    of: position,
    ends: questionValue(engine, position, counted),
    weight: engine.questions[position]?.weight ?? 1,
  }));
  const groups = branch.groups.map((group) => ({
    of: group.id,
    ends: branchValue(engine, group, counted, telling),
    weight: group.weight,
  }));
  if (branch.aggregate !== 'level-gate')
    return combined(branch.id, branch.aggregate, [...questions, ...groups], telling);
  // Groups are the levels, in their order; questions beside them are a level together, the first.
  const beside = `${branch.id}/beside`;
  const first =
    questions.length > 0
      ? [{ of: beside, ends: combined(beside, 'weighted-mean', questions, telling), weight: 1 }]
      : [];
  return combined(branch.id, 'level-gate', [...first, ...groups], telling);
}

/** `of` is the position of a question or the id of a group. */
type Child = {
  readonly of: number | string;
  readonly ends: BranchValue;
  readonly weight: number;
};

function combined(
  branch: string,
  name: Aggregate,
  children: readonly Child[],
  telling: Telling,
): BranchValue {
  const at = (end: End) => {
    const parts = children.map(({ of, ends, weight }) => ({
      of,
      value: ends[end],
      weight,
      lowest: ends.lowest,
      highest: ends.highest,
    }));
    const result = aggregate(name, parts);
    telling?.({ branch, end, aggregate: name, parts, result });
    return result;
  };
  return { low: at('low'), high: at('high'), lowest: at('lowest'), highest: at('highest') };
}

function questionValue(engine: Engine, position: number, counted: Count): BranchValue {
  const counts = counted.counts[position];
  const scoring = engine.questions[position]?.scoring;
  if (!counts || !scoring) return { low: null, high: null, lowest: null, highest: null };
  return { low: counts.low, high: counts.high, lowest: scoring.lowest, highest: scoring.highest };
}

function reasonForNothing(
  { due, applicable }: Pick<HurdleResult, 'due' | 'applicable'>,
  scored: readonly number[],
  stand: Stand,
): NoLevel {
  // All that is open was left out by the method: nobody knows, which is not the same as nothing to know.
  if (applicable > 0) return 'not-rateable';
  if (due > 0) return 'not-applicable';
  return scored.some((position) => stand.notDue[position] === 'scope') ? 'scope' : 'not-due';
}

type Limit = { gate: number | null; core: number | null; low: number; high: number };

// A limit that cannot bite at an end is infinite there.
function limitsOn(
  engine: Engine,
  hurdle: EngineHurdle,
  index: number,
  counted: Count,
): readonly Limit[] {
  const limits: Limit[] = [];
  engine.gates.forEach((gate, position) => {
    const truth = counted.gates[position];
    if (truth === 'false') return;
    for (const limit of gate.hurdleLimits) {
      if (limit.hurdle !== index) continue;
      const high = truth === 'true' ? limit.atMost : Infinity;
      limits.push({ gate: position, core: null, low: limit.atMost, high });
    }
  });
  const { cap } = engine.questionnaire.method.hurdle.core;
  const weakest = cap === null ? null : weakestCore(engine, hurdle, counted);
  if (cap === null || weakest === null) return limits;
  const { position, low, high } = weakest;
  return [...limits, { gate: null, core: position, low: low + cap, high: high + cap }];
}

// Of equally weak ones the first by id is named, so that the order in the file plays no part.
function weakestCore(
  engine: Engine,
  hurdle: EngineHurdle,
  counted: Count,
): (Range & { readonly position: number }) | null {
  const core = hurdle.all
    .flatMap((position) => {
      const question = engine.questions[position];
      const counts = counted.counts[position];
      return question?.core && counts ? [{ position, id: question.id, counts }] : [];
    })
    .sort((a, b) => a.counts.low - b.counts.low || (a.id < b.id ? -1 : 1));
  const [weakest] = core;
  if (weakest === undefined) return null;
  const high = Math.min(...core.map(({ counts }) => counts.high));
  return { position: weakest.position, low: weakest.counts.low, high };
}

/** The highest level whose lower bound a value reaches; the lowest level below all bounds. */
function levelAt(value: number, scale: readonly number[]): number {
  let level = 0;
  scale.forEach((from, index) => {
    if (value >= from) level = index;
  });
  return level;
}
