import * as z from 'zod';
import { Id, QuestionId } from './question-format.ts';

const AnswerInCase = z
  .union([z.string(), z.number(), z.array(z.string())])
  .describe('An answer, or unknown, or not-applicable.');

/** A test of the rules: what is given, and what must come of it; what is left out is not looked at. */
export const CaseFormat = z.strictObject({
  id: Id.describe('Its name, told when it fails.'),
  given: z
    .strictObject({
      profile: z.record(Id, AnswerInCase).default({}).describe('Answers of the profile, by id.'),
      base: z
        .union([z.number(), z.enum(['target', 'unknown'])])
        .optional()
        .describe(
          'The answer to every due question that `answers` does not name; target = its own.',
        ),
      answers: z.record(QuestionId, AnswerInCase).default({}).describe('Answers, by question.'),
    })
    .describe('The answers of an invented company.'),
  why: z.string().optional().describe('What this case is about, for whoever reads it.'),
  expect: z
    .strictObject({
      level: z.int().nullable().optional().describe('The level of the company; null = none.'),
      hurdles: z
        .record(Id, z.int().nullable())
        .optional()
        .describe('The levels of hurdles, by id; null = none.'),
      gates: z.array(Id).optional().describe('Gates whose condition holds; [] = none.'),
      contradictions: z.array(Id).optional().describe('Contradictions that show; [] = none.'),
      verdicts: z.array(Id).optional().describe('Verdicts that stand for certain; [] = none.'),
      notVerdicts: z.array(Id).optional().describe('Verdicts that do not stand, not even perhaps.'),
      firstSteps: z
        .array(QuestionId)
        .optional()
        .describe('The first recommendations, in this order.'),
      notSteps: z.array(QuestionId).optional().describe('Not among the steps for now.'),
    })
    .describe('What must come of it; what is left out is not looked at.'),
});

/** The single statement of `format: cases/1`: cases that lie beside their questionnaire. */
export const CasesFormat = z
  .strictObject({
    format: z.literal('cases/1'),
    questionnaire: Id,
    cases: z.array(CaseFormat).min(1),
  })
  .meta({ title: 'Cases', description: "Tests of a questionnaire's rules." });

export type Case = z.infer<typeof CaseFormat>;
