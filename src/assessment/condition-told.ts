import type { Situation } from '../questionnaire/compile-condition.ts';
import { compileCondition } from '../questionnaire/compile-condition.ts';
import { type Condition, formatAddress } from '../questionnaire/condition-format.ts';
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
  return told(condition, (part) => compileCondition(part, questionnaire)(situation));
}

/** The same of what lifts a verdict: parts about questions that are not due are left out. */
export function liftingTold(
  condition: Condition,
  questionnaire: Questionnaire,
  situation: Situation,
): ConditionTold {
  return told(condition, (part) => compileLifting(part, questionnaire).truth(situation));
}

function told(condition: Condition, truthOf: (part: Condition) => Truth | null): ConditionTold {
  const { kind } = condition;
  const holds = truthOf(condition);
  switch (kind) {
    case 'compare': {
      const { address, operator, value } = condition;
      return { kind, holds, address: formatAddress(address), operator, value };
    }
    case 'not':
      return { kind, holds, of: [told(condition.of, truthOf)] };
    default:
      return { kind, holds, of: condition.of.map((part) => told(part, truthOf)) };
  }
}
