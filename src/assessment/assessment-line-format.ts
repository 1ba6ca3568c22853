import * as z from 'zod';
import { LevelGiven as Level } from './given-format.ts';

const Score = z.number().min(0).max(100).nullable();
const Share = z.number().min(0).max(1).nullable();

const HurdleLine = z.object({
  level: Level,
  levelHigh: Level,
  plus: z.boolean(),
  score: Score,
  scoreHigh: Score,
  atTarget: z.boolean(),
  coverage: Share,
  reason: z.enum(['not-due', 'not-applicable', 'scope', 'not-rateable']).nullable(),
  limits: z
    .array(z.string())
    .describe(
      'What sets its value: gates (kebab-case), or its weakest core question (with a dot).',
    ),
});

const RecommendationLine = z.object({
  id: z.string(),
  kind: z.enum(['improve', 'find-out']),
  placed: z.string().nullable().describe('verdict:ID, prerequisite:ID, or null: by its priority.'),
  phase: z.enum(['now', 'next', 'later']),
});

/**
 * The single statement of `format: assessment-line/1`: a result on one line, flat enough for a table. What it has, it has
 * from the assessment, under the same names. Readers ignore keys they do not know.
 */
export const AssessmentLineFormat = z
  .object({
    format: z.literal('assessment-line/1'),
    file: z.string().optional().describe('Where it was read, if there were several inputs.'),
    line: z.int().min(1).optional().describe('Its number there; left out for a file of its own.'),
    questionnaire: z.object({
      id: z.string(),
      version: z.string(),
      answered: z.string().optional().describe('The version that was answered, if it was another.'),
    }),
    subject: z.object({ name: z.string().optional(), use: z.string().optional() }),
    scope: z
      .object({ quick: z.boolean(), role: z.string().nullable() })
      .optional()
      .describe('If only part of the questions was asked.'),
    date: z.iso.date({ error: 'date' }).nullable().describe('The day of the answers.'),
    overall: z.object({
      level: Level,
      levelHigh: Level,
      target: Level.describe('The level with every due question at its own target.'),
      plus: z.boolean(),
      above: z.int().describe('Hurdles that stand higher.'),
      score: Score,
      scoreHigh: Score,
      coverage: Share,
      atTarget: z.boolean(),
      due: z.int().describe('Questions that count.'),
      unknown: z.int().describe('Of them, answered with “I don’t know”.'),
      unanswered: z.int(),
      notApplicable: z.int(),
      reason: z.enum(['not-due', 'scope', 'not-rateable']).nullable(),
    }),
    hurdles: z.record(z.string(), HurdleLine).describe('By id.'),
    gates: z.array(z.string()).describe('Gates that lower a hurdle or what an answer counts.'),
    verdicts: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['stop', 'simpler', 'clarify', 'fine']),
        certain: z.boolean(),
      }),
    ),
    contradictions: z.array(z.string()),
    recommendations: z
      .array(RecommendationLine)
      .optional()
      .describe('With `--with recommendations`: the steps in their order.'),
  })
  .meta({
    title: 'Assessment on one line',
    description: 'What follows from one sheet of answers, as `hurdles score --ndjson` prints it.',
  });

export type AssessmentLine = z.infer<typeof AssessmentLineFormat>;
export type HurdleLine = AssessmentLine['hurdles'][string];

/** What stands in the place of a line that cannot be judged. */
export const ProblemLineFormat = z
  .object({
    file: z.string().optional(),
    line: z.int().min(1).optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          at: z.object({
            file: z
              .string()
              .optional()
              .describe('Only if it is another one, such as a questionnaire.'),
            line: z.int().min(1),
            column: z.int().min(1),
          }),
          message: z.string(),
          hint: z.string().nullable(),
          facts: z.record(z.string(), z.unknown()),
        }),
      )
      .min(1),
    more: z.int().min(1).optional().describe('Problems beyond these.'),
  })
  .meta({ title: 'A line that cannot be judged' });

export type ProblemLine = z.infer<typeof ProblemLineFormat>;

/** A line as it is published: a result, or the problems in its place. */
export const OutputLineFormat = z.union([AssessmentLineFormat, ProblemLineFormat]).meta({
  title: 'A line of `hurdles score --ndjson`',
  description: 'What follows from one sheet of answers, or why nothing does.',
});
