import { compileCondition, type Standing } from '../questionnaire/compile-condition.ts';
import { type Condition, comparisonsOf, formatAddress } from '../questionnaire/condition-format.ts';
import type { Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { finding } from './finding.ts';
import { type Check, questionPath } from './subject.ts';

/**
 * Questions that no role is ever asked: each who could answer them is not asked what their `when` looks at, and what
 * is not asked makes a condition false.
 */
export const findUnanswerable: Check = (subject) =>
  subject.questionnaire.questions.flatMap(({ question }, position) => {
    const { questionnaire, file } = subject;
    const { when } = question;
    if (when === undefined || !isUnanswerable(question, questionnaire)) return [];
    const needs = comparisonsOf(when)
      .filter(({ address }) => address.kind === 'question')
      .map(({ address }) => formatAddress(address));
    const at = file.keyAt([...questionPath(subject, position), 'when']);
    return [finding('unanswerable', at, { id: question.id, needs: [...new Set(needs)] })];
  });

/** Whether each who could answer is not asked what decides whether it is asked. */
export function isUnanswerable({ roles, when }: Question, questionnaire: Questionnaire): boolean {
  const who = roles ?? questionnaire.roles.map(({ id }) => id);
  if (when === undefined || who.length === 0) return false;
  return !who.some((role) => mayBeAsked(when, role, questionnaire));
}

// Everything the role is asked is open, so that only what it is not asked can decide.
function mayBeAsked(when: Condition, role: string, questionnaire: Questionnaire): boolean {
  const open: Standing = { state: 'unanswered' };
  const questions = questionnaire.questions.map(
    ({ question }): Standing =>
      question.roles === undefined || question.roles.includes(role) ? open : { state: 'absent' },
  );
  const situation = {
    profile: questionnaire.profile.map(() => open),
    questions,
    ranges: () => [],
    role,
  };
  return compileCondition(when, questionnaire)(situation) !== 'false';
}
