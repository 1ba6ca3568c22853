import type { Answers } from '../questionnaire/answers.ts';
import type { Situation } from '../questionnaire/compile-condition.ts';
import { allAtTarget } from './at-target.ts';
import { type Count, count } from './count.ts';
import type { Engine } from './engine.ts';
import { type HurdleResult, hurdleResult } from './hurdle-result.ts';
import { type OverallResult, overallResult } from './overall-result.ts';
import type { Recorder } from './recorder.ts';
import { resultRanges } from './result-ranges.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { type Stand, standOf } from './stand.ts';
import { judgeVerdicts, type StandingVerdict } from './verdicts.ts';

/** Everything that follows from the answers, before any advice: positions instead of ids, ranges instead of words. */
export type Judgement = {
  readonly stand: Stand;
  readonly counted: Count;
  readonly hurdles: readonly HurdleResult[];
  readonly overall: OverallResult;
  /** What conditions on results look at. */
  readonly situation: Situation;
  /** The same before a verdict raised any target: what the verdicts themselves look at. */
  readonly before: Situation;
  /** Targets as a certain verdict has raised them; null where there is none or the question is not due. */
  readonly targets: readonly (number | null)[];
  /** Verdicts that hold or may hold, most urgent first. */
  readonly verdicts: readonly StandingVerdict[];
  /** Positions of the contradictions that hold for certain. */
  readonly contradictions: readonly number[];
  /** Every due question has reached its own target, for certain. */
  readonly atTarget: boolean;
};

/**
 * Judges answers. Pure and total: the same answers give the same judgement, and none are too few.
 *
 * @param record is told how each number comes about
 * @param near   the judgement of other answers, few of which differ: what has not changed is taken from it, the result
 *   is the same without
 */
export function judge(
  engine: Engine,
  answers: Answers,
  options?: { readonly record?: Recorder; readonly near?: Judgement },
): Judgement {
  return judgeSheet(engine, sheetOf(engine, answers), options);
}

/** The same, of a sheet in which every answer has its place. */
export function judgeSheet(
  engine: Engine,
  sheet: Sheet,
  { record, near }: { readonly record?: Recorder; readonly near?: Judgement } = {},
): Judgement {
  const stand = standOf(engine, sheet, record);
  const counted = count(engine, stand, record);
  const hurdles = engine.hurdles.map((hurdle, index) => {
    const known = near?.hurdles[index];
    return near && known && isAsBefore(engine, index, near, stand, counted)
      ? known
      : hurdleResult(engine, hurdle, index, stand, counted, record);
  });
  const partial = sheet.scope.quick || sheet.scope.role !== null;
  const overall = overallResult(engine, hurdles, partial, record);
  const situationWith = (targets: readonly (number | null)[]): Situation => ({
    ...stand.situation,
    ranges: resultRanges(engine, stand, counted, hurdles, overall, targets),
  });
  const before = situationWith(stand.targets);
  const { verdicts, targets } = judgeVerdicts(
    engine,
    stand,
    counted,
    before,
    situationWith,
    record,
  );
  const situation = targets === stand.targets ? before : situationWith(targets);
  const contradictions: number[] = [];
  engine.contradictions.forEach(({ test }, index) => {
    if (test(situation) === 'true') contradictions.push(index);
  });
  return {
    stand,
    counted,
    hurdles,
    overall,
    situation,
    before,
    targets,
    verdicts,
    contradictions,
    atTarget:
      hurdles.some(({ applicable }) => applicable > 0) &&
      allAtTarget(engine.questions, stand, counted, targets),
  };
}

// All that the result of a hurdle is made of: what is due and answered, what it counts, and the gates that limit it.
function isAsBefore(
  engine: Engine,
  index: number,
  near: Judgement,
  stand: Stand,
  counted: Count,
): boolean {
  const { stand: before, counted: countedBefore } = near;
  const sameQuestions = engine.hurdles[index]?.all.every((position) => {
    const points = counted.counts[position];
    const pointsBefore = countedBefore.counts[position];
    return (
      stand.notDue[position] === before.notDue[position] &&
      stand.situation.questions[position]?.state === before.situation.questions[position]?.state &&
      points?.low === pointsBefore?.low &&
      points?.high === pointsBefore?.high
    );
  });
  return (
    sameQuestions === true &&
    engine.gates.every(
      ({ hurdleLimits }, gate) =>
        counted.gates[gate] === countedBefore.gates[gate] ||
        !hurdleLimits.some(({ hurdle }) => hurdle === index),
    )
  );
}
