import type { Range } from '../questionnaire/compile-condition.ts';
import { snap } from '../shared/snap.ts';
import type { Engine } from './engine.ts';
import type { HurdleResult } from './hurdle-result.ts';
import { overallIndex } from './overall-index.ts';
import type { Recorder } from './recorder.ts';

/** The result of the company: as far as its weakest hurdle. */
export type OverallResult = {
  /** The lowest low end and the lowest high end of its hurdles' levels. */
  readonly levels: Range | null;
  /** The level that can be told, or null with a reason. */
  readonly level: number | null;
  readonly reason: 'not-due' | 'not-rateable' | 'scope' | null;
  /** How many hurdles stand higher, and whether they are enough for a plus. */
  readonly above: number;
  readonly plus: boolean;
  readonly score: Range | null;
};

/**
 * Judges the company.
 *
 * @param partial only part of the questions was asked (quick check, one role): such a result has no level
 */
export function overallResult(
  engine: Engine,
  hurdles: readonly HurdleResult[],
  partial: boolean,
  record?: Recorder,
): OverallResult {
  const { method } = engine.questionnaire;
  const due = hurdles.filter((hurdle) => hurdle.level !== null);
  if (due.length === 0) {
    const unknown = hurdles.some((hurdle) => hurdle.reason === 'not-rateable');
    const reason = partial ? 'scope' : unknown ? 'not-rateable' : 'not-due';
    return { levels: null, level: null, reason, above: 0, plus: false, score: null };
  }
  const levels = {
    low: Math.min(...due.map(({ level }) => (level as Range).low)),
    high: Math.min(...due.map(({ level }) => (level as Range).high)),
  };
  const open = hurdles.filter((hurdle) => hurdle.reason === 'not-rateable');
  const isOneLevel = levels.low === levels.high && open.every(({ level }) => level !== null);
  const rateable = open.length === 0 || isOneLevel;
  const reason = partial ? 'scope' : rateable ? null : 'not-rateable';
  // A hurdle that cannot be rated stands nowhere yet.
  const above = due.filter(
    ({ level, reason: why }) => why === null && (level as Range).low > levels.low,
  ).length;
  const low = indexAt(engine, hurdles, 'low');
  const high = indexAt(engine, hurdles, 'high');
  const plus = reason === null && above >= method.overall.plusHurdles;
  const score = low === null || high === null ? null : { low, high };
  record?.companyJudged({
    due: due.map((hurdle) => hurdles.indexOf(hurdle)),
    unrateable: open.map((hurdle) => hurdles.indexOf(hurdle)),
    levels,
    partial,
    rateable,
    above,
    plus,
    score,
  });
  return { levels, level: reason === null ? levels.low : null, reason, above, plus, score };
}

function indexAt(
  engine: Engine,
  hurdles: readonly HurdleResult[],
  end: 'low' | 'high',
): number | null {
  const { method } = engine.questionnaire;
  const standpoints = hurdles.flatMap(({ value, bounds, score }, index) =>
    value && bounds && score
      ? [
          {
            value: value[end],
            lowest: bounds.low,
            highest: bounds.high,
            weight: engine.hurdles[index]?.weight ?? 1,
          },
        ]
      : [],
  );
  const index = overallIndex(method.overall.index, standpoints);
  return index === null ? null : snap(index, method.round);
}
