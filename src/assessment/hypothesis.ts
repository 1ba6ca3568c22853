import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import { answerReaching, type Stand, standOf } from './stand.ts';

/** The answers with one of them replaced. */
export function withAnswer(answers: Answers, id: string, answer: Answer): Answers {
  return { ...answers, answers: { ...answers.answers, [id]: answer } };
}

/**
 * The answers with one question at its target; as they were if it has none. A question that becomes due only by that
 * counts as at its target, too: to be asked more is no step back.
 *
 * @param now how the questions stand before any hypothesis
 */
export function withTargetReached(
  engine: Engine,
  now: Stand,
  answers: Answers,
  position: number,
  target: number | null,
): Answers {
  return withTargetsReached(engine, now, answers, [{ question: position, target }]);
}

/**
 * The answers with several questions at their targets at once: the same whatever order the steps are taken in.
 *
 * @param now how the questions stand before any hypothesis
 */
export function withTargetsReached(
  engine: Engine,
  now: Stand,
  answers: Answers,
  reached: readonly { readonly question: number; readonly target: number | null }[],
): Answers {
  const all = reached.reduce(
    (some, { question, target }) => reaching(engine, some, question, target),
    answers,
  );
  const mayAskMore = engine.questions.some(({ when }) => when !== null);
  return mayAskMore ? withNewlyDue(engine, now, all) : all;
}

function withNewlyDue(engine: Engine, now: Stand, answers: Answers): Answers {
  let reached = answers;
  // One question can bring in the next; each round settles at least one of them.
  for (let round = 0; round < engine.questions.length; round += 1) {
    const then = standOf(engine, reached);
    const added = engine.questions.filter(
      ({ position }) =>
        now.notDue[position] !== null &&
        then.notDue[position] === null &&
        then.situation.questions[position]?.state === 'unanswered' &&
        then.targets[position] !== null,
    );
    if (added.length === 0) break;
    for (const { position } of added) {
      reached = reaching(engine, reached, position, then.targets[position] ?? null);
    }
  }
  return reached;
}

function reaching(
  engine: Engine,
  answers: Answers,
  position: number,
  target: number | null,
): Answers {
  const question = engine.questions[position];
  if (!question?.scoring || question.question.kind === 'text' || target === null) return answers;
  const answer = answerReaching(question.question, target, question.scoring.pointsOf);
  // Who said what stays: a step brings something about, but settles no dispute.
  const { sources } = answers.answers[question.id] ?? {};
  return withAnswer(answers, question.id, sources ? { ...answer, sources } : answer);
}
