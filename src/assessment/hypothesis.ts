import type { Standing } from '../questionnaire/compile-condition.ts';
import type { Engine } from './engine.ts';
import type { Sheet } from './sheet.ts';
import { type Stand, standingReaching, standOf } from './stand.ts';

/** The sheet with one of its answers replaced. Who said what stays: it brings something about, but settles no dispute. */
export function withStanding(sheet: Sheet, position: number, standing: Standing): Sheet {
  const questions = [...sheet.questions];
  questions[position] = standing;
  return { ...sheet, questions };
}

/** The sheet with one answer about the company itself replaced. */
export function withProfile(sheet: Sheet, position: number, standing: Standing): Sheet {
  const profile = [...sheet.profile];
  profile[position] = standing;
  return { ...sheet, profile };
}

/**
 * The sheet with one question at its target; as it was if it has none. A question that becomes due only by that
 * counts as at its target, too: to be asked more is no step back.
 *
 * @param now how the questions stand before any hypothesis
 */
export function withTargetReached(
  engine: Engine,
  now: Stand,
  sheet: Sheet,
  position: number,
  target: number | null,
): Sheet {
  return withTargetsReached(engine, now, sheet, [{ question: position, target }]);
}

/**
 * The sheet with several questions at their targets at once: the same whatever order the steps are taken in.
 *
 * @param now how the questions stand before any hypothesis
 */
export function withTargetsReached(
  engine: Engine,
  now: Stand,
  sheet: Sheet,
  reached: readonly { readonly question: number; readonly target: number | null }[],
): Sheet {
  const questions = [...sheet.questions];
  for (const { question, target } of reached) reach(engine, questions, question, target);
  const then = { ...sheet, questions };
  const mayAskMore = reached.some(({ question }) => engine.deciding.has(question));
  return mayAskMore ? withNewlyDue(engine, now, then) : then;
}

// Only what has a condition of its own can become due by other answers.
function withNewlyDue(engine: Engine, now: Stand, sheet: Sheet): Sheet {
  const waiting = engine.conditional.filter((position) => now.notDue[position] !== null);
  let reached = sheet;
  // One question can bring in the next; each round settles at least one of them.
  for (let round = 0; round < waiting.length; round += 1) {
    const then = standOf(engine, reached);
    const added = waiting.filter(
      (position) =>
        then.notDue[position] === null &&
        then.situation.questions[position]?.state === 'unanswered' &&
        then.targets[position] !== null,
    );
    if (added.length === 0) break;
    const questions = [...reached.questions];
    for (const position of added) {
      reach(engine, questions, position, then.targets[position] ?? null);
    }
    reached = { ...reached, questions };
  }
  return reached;
}

function reach(
  engine: Engine,
  questions: Standing[],
  position: number,
  target: number | null,
): void {
  const question = engine.questions[position];
  if (!question?.scoring || target === null) return;
  questions[position] = standingReaching(question, target);
}
