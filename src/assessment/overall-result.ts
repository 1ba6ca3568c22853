import type { Range } from '../questionnaire/compile-condition.ts';
import type { Engine } from './engine.ts';
import type { HurdleResult } from './hurdle-result.ts';
import { overallIndex, type Standpoint } from './overall-index.ts';
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
  const levels = lowestLevels(hurdles);
  if (levels === null) {
    const unknown = hurdles.some((hurdle) => hurdle.reason === 'not-rateable');
    const reason = partial ? 'scope' : unknown ? 'not-rateable' : 'not-due';
    return { levels: null, level: null, reason, above: 0, plus: false, score: null };
  }
  const isOneLevel = levels.low === levels.high;
  let rateable = true;
  let above = 0;
  for (const { reason, level } of hurdles) {
    if (reason === 'not-rateable') rateable &&= isOneLevel && level !== null;
    // A hurdle that cannot be rated stands nowhere yet.
    else if (level !== null && level.low > levels.low) above += 1;
  }
  const reason = partial ? 'scope' : rateable ? null : 'not-rateable';
  const low = indexAt(engine, hurdles, 'low');
  const isCertain = hurdles.every(({ value }) => value === null || value.low === value.high);
  const high = isCertain ? low : indexAt(engine, hurdles, 'high');
  const plus = reason === null && above >= method.overall.plusHurdles;
  const score = low === null || high === null ? null : { low, high };
  if (record) {
    const those = (of: (hurdle: HurdleResult) => boolean) =>
      hurdles.flatMap((hurdle, index) => (of(hurdle) ? [index] : []));
    record.companyJudged({
      due: those((hurdle) => hurdle.level !== null),
      unrateable: those((hurdle) => hurdle.reason === 'not-rateable'),
      levels,
      partial,
      rateable,
      above,
      plus,
      score,
    });
  }
  return { levels, level: reason === null ? levels.low : null, reason, above, plus, score };
}

function lowestLevels(hurdles: readonly HurdleResult[]): Range | null {
  let [low, high] = [Infinity, Infinity];
  for (const { level } of hurdles) {
    if (level === null) continue;
    low = Math.min(low, level.low);
    high = Math.min(high, level.high);
  }
  return low === Infinity ? null : { low, high };
}

function indexAt(
  engine: Engine,
  hurdles: readonly HurdleResult[],
  end: 'low' | 'high',
): number | null {
  const standpoints: Standpoint[] = [];
  hurdles.forEach(({ value, bounds, score }, index) => {
    if (!value || !bounds || !score) return;
    const weight = engine.hurdles[index]?.weight ?? 1;
    standpoints.push({ value: value[end], lowest: bounds.low, highest: bounds.high, weight });
  });
  const index = overallIndex(engine.questionnaire.method.overall.index, standpoints);
  return index === null ? null : engine.snapped(index);
}
