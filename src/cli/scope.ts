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
