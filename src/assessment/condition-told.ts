import type { Situation } from '../questionnaire/compile-condition.ts';
import { compileCondition } from '../questionnaire/compile-condition.ts';
import { type Condition, formatAddress } from '../questionnaire/condition.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Truth } from '../questionnaire/truth.ts';
import type { ConditionTold } from './explanation-format.ts';
import { compileLifting } from './lifting.ts';

/** Tells of every part of a condition whether it holds. */
export function conditionTold(
  condition: Condition,
  questionnaire: Questionnaire,
  situation: Situation,
): ConditionTold {
  const truthOf = (part: Condition) => compileCondition(part, questionnaire)(situation);
  return told(condition, situation, truthOf);
}

/** The same of what lifts a verdict: parts about questions that are not due are left out. */
export function liftingTold(
  condition: Condition,
  questionnaire: Questionnaire,
  situation: Situation,
): ConditionTold {
  const truthOf = (part: Condition) => compileLifting(part, questionnaire).truth(situation);
  return told(condition, situation, truthOf);
}

function told(
  condition: Condition,
  situation: Situation,
  truthOf: (part: Condition) => Truth | null,
): ConditionTold {
  const { kind } = condition;
  const holds = truthOf(condition);
  switch (kind) {
    case 'compare': {
      const { address, operator, value } = condition;
      const ranges =
        address.kind === 'result' && address.name !== 'role'
          ? { ranges: situation.ranges(address.name, address.of).map((range) => ({ ...range })) }
          : {};
      return { kind, holds, address: formatAddress(address), operator, value, ...ranges };
    }
    case 'not':
      return { kind, holds, of: [told(condition.of, situation, truthOf)] };
    default:
      return { kind, holds, of: condition.of.map((part) => told(part, situation, truthOf)) };
  }
}
