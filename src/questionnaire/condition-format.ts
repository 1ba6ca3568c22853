import * as z from 'zod';
import { type RawCondition, toCondition } from './condition.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The ways to compare one address with something; several in one map must all hold. */
export const Comparison = z
  .strictObject({
    is: Scalar.describe('Equal to this value; a bare value is short for it.'),
    isNot: Scalar.describe('Not equal to this value.'),
    in: z.array(Scalar).min(1).describe('One of these values; a bare list is short for it.'),
    atLeast: Scalar.describe('This value or more (on a choice: only if it is `ordered`).'),
    atMost: Scalar.describe('This value or less.'),
    above: Scalar.describe('More than this value.'),
    below: Scalar.describe('Less than this value.'),
    includes: z.string().describe('A question with several answers has this one among them.'),
    hasNumber: z.boolean().describe('The text contains a number, in digits or in words.'),
    answered: z.boolean().describe('There is an answer.'),
    unknown: z.boolean().describe('The answer is "don\'t know".'),
  })
  .partial();

export type Operator = keyof z.infer<typeof Comparison>;

export const operators = Object.keys(Comparison.shape) as readonly Operator[];

const RawConditionShape: z.ZodType<RawCondition, RawCondition> = z
  .object({
    get all() {
      return z.array(RawConditionShape).min(1).optional().describe('All of these hold.');
    },
    get any() {
      return z.array(RawConditionShape).min(1).optional().describe('At least one of these holds.');
    },
    get not() {
      return RawConditionShape.optional().describe('This does not hold.');
    },
  })
  .catchall(z.union([Comparison, z.array(Scalar).min(1), Scalar]))
  .refine((condition) => Object.keys(condition).length > 0, { error: 'condition' })
  .meta({ id: 'Condition' }) as unknown as z.ZodType<RawCondition, RawCondition>;

export const ConditionFormat = RawConditionShape.transform((raw) => toCondition(raw));
