import { allTargetsReached } from './assess.ts';
import { count } from './count.ts';
import type { Engine } from './engine.ts';
import { hurdleResult } from './hurdle-result.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { overallResult } from './overall-result.ts';
import { dueKey, standingReaching } from './stand.ts';

/** The level that the company would have with every due question at its own target; null where it would have none. */
export function targetLevel(engine: Engine, judgement: Judgement): number | null {
  // Where no answer decides what else is asked, all is due that was due: only the points are others.
  if (engine.deciding.size > 0) {
    return judgeSheet(engine, allTargetsReached(engine, judgement)).overall.levels?.low ?? null;
  }
  const key = keyFor(engine, judgement);
  const known = key === null ? undefined : engine.remembered.targetLevel.recall(key);
  if (known !== undefined) return known;
  const level = levelWithin(engine, judgement);
  if (key !== null) engine.remembered.targetLevel.keep(key, level);
  return level;
}

// What is due at what targets, and what of it does not apply: the level hangs on no more, as long as no verdict has
// raised a target.
function keyFor(engine: Engine, { stand, targets }: Judgement): number | null {
  const due = dueKey(engine, stand.sheet);
  if (due === null || targets !== stand.targets) return null;
  const { remembered, questions } = engine;
  if (!remembered.due.recall(due)?.isAimed) return null;
  let key = 0;
  for (let position = 0; position < questions.length; position += 1) {
    const isLeftOut =
      stand.notDue[position] === null && stand.situation.questions[position]?.state === 'absent';
    if (isLeftOut) key = key * (questions.length + 1) + position + 1;
  }
  key = key * remembered.keys + due;
  return Number.isSafeInteger(key) ? key : null;
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
