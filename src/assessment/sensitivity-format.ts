import * as z from 'zod';
import { AnswerGiven, LevelGiven } from './given-format.ts';

const Ids = z.array(z.string());

/** What can be different after one answer has changed. */
const OutcomeFormat = z.enum([
  'lifted',
  'comes',
  'certain',
  'provisional',
  'level-up',
  'level-down',
  'level-known',
  'level-lost',
  'first-steps',
]);

/** The smallest single change of an answer that has an outcome, and everything it alters. */
export const SensitivityFormat = z.object({
  outcome: OutcomeFormat.describe(
    'lifted, comes, certain, provisional: a verdict; level-…: the level of the company; first-steps: which they are.',
  ),
  verdict: z.string().optional().describe('The verdict, where the outcome is about one.'),
  about: z
    .enum(['answer', 'profile'])
    .describe('A profile answer says what is true of the company: a change of it is no advice.'),
  question: z.string(),
  from: z.object({
    answer: AnswerGiven.optional(),
    state: z.enum(['unknown', 'unanswered']).optional(),
  }),
  to: AnswerGiven.describe('The nearest answer that has the outcome.'),
  size: z
    .number()
    .min(0)
    .describe(
      "How far that is: a share of the question's points, for a profile answer in options; of an open one, from the worst answer up, or from the best down where the worst has the outcome and the best has not.",
    ),
  nearest: z.boolean().describe('No other answer lies between.'),
  also: z
    .enum(['more', 'fewer', 'all'])
    .nullable()
    .describe(
      'Other answers with the outcome: all with more points, all with fewer, all there are.',
    ),
  alike: Ids.describe('Other questions where as small a change has the outcome.'),
  changes: z
    .object({
      level: z.tuple([LevelGiven, LevelGiven]).optional().describe('Of the company.'),
      levelHigh: z.tuple([LevelGiven, LevelGiven]).optional(),
      verdicts: z
        .object({
          lifted: Ids.describe('No longer stand.'),
          added: Ids.describe('Stand then.'),
          certain: Ids.describe('Were provisional.'),
          provisional: Ids.describe('Were certain.'),
        })
        .optional(),
      firstSteps: z
        .object({ in: Ids, out: Ids })
        .optional()
        .describe('Steps that are then among the first, and that no longer are.'),
    })
    .describe('All that differs, before and after; what is left out stays as it is.'),
});

export type Outcome = z.infer<typeof OutcomeFormat>;
export type Sensitivity = z.infer<typeof SensitivityFormat>;
