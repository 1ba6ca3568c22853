import type { Answers } from '../questionnaire/answers.ts';
import type { Range, Situation } from '../questionnaire/compile-condition.ts';
import type { Count } from './count.ts';
import type { Engine } from './engine.ts';
import type { HurdleResult } from './hurdle-result.ts';
import type { OverallResult } from './overall-result.ts';
import { spreadOf } from './spread.ts';
import type { Stand } from './stand.ts';

/**
 * Answers what conditions ask about results: `$level`, `$score`, `$belowTarget`, `$unknown`, `$spread`, for the
 * whole, for one hurdle, for `.core` questions, or one range per hurdle for `.any`.
 */
export function resultRanges(
  engine: Engine,
  answers: Answers,
  stand: Stand,
  counted: Count,
  hurdles: readonly HurdleResult[],
  overall: OverallResult,
  targets: readonly (number | null)[],
): Situation['ranges'] {
  const everything = engine.questions.map((question) => question.position);
  const core = everything.filter((position) => engine.questions[position]?.core);

  const ofHurdles = (of: string, result: (index: number) => Range | null): readonly Range[] =>
    engine.hurdles.flatMap((hurdle, index) => {
      if (of !== 'any' && of !== hurdle.id) return [];
      const range = result(index);
      return range ? [range] : [];
    });
  const ofQuestions = (
    of: string | null,
    result: (positions: readonly number[]) => Range | null,
  ): readonly Range[] => {
    if (of === null || of === 'core') {
      const range = result(of === null ? everything : core);
      return range ? [range] : [];
    }
    return ofHurdles(of, (index) => result(engine.hurdles[index]?.all ?? []));
  };
  const one = (range: Range | null) => (range ? [range] : []);

  return (name, of) => {
    switch (name) {
      case 'level':
        return of === null
          ? one(overall.levels)
          : ofHurdles(of, (index) => hurdles[index]?.level ?? null);
      case 'score':
        return of === null
          ? one(overall.score)
          : ofHurdles(of, (index) => hurdles[index]?.score ?? null);
      case 'belowTarget':
        return ofQuestions(of, (positions) => belowTarget(positions, stand, counted, targets));
      case 'unknown':
        return ofQuestions(of, (positions) => openShare(engine, positions, stand));
      case 'spread':
        return ofQuestions(of, (positions) => spread(engine, positions, answers, stand));
      default:
        return name satisfies never;
    }
  };
}

function belowTarget(
  positions: readonly number[],
  stand: Stand,
  counted: Count,
  targets: readonly (number | null)[],
): Range {
  const below = (end: 'low' | 'high') =>
    positions.filter((position) => {
      const target = targets[position];
      const given = counted.given[position];
      return (
        stand.notDue[position] === null && target != null && given != null && given[end] < target
      );
    }).length;
  return { low: below('high'), high: below('low') };
}

// Counted, not weighted; nothing applicable has no share.
function openShare(engine: Engine, positions: readonly number[], stand: Stand): Range | null {
  const states = positions
    .filter((position) => engine.questions[position]?.scoring)
    .map((position) => stand.situation.questions[position]?.state)
    .filter((state) => state !== 'absent');
  if (states.length === 0) return null;
  const share = states.filter((state) => state !== 'answered').length / states.length;
  return { low: share, high: share };
}

/** The largest difference, in points, between what the roles of a merged file said about one of the questions. */
function spread(
  engine: Engine,
  positions: readonly number[],
  answers: Answers,
  stand: Stand,
): Range {
  const widest = positions.reduce((most, position) => {
    if (stand.notDue[position] !== null) return most;
    const question = engine.questions[position];
    return question ? Math.max(most, spreadOf(question, answers.answers[question.id])) : most;
  }, 0);
  return { low: widest, high: widest };
}
