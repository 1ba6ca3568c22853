import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import type { Truth } from '../questionnaire/truth.ts';
import { concerns, type Difference } from './difference.ts';
import type { Engine, EngineGate } from './engine.ts';
import { openPoints, type Points } from './points.ts';
import type { Recorder } from './recorder.ts';
import type { Stand } from './stand.ts';

/** What the answers are worth, before and after the gates have had their say. */
export type Count = {
  /** Points as answered, rounded; null where the question does not count. */
  readonly given: readonly (Range | null)[];
  /** The same exactly. */
  readonly exact: readonly (Points | null)[];
  /** Points that count, exactly: as answered, or what a gate lets them count. */
  readonly counts: readonly (Points | null)[];
  readonly gates: readonly Truth[];
  /** Positions of the gates that lower a question's points at the low end, by its position; only where there are any. */
  readonly lowering: ReadonlyMap<number, readonly number[]>;
};

/**
 * Counts the points of every due question. An undecided gate limits the low end of the range and not the high end.
 *
 * @param difference from what was judged before: what it does not touch is taken from there
 */
export function count(
  engine: Engine,
  stand: Stand,
  record?: Recorder,
  difference?: Difference,
): Count {
  const { given, exact } = difference
    ? givenBeside(engine, stand, difference)
    : givenOf(engine, stand);
  if (record) tellGiven(engine, stand, given, exact, record);

  const gates = engine.gates.map((gate, index) =>
    difference && !concerns(difference, gate.asks)
      ? (difference.near.counted.gates[index] as Truth)
      : gate.test(stand.situation),
  );
  const limited = limitedBy(engine, gates, given, exact, record);
  const { counts } = limited;
  if (record) {
    counts.forEach((points, position) => {
      if (points) record.counted(position, points);
    });
  }
  return { given, exact, gates, ...limited };
}

type Given = Pick<Count, 'given' | 'exact'>;

function givenOf({ questions }: Engine, { situation }: Stand): Given {
  const given = new Array<Range | null>(questions.length);
  const exact = new Array<Points | null>(questions.length);
  for (const { worthOf, position } of questions) {
    const worth = worthOf?.(situation.questions[position] as Standing) ?? null;
    given[position] = worth?.rounded ?? null;
    exact[position] = worth?.exact ?? null;
  }
  return { given, exact };
}

function givenBeside(engine: Engine, { situation }: Stand, { near, moved }: Difference): Given {
  const given = [...near.counted.given];
  const exact = [...near.counted.exact];
  for (const id of moved) {
    const position = engine.positions.get(id);
    if (position === undefined) continue;
    const standing = situation.questions[position] as Standing;
    const worth = engine.questions[position]?.worthOf?.(standing) ?? null;
    given[position] = worth?.rounded ?? null;
    exact[position] = worth?.exact ?? null;
  }
  return { given, exact };
}

const nothingLowered: Count['lowering'] = new Map();

// The very points there were, where no gate limits any.
function limitedBy(
  engine: Engine,
  gates: readonly Truth[],
  given: Count['given'],
  exact: Count['exact'],
  record?: Recorder,
): Pick<Count, 'counts' | 'lowering'> {
  const limits = engine.limiting.some((gate) => gates[gate] !== 'false');
  if (!limits) return { counts: exact, lowering: nothingLowered };
  const counts = [...exact];
  const lowering = new Map<number, number[]>();
  for (const index of engine.limiting) {
    const gate = engine.gates[index] as EngineGate;
    const truth = gates[index];
    if (truth !== 'false') limit(gate, index, truth === 'true', given, counts, lowering, record);
  }
  return { counts, lowering };
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
  exact: readonly (Points | null)[],
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
    const points = exact[position];
    if (rounded && points) record.given(position, points, rounded);
  });
}
