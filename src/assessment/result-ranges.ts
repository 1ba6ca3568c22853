import type { Range, Situation } from '../questionnaire/compile-condition.ts';
import type { Count } from './count.ts';
import type { Engine } from './engine.ts';
import type { HurdleResult } from './hurdle-result.ts';
import type { OverallResult } from './overall-result.ts';
import type { Stand } from './stand.ts';

/**
 * Answers what conditions ask about results: `$level`, `$score`, `$belowTarget`, `$unknown`, `$spread`, for the
 * whole, for one hurdle, for `.core` questions, or one range per hurdle for `.any`.
 */
export function resultRanges(
  engine: Engine,
  stand: Stand,
  counted: Count,
  hurdles: readonly HurdleResult[],
  overall: OverallResult,
  targets: readonly (number | null)[],
): Situation['ranges'] {
  const below = (of: readonly number[]) => belowTarget(of, stand, counted, targets);
  const apart = (of: readonly number[]) => spread(of, stand);
  const open = (of: readonly number[]) => openShare(engine, of, stand);
  // Few conditions ask for results: what is asked for is found out then.
  return (name, of) => {
    switch (name) {
      case 'level':
        return of === null ? one(overall.levels) : each(engine, of, (at) => hurdles[at]?.level);
      case 'score':
        return of === null ? one(overall.score) : each(engine, of, (at) => hurdles[at]?.score);
      case 'belowTarget':
        return ofQuestions(engine, of, below);
      case 'spread':
        return ofQuestions(engine, of, apart);
      case 'unknown':
        if (of === null || of === 'core') return ofQuestions(engine, of, open);
        return each(engine, of, (at) => openShareIn(hurdles[at]));
      default:
        return name satisfies never;
    }
  };
}

function one(range: Range | null | undefined): readonly Range[] {
  return range ? [range] : [];
}

// Of one hurdle, or of any.
function each(
  { hurdles, hurdleIndex }: Engine,
  of: string,
  result: (hurdle: number) => Range | null | undefined,
): readonly Range[] {
  if (of !== 'any') return one(result(hurdleIndex.get(of) ?? -1));
  const found: Range[] = [];
  for (let index = 0; index < hurdles.length; index += 1) {
    const range = result(index);
    if (range) found.push(range);
  }
  return found;
}

function ofQuestions(
  engine: Engine,
  of: string | null,
  result: (positions: readonly number[]) => Range | null,
): readonly Range[] {
  if (of === null) return one(result(engine.all));
  if (of === 'core') return one(result(engine.core));
  return each(engine, of, (at) => result(engine.hurdles[at]?.all ?? []));
}

function belowTarget(
  positions: readonly number[],
  stand: Stand,
  counted: Count,
  targets: readonly (number | null)[],
): Range {
  let [low, high] = [0, 0];
  for (const position of positions) {
    const target = targets[position];
    const given = counted.given[position];
    if (stand.notDue[position] !== null || target == null || given == null) continue;
    if (given.high < target) low += 1;
    if (given.low < target) high += 1;
  }
  return { low, high };
}

// Counted, not weighted; nothing applicable has no share.
function openShare(engine: Engine, positions: readonly number[], stand: Stand): Range | null {
  let [open, applicable] = [0, 0];
  for (const position of positions) {
    const state = stand.situation.questions[position]?.state;
    if (state === 'absent' || !engine.questions[position]?.scoring) continue;
    applicable += 1;
    if (state !== 'answered') open += 1;
  }
  if (applicable === 0) return null;
  const share = open / applicable;
  return { low: share, high: share };
}

// What a hurdle's result has counted already.
function openShareIn(hurdle: HurdleResult | undefined): Range | null {
  if (!hurdle || hurdle.applicable === 0) return null;
  const share = (hurdle.applicable - hurdle.answered) / hurdle.applicable;
  return { low: share, high: share };
}

/** The largest difference, in points, between what the roles of a merged file said about one of the questions. */
function spread(positions: readonly number[], { sheet, notDue }: Stand): Range {
  let widest = 0;
  for (const [position, apart] of sheet.spreads) {
    const isMeant = apart > widest && notDue[position] === null && positions.includes(position);
    if (isMeant) widest = apart;
  }
  return { low: widest, high: widest };
}
