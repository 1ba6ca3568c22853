import * as z from 'zod';
import { AssessmentFormat } from './assessment-format.ts';

const ids = z.array(z.string());

/** What `test --json` prints: how the cases of a questionnaire came out, and which of its rules none reaches. */
export const TestFormat = z.object({
  format: z.literal('test/1'),
  questionnaire: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  outcomes: z.array(
    z.object({
      id: z.string().describe('The case.'),
      failures: z.array(
        z.object({
          what: z
            .enum([
              'level',
              'hurdles',
              'gates',
              'contradictions',
              'verdicts',
              'notVerdicts',
              'firstSteps',
              'notSteps',
            ])
            .describe('The expectation that was not met.'),
          id: z
            .string()
            .nullable()
            .describe(
              'The hurdle, gate, verdict … it is about; null: the company or a whole list.',
            ),
          expected: z.string(),
          got: z.string(),
          because: AssessmentFormat.shape.verdicts.element.shape.because.describe(
            'The answers behind what came instead.',
          ),
        }),
      ),
    }),
  ),
  unreached: z
    .object({ gates: ids, verdicts: ids, contradictions: ids, recommendations: ids })
    .describe(
      'The rules and the advice that no case reaches, without what is inherited unchanged.',
    ),
});

export type TestResult = z.infer<typeof TestFormat>;
