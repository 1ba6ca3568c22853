import * as z from 'zod';
import { AssessmentFormat } from '../assessment-format.ts';
import { AnswerGiven, LevelGiven as Level } from '../given-format.ts';

const { shape: assessed } = AssessmentFormat;
const Place = z
  .object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
  .describe('In the file that was checked.');

const states = ['answered', 'unknown', 'unanswered', 'not-applicable', 'not-due'] as const;

const Said = z.object({ state: z.enum(states), answer: AnswerGiven.optional() });

const Cause = Said.extend({
  id: z.string().describe('A question, a profile question, or a result such as $unknown.tools.'),
  state: z.enum([...states, 'result']),
  value: z.number().optional().describe('Of a result; of a question, how far roles are apart.'),
  before: Said.optional().describe('What the baseline says, where that is what counts.'),
  at: Place.nullable(),
});

const Step = z.object({
  id: z.string().describe('The question whose recommendation it is.'),
  kind: z.enum(['improve', 'find-out']),
  rank: z.int().nullable().describe('Its place in the plan; null where it is not in it now.'),
  effort: z.object({ min: z.number(), max: z.number() }).describe('Person-days.'),
  status: z.enum(['open', 'doing', 'done', 'dropped']).nullable().describe('What was decided.'),
});

const reasons = [
  'scope',
  'not-rateable',
  'not-due',
  'not-applicable',
  'no-such-hurdle',
  'undated',
  'future',
] as const;

const Finding = z.object({
  kind: z.enum(['verdict', 'question', 'hurdle', 'company', 'condition', 'age', 'coverage']),
  id: z.string().nullable(),
  isNew: z
    .boolean()
    .describe('False where the baseline has it, too: it is told and does not fail.'),
  certain: z.boolean().describe('False: open answers leave it undecided.'),
  reason: z.enum(reasons).nullable().describe('Why there is nothing that could be enough.'),
  level: Level.optional(),
  levelHigh: Level.optional(),
  levelBefore: Level.optional(),
  target: z.number().nullable().optional().describe('Of a question, in points.'),
  value: z.number().nullable().optional().describe('A share.'),
  date: z.iso.date({ error: 'date' }).nullable().optional(),
  because: z.array(Cause),
  steps: z.array(Step).describe('What would mend it.'),
});

export const demandKinds = [
  'verdicts',
  'at-target',
  'level',
  'hurdle-level',
  'coverage',
  'age',
  'condition',
  'levels-held',
  'verdicts-held',
  'answers-held',
] as const;

const Demand = z.object({
  demand: z
    .enum(demandKinds)
    .describe('…-held: against the baseline, what must not have become worse.'),
  of: z.string().nullable().describe('A kind or the id of a verdict, hurdle or condition.'),
  wanted: z.union([z.number(), z.string()]).nullable(),
  outcome: z
    .enum(['met', 'unmet', 'unmet-before'])
    .describe('unmet-before: only what the baseline has, too.'),
  findings: z.array(Finding),
  mended: z.array(z.string()).describe('What the baseline has and this no longer.'),
});

export const baselineRemarks = [
  'missing',
  'unreadable',
  'other-major',
  'other-version',
  'judged-anew',
  'old',
  'later',
  'undated',
  'other-name',
  'other-use',
  'other-scope',
] as const;

const Baseline = z.object({
  file: z.string(),
  date: z.iso.date({ error: 'date' }).nullable(),
  version: z.string().nullable().describe('Of the questionnaire, as it was answered.'),
  usable: z.boolean().describe('False: nothing can be compared, everything demanded counts.'),
  remarks: z.array(z.enum(baselineRemarks)).describe('What makes it stale, or another.'),
});

const Checked = z.object({
  file: z.string(),
  outcome: z.enum(['met', 'below']),
  questionnaire: assessed.questionnaire,
  subject: assessed.subject,
  scope: assessed.scope,
  date: assessed.date,
  overall: assessed.overall,
  verdicts: z
    .array(assessed.verdicts.element.pick({ id: true, kind: true, certain: true }))
    .describe('All that stand, whether or not they were demanded not to.'),
  demands: z.array(Demand),
  notApplicable: z.array(
    z.object({ id: z.string(), isNew: z.boolean().describe('Not so in the baseline.') }),
  ),
  noLongerDue: z
    .array(z.string())
    .describe('Questions that the baseline was asked and this is not, in the same scope.'),
  provisional: z
    .array(z.object({ kind: z.enum(['verdict', 'condition']), id: z.string() }))
    .describe('Asked for, but undecided: counted with --strict only.'),
  baseline: Baseline.nullable(),
});

const Unusable = z.object({
  file: z.string(),
  outcome: z.literal('unusable'),
  problems: z
    .array(z.object({ at: Place.nullable(), code: z.string(), message: z.string() }))
    .min(1),
});

/** The single statement of `format: check/1`. Readers ignore keys they do not know. */
export const CheckFormat = z
  .object({
    format: z.literal('check/1'),
    tool: assessed.tool,
    outcome: z
      .enum(['met', 'below', 'unusable'])
      .describe('The worst of the files: exit codes 0, 1 and 2.'),
    files: z.array(z.discriminatedUnion('outcome', [Checked, Unusable])),
  })
  .meta({
    title: 'Check',
    description: 'What was demanded of assessments, what is not met, and by which answers.',
  });

export type Check = z.infer<typeof CheckFormat>;
export type CheckedFile = z.infer<typeof Checked>;
export type UnusableFile = z.infer<typeof Unusable>;
export type Demand = z.infer<typeof Demand>;
export type Finding = z.infer<typeof Finding>;
export type FoundCause = z.infer<typeof Cause>;
export type MendingStep = z.infer<typeof Step>;
export type Baseline = z.infer<typeof Baseline>;
