import { allTargetsReached } from './assess.ts';
import { count } from './count.ts';
import type { Engine } from './engine.ts';
import { hurdleResult } from './hurdle-result.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { overallResult } from './overall-result.ts';
import { standingReaching } from './stand.ts';

/** The level that the company would have with every due question at its own target; null where it would have none. */
export function targetLevel(engine: Engine, judgement: Judgement): number | null {
  // Where no answer decides what else is asked, all is due that was due: only the points are others.
  return engine.deciding.size > 0
    ? (judgeSheet(engine, allTargetsReached(engine, judgement)).overall.levels?.low ?? null)
    : levelWithin(engine, judgement);
}

function levelWithin(engine: Engine, { stand, targets }: Judgement): number | null {
  const questions = stand.situation.questions.map((standing, position) => {
    const question = engine.questions[position];
    const target = targets[position] ?? null;
    return standing.state === 'absent' || !question?.scoring || target === null
      ? standing
      : standingReaching(question, target);
  });
  const reached = { ...stand, situation: { ...stand.situation, questions } };
  const counted = count(engine, reached);
  const hurdles = engine.hurdles.map((hurdle, index) =>
    hurdleResult(engine, hurdle, index, reached, counted),
  );
  return overallResult(engine, hurdles, false).levels?.low ?? null;
}
