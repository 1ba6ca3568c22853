import * as z from 'zod';
import type { LocalisedText } from '../shared/localised.ts';
import { ConditionFormat } from './condition-format.ts';
import { WordingFormat } from './wording.ts';

export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' })
  .describe('kebab-case');
export const QuestionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/, { error: 'question-id' })
  .describe('two or more ids joined by dots');

const Effort = z
  .strictObject({ min: z.number().min(0), max: z.number().positive() })
  .refine(({ min, max }) => min <= max, { error: 'effort' })
  .describe('Working time of the company, in person-days.');

export const RecommendationFormat = z
  .strictObject({
    title: WordingFormat,
    steps: z.array(WordingFormat).min(1),
    owner: Id.describe('A role.'),
    effort: Effort,
    weeks: z.number().positive().describe('Until it shows.'),
    impact: z.number().min(1).max(5),
    requires: z
      .array(QuestionId)
      .default([])
      .describe('Questions that must have come far enough before.'),
    helps: z
      .array(QuestionId)
      .default([])
      .describe('Questions that are good to have settled before.'),
    kpi: WordingFormat.optional(),
    worksheet: Id.optional(),
  })
  .meta({ id: 'Recommendation' });

const Target = z.union([
  z.number(),
  z
    .record(Id, z.number().nullable())
    .describe('By an option of the profile question in `targets.by`; null = not due.'),
]);

const Unit = z
  .enum(['use', 'company'])
  .default('use')
  .describe('What the answer is about; one about the company holds for each of its uses.');

const asked = {
  id: QuestionId,
  title: WordingFormat.describe('A short name.'),
  text: WordingFormat.describe('The question itself.'),
  source: WordingFormat.optional(),
  help: WordingFormat.optional().describe('Why this is asked.'),
  examples: z
    .array(z.strictObject({ when: ConditionFormat.optional(), text: WordingFormat }))
    .optional(),
  evidence: WordingFormat.optional().describe('What would prove the answer.'),
  note: WordingFormat.optional(),
  roles: z.array(Id).min(1).optional().describe('Who can answer; everyone if left out.'),
  unit: Unit,
  quick: z
    .union([z.literal(true), ConditionFormat])
    .optional()
    .describe('Part of the quick check.'),
  when: ConditionFormat.optional().describe(
    'Asked unless this is false; profile and earlier questions only.',
  ),
};

const judged = {
  core: z.boolean().default(false),
  weight: z.number().positive().optional().describe('Instead of the weight the method gives it.'),
  target: Target.optional(),
  notApplicable: z.boolean().optional().describe('Default: true; false for core questions.'),
  recommendation: RecommendationFormat.optional(),
};

/** A level of a question: its sentence in every language. */
export type LevelOption = { readonly text: LocalisedText; readonly includesPrevious: boolean };

export const LevelOptionFormat: z.ZodType<LevelOption, unknown> = z
  .object({
    includesPrevious: z
      .literal(true)
      .optional()
      .describe('The sentence builds on the level below and is quoted together with it.'),
  })
  .catchall(z.string().min(1))
  .transform(({ includesPrevious, ...text }) => ({
    text: text as LocalisedText,
    includesPrevious: includesPrevious ?? false,
  }));

const ScoredOption = z.strictObject({ id: Id, label: WordingFormat, points: z.number() });

export const QuestionFormat = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('level').default('level'),
      ...asked,
      ...judged,
      options: z
        .array(LevelOptionFormat)
        .min(2)
        .describe('Levels 0..n in order, each an observable fact.'),
    }),
    z.strictObject({
      kind: z.literal('choice'),
      ...asked,
      ...judged,
      ordered: z.boolean().default(false),
      options: z.array(ScoredOption).min(2),
    }),
    z.strictObject({
      kind: z.literal('several'),
      ...asked,
      ...judged,
      combine: z.enum(['sum', 'max', 'share']).default('sum'),
      cap: z.number().optional().describe('With `sum`: no more than this.'),
      options: z.array(ScoredOption.extend({ exclusive: z.boolean().default(false) })).min(2),
    }),
    z.strictObject({
      kind: z.literal('number'),
      ...asked,
      ...judged,
      bands: z
        .array(z.strictObject({ from: z.number(), points: z.number() }))
        .min(2)
        .describe('Points by lower bound; what is below them all gets the points of the first.'),
      displayed: z
        .int()
        .min(0)
        .max(12)
        .optional()
        .describe(
          'Bands go by the number rounded to so many decimals; without it by the exact one.',
        ),
    }),
    z.strictObject({ kind: z.literal('text'), ...asked }),
  ])
  .meta({ id: 'Question' });

const ProfileOption = z.strictObject({ id: Id, label: WordingFormat });
const profiled = {
  id: Id,
  title: WordingFormat.optional(),
  text: WordingFormat,
  help: WordingFormat.optional(),
  unit: Unit,
  required: z.boolean().default(false).describe('No "don\'t know".'),
  optional: z.boolean().default(false).describe('May be left empty.'),
  names: z.literal('use').optional().describe('The answer names the AI use.'),
};

export const ProfileQuestionFormat = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('choice'),
      ...profiled,
      ordered: z.boolean().default(false),
      options: z.array(ProfileOption.extend({ meaning: WordingFormat.optional() })).min(2),
    }),
    z.strictObject({
      kind: z.literal('several'),
      ...profiled,
      options: z.array(ProfileOption.extend({ exclusive: z.boolean().default(false) })).min(2),
    }),
    z.strictObject({ kind: z.literal('number'), ...profiled }),
    z.strictObject({ kind: z.literal('text'), ...profiled }),
  ])
  .meta({ id: 'ProfileQuestion' });

export type Question = z.infer<typeof QuestionFormat>;
export type ScoredQuestion = Exclude<Question, { kind: 'text' }>;
export type ProfileQuestion = z.infer<typeof ProfileQuestionFormat>;
export type RecommendationText = z.infer<typeof RecommendationFormat>;
