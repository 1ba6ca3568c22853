import { allTargetsReached } from './assess.ts';
import { count } from './count.ts';
import type { Engine } from './engine.ts';
import { hurdleResult } from './hurdle-result.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { overallResult } from './overall-result.ts';
import { appendNumber, appendStandings, keyOf } from './remembered.ts';
import { standingReaching } from './stand.ts';

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

// All that the level hangs on: what the gates ask of the profile, and each question's target, or how it stands where it
// has none.
function keyFor(
  { questions, remembered: { gatedBy } }: Engine,
  { stand: { situation }, targets }: Judgement,
): string | null {
  const codes: number[] = [];
  if (gatedBy === null || !appendStandings(codes, gatedBy, situation.profile)) return null;
  for (const { scoring, position, gates } of questions) {
    const target = targets[position] ?? null;
    const isAimed = scoring !== null && target !== null;
    // What is never scored matters only to gates that ask about it.
    if (scoring === null && gates.length === 0) continue;
    if (!isAimed || situation.questions[position]?.state === 'absent') {
      codes.push(withoutTarget);
      if (!appendStandings(codes, [position], situation.questions)) return null;
    } else if (!appendNumber(codes, target)) {
      return null;
    }
  }
  return keyOf(codes);
}

/** Below all that is said of a target. */
const withoutTarget = 0;

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
