import { compileCondition, type Standing } from '../questionnaire/compile-condition.ts';
import { comparisonsOf, formatAddress } from '../questionnaire/condition.ts';
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
  const test = compileCondition(when, questionnaire);
  const profile = questionnaire.profile.map(() => open);
  const asked = comparisonsOf(when).flatMap(({ address }) => {
    const id = formatAddress(address);
    const position = questionnaire.questions.findIndex(({ question }) => question.id === id);
    return position < 0 ? [] : [position];
  });
  // Everything the role is asked is open, so that only what it is not asked can decide.
  return who.every((role) => {
    const questions: Standing[] = [];
    for (const position of asked) {
      const others = questionnaire.questions[position]?.question.roles ?? [role];
      questions[position] = others.includes(role) ? open : absent;
    }
    return test({ profile, questions, ranges: () => [], role }) === 'false';
  });
}

const open: Standing = { state: 'unanswered' };
const absent: Standing = { state: 'absent' };
