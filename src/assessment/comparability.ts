import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { isSameMajor } from '../questionnaire/version.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import type { AssessedQuestion, Assessment } from './assessment-format.ts';
import type { StateChange } from './comparison-format.ts';

/** The edition that was answered. */
export function answeredEdition({ questionnaire }: Assessment): string {
  return questionnaire.answered ?? questionnaire.version;
}

/** Whether the answers were judged by this edition of the questionnaire, or an edition that means the same. */
export function isJudgedAlike(assessment: Assessment, { version }: Questionnaire): boolean {
  return isSameMajor(answeredEdition(assessment), version);
}

/**
 * How much of two assessments can be compared: all of it, only the questions that are due in both (one is a quick
 * check or one role's view, the other is not), or nothing (answers to another major version mean something else).
 */
export function comparability(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
): StateChange['comparable'] {
  if (!isJudgedAlike(from, questionnaire) || !isJudgedAlike(to, questionnaire)) return 'nothing';
  return deepEqual(from.scope, to.scope) ? 'whole' : 'shared';
}

/** Where scopes differ: questions that are due in one only, or left out on purpose. They say nothing about a change. */
export function outsideScope(from: Assessment, to: Assessment): ReadonlySet<string> {
  if (deepEqual(from.scope, to.scope)) return new Set();
  const before = new Map(questionsOf(from).map((question) => [question.id, question]));
  const outside = questionsOf(to).filter((question) => {
    const other = before.get(question.id);
    const isLeftOut = question.notDue === 'scope' || other?.notDue === 'scope';
    return isLeftOut || (question.state === 'not-due') !== (other?.state === 'not-due');
  });
  return new Set(outside.map(({ id }) => id));
}

/** Every question of an assessment, in the order they are asked. */
export function questionsOf({ hurdles }: Assessment): readonly AssessedQuestion[] {
  return hurdles.flatMap(({ questions }) => questions);
}

/** How many questions are due in both. */
export function sharedQuestions(from: Assessment, to: Assessment): number {
  const due = new Set(
    questionsOf(from)
      .filter(({ state }) => state !== 'not-due')
      .map(({ id }) => id),
  );
  return questionsOf(to).filter(({ id, state }) => state !== 'not-due' && due.has(id)).length;
}
