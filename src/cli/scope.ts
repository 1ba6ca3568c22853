import type { Answers } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { Failure } from './failure.ts';

/** What is asked for on the command line: not all questions, but the quick ones, or those of a role. */
export type ScopeOptions = { readonly quick?: boolean; readonly role?: string };

/**
 * The scope that answers are given in.
 *
 * @throws Failure when the questionnaire has no such role
 */
export function scopeFor(
  { quick, role }: ScopeOptions,
  questionnaire: Questionnaire,
  option = '--role',
): { readonly quick?: boolean; readonly role?: string } {
  const roles = questionnaire.roles.map(({ id }) => id);
  if (role !== undefined && !roles.includes(role)) {
    const allowed = roles.join(', ');
    throw new Failure('bad-option-value', { option, value: role, allowed });
  }
  return {
    ...(quick === undefined ? {} : { quick }),
    ...(role === undefined ? {} : { role }),
  };
}

/**
 * Stops where there is no question in a scope: nothing would be asked, and there would be no result.
 *
 * @throws Failure when the questionnaire has no quick questions, or none for the role
 */
export function refuseEmpty(
  { quick = false, role }: NonNullable<Answers['scope']>,
  { questions }: Questionnaire,
): void {
  const isAsked = questions.some(
    ({ question }) =>
      (!quick || question.quick !== undefined) &&
      (role === undefined || question.roles === undefined || question.roles.includes(role)),
  );
  if (!isAsked) throw new Failure('nothing-asked', { quick, role: role ?? null });
}
