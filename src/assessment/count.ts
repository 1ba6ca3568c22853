import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import type { Method, Policy } from '../questionnaire/method-format.ts';
import type { Truth } from '../questionnaire/truth.ts';
import { snap } from '../shared/snap.ts';
import type { Engine, EngineQuestion } from './engine.ts';
import type { Recorder } from './recorder.ts';
import type { Stand } from './stand.ts';

/** What the answers are worth, before and after the gates have had their say. */
export type Count = {
  /** Points as answered; null where the question does not count. */
  readonly given: readonly (Range | null)[];
  /** Points that count: as answered, or what a gate lets them count. */
  readonly counts: readonly (Range | null)[];
  readonly gates: readonly Truth[];
  /** Positions of the gates that lower a question's points at the low end. */
  readonly lowering: readonly (readonly number[])[];
};

/**
 * Counts the points of every due question. An undecided gate limits the low end of the range and not the high end.
 */
export function count(engine: Engine, stand: Stand, record?: Recorder): Count {
  const { method } = engine.questionnaire;
  // Comparisons go by snapped points; sums by exact ones, or three thirds were less than one.
  const exact = engine.questions.map((question, position) =>
    pointsOf(question, stand.situation.questions[position] as Standing, method, record),
  );
  const snapped = (points: number) => snap(points, method.round);
  const given = exact.map((points) =>
    points === null ? null : { low: snapped(points.low), high: snapped(points.high) },
  );
  if (record) {
    given.forEach((rounded, position) => {
      const points = exact[position];
      if (rounded && points) record.given(position, points, rounded);
    });
  }
  const gates = engine.gates.map((gate) => gate.test(stand.situation));
  const counts = [...exact];
  const lowering: number[][] = engine.questions.map(() => []);

  engine.gates.forEach((gate, index) => {
    const truth = gates[index];
    if (truth === 'false') return;
    for (const { question, atMost } of gate.questionLimits) {
      const limit =
        typeof atMost === 'number' ? { low: atMost, high: atMost } : given[atMost.answerOf];
      const points = counts[question];
      if (!limit || !points) continue;
      // No limit makes an answer worth less than the worst there is.
      const lowest = engine.questions[question]?.scoring?.lowest ?? 0;
      const low = Math.max(limit.low, lowest);
      if (low < (given[question] as Range).low) lowering[question]?.push(index);
      record?.limited(question, {
        gate: index,
        limit,
        answerOf: typeof atMost === 'number' ? null : atMost.answerOf,
        lowest,
        certain: truth === 'true',
      });
      counts[question] = {
        low: Math.min(points.low, low),
        high: truth === 'true' ? Math.min(points.high, Math.max(limit.high, lowest)) : points.high,
      };
    }
  });
  if (record) {
    counts.forEach((points, position) => {
      if (points) record.counted(position, points);
    });
  }
  return { given, counts, gates, lowering };
}

function pointsOf(
  question: EngineQuestion,
  standing: Standing,
  { unknown, unanswered }: Method,
  record?: Recorder,
): Range | null {
  const { scoring, position } = question;
  if (scoring === null) return null;
  switch (standing.state) {
    case 'absent':
      return null;
    case 'answered': {
      const tell = record?.answerWorth.bind(null, position);
      const points = scoring.pointsOf(standing.value as number | readonly number[], tell);
      return { low: points, high: points };
    }
    case 'unknown':
    case 'unanswered': {
      const policy = standing.state === 'unknown' ? unknown : unanswered;
      const points = openPoints(scoring, policy);
      record?.openWorth(position, policy, points);
      return points;
    }
    default:
      return standing satisfies never;
  }
}

function openPoints(
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
  policy: Policy,
): Range | null {
  switch (policy) {
    case 'range':
      return { low: lowest, high: highest };
    case 'lowest':
      return { low: lowest, high: lowest };
    case 'exclude':
      return null;
    default:
      return policy satisfies never;
  }
}
