import * as z from 'zod';
import type { LocalisedText } from '../shared/localised.ts';
import { ConditionFormat } from './condition-format.ts';
import { WordingFormat } from './wording.ts';

export const Id = z
  .string()
  // `constructor` is a name that every map has already.
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' })
  .describe('kebab-case');
export const QuestionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/, { error: 'question-id' })
  .describe('two or more ids joined by dots');

const Effort = z

  .strictObject({
    min: z.number().min(0).describe('At least.'),
    max: z.number().positive().describe('At most.'),
  })
  .refine(({ min, max }) => min <= max, { error: 'effort' })
  .describe('Working time of the company, in person-days.');

const RecommendationFormat = z
  .strictObject({
    title: WordingFormat.describe('What to do, in a few words.'),
    steps: z.array(WordingFormat).min(1).describe('How, one step after the other.'),
    owner: Id.describe('Who does it: a role.'),
    effort: Effort,
    weeks: z.number().positive().describe('Weeks until it shows.'),
    impact: z.number().min(1).max(5).describe('How much it helps, from 1 to 5.'),
    requires: z
      .array(QuestionId)
      .default([])
      .describe('Questions that must have come far enough before.'),
    helps: z
      .array(QuestionId)
      .default([])
      .describe('Questions that are good to have settled before.'),
    kpi: WordingFormat.optional().describe('What shows that it works.'),
    worksheet: Id.optional().describe('The worksheet that helps with it.'),
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
  id: QuestionId.describe('What answers and rules name it by; never changed without a migration.'),
  title: WordingFormat.describe('A short name.'),
  text: WordingFormat.describe('The question itself.'),
  source: WordingFormat.optional().describe('A quotation it goes back to.'),
  help: WordingFormat.optional().describe('Why this is asked.'),
  examples: z
    .array(
      z.strictObject({
        when: ConditionFormat.optional().describe('Shown only while this holds; profile only.'),
        text: WordingFormat.describe('The example.'),
      }),
    )
    .optional()
    .describe('Examples that explain the question.'),
  evidence: WordingFormat.optional().describe('What would prove the answer.'),
  note: WordingFormat.optional().describe('A remark for whoever reads the questionnaire.'),
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
  core: z.boolean().default(false).describe('A core question: counts more, and limits its hurdle.'),
  weight: z.number().positive().optional().describe('Instead of the weight the method gives it.'),
  target: Target.optional().describe(
    'How far one should get: a number, or one for each option of `targets.by` (null = not due). Without it every answer is good enough.',
  ),
  notApplicable: z
    .boolean()
    .optional()
    .describe(
      'Whether “does not apply” is an answer; never for core questions and what a gate or a stop verdict asks about.',
    ),
  recommendation: RecommendationFormat.optional().describe('What to do while it is below target.'),
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

const OptionId = Id.describe('What answers and conditions name it by.');
const Label = WordingFormat.describe('The answer as it is shown.');
const Ordered = z.boolean().describe('From little to much; only then `atLeast` and the like work.');
const Exclusive = z.boolean().describe('Can only be chosen alone.');

const amount = {
  min: z.number().optional().describe('No number below this is an answer.'),
  max: z.number().optional().describe('No number above this is an answer.'),
  unitLabel: WordingFormat.optional().describe(
    'What is counted, in a form that fits after any number: %, €, hrs.',
  ),
};

const ScoredOption = z.strictObject({
  id: OptionId,
  label: Label,
  points: z.number().describe('What it is worth.'),
});

export const QuestionFormat = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('level').default('level').describe('What kind of answer it wants.'),
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
      ordered: Ordered.default(false),
      options: z.array(ScoredOption).min(2).describe('The answers, one of which is chosen.'),
    }),
    z.strictObject({
      kind: z.literal('several'),
      ...asked,
      ...judged,
      combine: z
        .enum(['sum', 'max', 'share'])
        .default('sum')
        .describe('How the points of the chosen ones become one number.'),
      cap: z.number().optional().describe('With `sum`: no more than this.'),
      options: z
        .array(ScoredOption.extend({ exclusive: Exclusive.default(false) }))
        .min(2)
        .describe('The answers, any of which are chosen.'),
    }),
    z.strictObject({
      kind: z.literal('number'),
      ...asked,
      ...judged,
      ...amount,
      bands: z

        .array(
          z.strictObject({
            from: z.number().describe('Lower bound of the band.'),
            points: z.number().describe('What a number in it is worth.'),
          }),
        )
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

const ProfileOption = z.strictObject({ id: OptionId, label: Label });
const profiled = {
  id: Id.describe('What answers, rules and placeholders name it by.'),
  title: WordingFormat.optional().describe('A short name.'),
  text: WordingFormat.describe('The question itself.'),
  help: WordingFormat.optional().describe('Why this is asked.'),
  unit: Unit,
  required: z.boolean().default(false).describe('No "don\'t know".'),
  optional: z.boolean().default(false).describe('May be left empty.'),
  names: z
    .literal('use')
    .optional()
    .describe('The answer names what this is about; it heads the report.'),
};

export const ProfileQuestionFormat = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('choice').describe('What kind of answer it wants.'),
      ...profiled,
      ordered: Ordered.default(false),
      options: z
        .array(
          ProfileOption.extend({
            meaning: WordingFormat.optional().describe('What is meant by it.'),
          }),
        )
        .min(2)
        .describe('The answers, one of which is chosen.'),
    }),
    z.strictObject({
      kind: z.literal('several'),
      ...profiled,
      options: z
        .array(ProfileOption.extend({ exclusive: Exclusive.default(false) }))
        .min(2)
        .describe('The answers, any of which are chosen.'),
    }),
    z.strictObject({ kind: z.literal('number'), ...profiled, ...amount }),
    z.strictObject({
      kind: z.literal('text'),
      ...profiled,
      askBack: z
        .array(
          z.strictObject({
            when: ConditionFormat.describe('Said while this holds; profile only.'),
            text: WordingFormat.describe('What is said.'),
          }),
        )
        .optional()
        .describe(
          'Said once, kindly, after such an answer, which may then be changed or left; the first that holds.',
        ),
    }),
  ])
  .meta({ id: 'ProfileQuestion' });

export type Question = z.infer<typeof QuestionFormat>;
export type ScoredQuestion = Exclude<Question, { kind: 'text' }>;
export type ProfileQuestion = z.infer<typeof ProfileQuestionFormat>;
/** A question that is answered with a number. */
export type NumberQuestion = Extract<Question | ProfileQuestion, { kind: 'number' }>;
export type RecommendationText = z.infer<typeof RecommendationFormat>;
