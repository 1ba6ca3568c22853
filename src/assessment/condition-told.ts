import type { Situation } from '../questionnaire/compile-condition.ts';
import { type Condition, formatAddress } from '../questionnaire/condition.ts';
import type { Truth } from '../questionnaire/truth.ts';
import type { Engine } from './engine.ts';
import type { ConditionTold } from './explanation-format.ts';
import { compileLeavingOut } from './lifting.ts';

/** Tells of every part of a condition whether it holds. */
export function conditionTold(
  condition: Condition,
  { compile }: Engine,
  situation: Situation,
): ConditionTold {
  const truthOf = (part: Condition) => compile(part)(situation);
  return told(condition, situation, truthOf);
}

/** The same of what lifts a verdict: parts about questions that are not due are left out. */
export function liftingTold(
  condition: Condition,
  { compile, positions }: Engine,
  situation: Situation,
): ConditionTold {
  const positionOf = (id: string) => positions.get(id) ?? -1;
  const truthOf = (part: Condition) => compileLeavingOut(part, compile, positionOf)(situation);
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
