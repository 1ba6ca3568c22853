import type { Answers } from '../questionnaire/answers.ts';
import type { Situation } from '../questionnaire/compile-condition.ts';
import { allAtTarget } from './at-target.ts';
import { type Count, count } from './count.ts';
import { concerns, standBeside, touchedHurdles } from './difference.ts';
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
  const beside = near && !record ? standBeside(engine, sheet, near) : null;
  const difference = beside?.difference;
  const stand = beside?.stand ?? standOf(engine, sheet, record);
  const counted = count(engine, stand, record, difference);
  const touched = difference && touchedHurdles(engine, difference, counted);
  const hurdles = engine.hurdles.map((hurdle, index) =>
    difference && !touched?.has(index)
      ? (difference.near.hurdles[index] as HurdleResult)
      : hurdleResult(engine, hurdle, index, stand, counted, record),
  );
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
    difference && {
      near: difference.near.verdicts,
      isAsBefore: ({ asks }) =>
        !concerns(difference, asks) && !(asks.results && touched && touched.size > 0),
    },
  );
  const situation = targets === stand.targets ? before : situationWith(targets);
  const contradictions: number[] = [];
  engine.contradictions.forEach(({ test, asks }, index) => {
    const isAsBefore = difference && !asks.results && !concerns(difference, asks);
    const holds = isAsBefore
      ? difference.near.contradictions.includes(index)
      : test(situation) === 'true';
    if (holds) contradictions.push(index);
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
      allAtTarget(engine, engine.all, stand, counted, targets),
  };
}
