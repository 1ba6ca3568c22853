import * as z from 'zod';
import { LongAnswer, StepEntry } from '../questionnaire/answers-format.ts';
import { CarriedFormat } from '../questionnaire/migration-format.ts';
import { AnswerGiven, LevelGiven as Level } from './given-format.ts';
import { SensitivityFormat } from './sensitivity-format.ts';

const Score = z.number().min(0).max(100).nullable();
const Value = z.number().nullable();
const Effort = z.object({ min: z.number(), max: z.number() }).describe('Person-days.');

const Cause = z.object({
  id: z.string().describe('A question, a profile question, or a result such as $unknown.tools.'),
  answer: AnswerGiven.optional(),
  state: z.enum(['unknown', 'unanswered']).optional(),
  value: z.number().optional().describe('Of a result; of a question, how far roles are apart.'),
});

const Question = z.object({
  id: z.string(),
  state: z.enum(['answered', 'unknown', 'not-applicable', 'unanswered', 'not-due']),
  notDue: z.enum(['when', 'target', 'scope']).optional().describe('Why it is not due.'),
  answer: AnswerGiven.optional(),
  counts: Value.describe('Points at the low end, after gates.'),
  target: Value,
  gap: z.number().nullable().describe('Points from the answer as given to the target.'),
  gates: z.array(z.string()).describe('Gates that let it count less than was answered.'),
});

const Limit = z.object({
  gate: z.string().optional(),
  core: z.string().optional().describe('The weakest core question, where it is what limits.'),
  atMost: z.number(),
  effective: z.boolean(),
});

const Hurdle = z.object({
  id: z.string(),
  level: Level,
  levelHigh: Level,
  plus: z.boolean(),
  value: Value,
  valueHigh: Value,
  score: Score,
  scoreHigh: Score,
  unlimited: Value.describe('Before any limit, low end.'),
  target: Value.describe('Its value with every due question at its own target.'),
  atTarget: z.boolean(),
  coverage: z.number().min(0).max(1).nullable(),
  due: z.int(),
  applicable: z.int(),
  answered: z.int(),
  reason: z.enum(['not-due', 'not-applicable', 'scope', 'not-rateable']).nullable(),
  limits: z.array(Limit),
  questions: z.array(Question),
});

const Overall = z.object({
  level: Level,
  levelHigh: Level,
  target: Level.describe('The level with every due question at its own target.'),
  plus: z.boolean(),
  above: z.int().describe('Hurdles that stand higher.'),
  score: Score.describe('An index for comparing over time.'),
  scoreHigh: Score,
  coverage: z.number().min(0).max(1).nullable(),
  atTarget: z.boolean(),
  due: z.int(),
  notApplicable: z.int(),
  backed: z.int().describe('Answers backed by a document or records.'),
  reason: z.enum(['not-due', 'scope', 'not-rateable']).nullable(),
});

const Change = z.object({
  level: z.tuple([Level, Level]).describe('Of the company, before and after.'),
  score: z.tuple([Score, Score]),
  hurdle: z.object({
    id: z.string(),
    level: z.tuple([Level, Level]),
    score: z.tuple([Score, Score]),
  }),
  lifts: z.array(z.string()).describe('Verdicts that no longer stand.'),
});

const Recommendation = z.object({
  id: z.string(),
  rank: z.int().min(1),
  kind: z.enum(['improve', 'find-out']),
  placed: z.string().nullable().describe('verdict:ID, prerequisite:ID, or null: by its priority.'),
  priority: z.number(),
  gain: z.object({ alone: Change, cumulative: Change }),
  effort: Effort,
  weeks: z.number(),
  start: z.number().describe('Weeks from the first day.'),
  owner: z.string(),
  requires: z.array(z.string()),
  after: z.array(z.string()).describe('What it requires and is not there yet: steps before it.'),
  because: z.array(Cause),
  phase: z.enum(['now', 'next', 'later']),
});

/** The single statement of `format: assessment/1`. Readers ignore keys they do not know. */
export const AssessmentFormat = z
  .object({
    format: z.literal('assessment/1'),
    tool: z.object({ name: z.string(), version: z.string() }),
    questionnaire: z.object({
      id: z.string(),
      version: z.string(),
      digest: z.string(),
      answered: z.string().optional().describe('The version that was answered, if it was another.'),
    }),
    subject: z.object({ name: z.string().optional(), use: z.string().optional() }),
    scope: z.object({ quick: z.boolean(), role: z.string().nullable() }),
    respondent: z
      .object({ role: z.string() })
      .optional()
      .describe('Who answered, for rules that ask for it.'),
    date: z.iso.date({ error: 'date' }).nullable().describe('The day of the answers.'),
    overall: Overall,
    hurdles: z.array(Hurdle),
    verdicts: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['stop', 'simpler', 'clarify', 'fine']),
        certain: z.boolean(),
        because: z.array(Cause),
        first: z.array(z.string()),
      }),
    ),
    contradictions: z.array(z.object({ id: z.string(), because: z.array(Cause) })),
    open: z.array(
      z.object({
        question: z.string(),
        roles: z.array(z.string()),
        why: z.enum(['unknown', 'unanswered', 'unbacked']),
        holds: z.array(z.string()).describe('level, verdict:ID: what hangs on it.'),
      }),
    ),
    recommendations: z.array(Recommendation),
    deferred: z.array(
      z.object({
        id: z.string(),
        because: z.enum(['verdict', 'blocked', 'not-due']),
        by: z.array(z.string()),
      }),
    ),
    sensitivity: z
      .array(SensitivityFormat)
      .nullable()
      .describe(
        'What the smallest single change of an answer alters, one entry per outcome; null: too many answers to try.',
      ),
    carriedOver: z
      .array(CarriedFormat)
      .default([])
      .describe('What the version that was answered asked otherwise.'),
    language: z.string().nullable(),
    profile: z.record(z.string(), LongAnswer),
    answers: z.record(z.string(), LongAnswer),
    steps: z.record(z.string(), StepEntry),
  })
  .meta({
    title: 'Assessment',
    description: 'Facts and ids: what a company said and what follows from it.',
  });

export type Assessment = z.infer<typeof AssessmentFormat>;
export type AssessedHurdle = Assessment['hurdles'][number];
export type AssessedQuestion = AssessedHurdle['questions'][number];
export type AssessedVerdict = Assessment['verdicts'][number];
export type Recommendation = Assessment['recommendations'][number];
export type Change = Recommendation['gain']['alone'];
export type Cause = AssessedVerdict['because'][number];
