import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import type { Truth } from '../questionnaire/truth.ts';
import type { Engine, EngineGate } from './engine.ts';
import { openPoints, type Points } from './points.ts';
import type { Recorder } from './recorder.ts';
import type { Stand } from './stand.ts';

/** What the answers are worth, before and after the gates have had their say. */
export type Count = {
  /** Points as answered, rounded; null where the question does not count. */
  readonly given: readonly (Range | null)[];
  /** Points that count, exactly: as answered, or what a gate lets them count. */
  readonly counts: readonly (Points | null)[];
  readonly gates: readonly Truth[];
  /** Positions of the gates that lower a question's points at the low end, by its position; only where there are any. */
  readonly lowering: ReadonlyMap<number, readonly number[]>;
};

/**
 * Counts the points of every due question. An undecided gate limits the low end of the range and not the high end.
 */
export function count(engine: Engine, stand: Stand, record?: Recorder): Count {
  const { questions } = stand.situation;
  const given: (Range | null)[] = [];
  const counts: (Points | null)[] = [];
  for (const { worthOf, position } of engine.questions) {
    const worth = worthOf?.(questions[position] as Standing);
    given.push(worth?.rounded ?? null);
    counts.push(worth?.exact ?? null);
  }
  if (record) tellGiven(engine, stand, given, counts, record);

  const gates: Truth[] = [];
  const lowering = new Map<number, number[]>();
  engine.gates.forEach((gate, index) => {
    const truth = gate.test(stand.situation);
    gates.push(truth);
    if (truth !== 'false') limit(gate, index, truth === 'true', given, counts, lowering, record);
  });
  if (record) {
    counts.forEach((points, position) => {
      if (points) record.counted(position, points);
    });
  }
  return { given, counts, gates, lowering };
}

function limit(
  { questionLimits }: EngineGate,
  gate: number,
  certain: boolean,
  given: readonly (Range | null)[],
  counts: (Points | null)[],
  lowering: Map<number, number[]>,
  record?: Recorder,
): void {
  for (const { question, atMost } of questionLimits) {
    const most =
      typeof atMost === 'number' ? { low: atMost, high: atMost } : given[atMost.answerOf];
    const points = counts[question];
    if (!most || !points) continue;
    // No limit makes an answer worth less than the worst there is.
    const { lowest, highest } = points;
    const low = Math.max(most.low, lowest);
    if (low < (given[question] as Range).low) {
      lowering.set(question, [...(lowering.get(question) ?? []), gate]);
    }
    record?.limited(question, {
      gate,
      limit: most,
      answerOf: typeof atMost === 'number' ? null : atMost.answerOf,
      lowest,
      certain,
    });
    counts[question] = {
      low: Math.min(points.low, low),
      high: certain ? Math.min(points.high, Math.max(most.high, lowest)) : points.high,
      lowest,
      highest,
    };
  }
}

function tellGiven(
  engine: Engine,
  { situation }: Stand,
  given: readonly (Range | null)[],
  counts: readonly (Points | null)[],
  record: Recorder,
): void {
  const { method } = engine.questionnaire;
  for (const { scoring, position } of engine.questions) {
    const standing = situation.questions[position];
    if (!scoring || !standing || standing.state === 'absent') continue;
    if (standing.state === 'answered') {
      const tell = record.answerWorth.bind(null, position);
      scoring.pointsOf(standing.value as number | readonly number[], tell);
    } else {
      const policy = method[standing.state];
      record.openWorth(position, policy, openPoints(scoring, policy));
    }
  }
  given.forEach((rounded, position) => {
    const points = counts[position];
    if (rounded && points) record.given(position, points, rounded);
  });
}
