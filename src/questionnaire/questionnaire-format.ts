import * as z from 'zod';
import { LanguageCode } from '../shared/localised.ts';
import { CaseFormat } from './case-format.ts';
import { ConditionFormat } from './condition-format.ts';
import { AggregateName, MethodFormat } from './method-format.ts';
import { MigrationFormat } from './migration-format.ts';
import { Id, ProfileQuestionFormat, QuestionFormat, QuestionId } from './question-format.ts';
import { Version } from './version.ts';
import { WordingFormat } from './wording.ts';

const Source = z.strictObject({
  title: z.string(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  note: WordingFormat.optional(),
});

const Scale = z
  .array(
    z.strictObject({
      from: z.number().describe('Lower bound; the next level begins where this one ends.'),
      name: WordingFormat,
      meaning: WordingFormat.optional(),
    }),
  )
  .min(2)
  .meta({ id: 'Scale' });

const Targets = z.strictObject({
  by: Id.optional().describe('The profile question whose option picks the target.'),
  modifiers: z
    .array(
      z.strictObject({
        when: ConditionFormat,
        change: z.number().optional(),
        atLeast: z.number().optional(),
        atMost: z.number().optional(),
        for: z.array(QuestionId).min(1),
      }),
    )
    .default([]),
  bounds: z
    .strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
    .prefault({}),
  namedFrom: z.number().optional().describe('A target below this reads "good enough for now".'),
});

const grouped = {
  id: Id,
  title: WordingFormat,
  weight: z.number().positive().optional(),
  aggregate: AggregateName.optional(),
};

/** A part of a hurdle; groups nest to any depth. */
export type Group = {
  readonly id: string;
  readonly title: z.infer<typeof WordingFormat>;
  readonly weight?: number | undefined;
  readonly aggregate?: z.infer<typeof AggregateName> | undefined;
  readonly questions: readonly z.infer<typeof QuestionFormat>[];
  readonly groups: readonly Group[];
};

const GroupFormat: z.ZodType<Group, unknown> = z
  .strictObject({
    ...grouped,
    questions: z.array(QuestionFormat).default([]),
    get groups() {
      return z.array(GroupFormat).default([]);
    },
  })
  .meta({ id: 'Group' }) as unknown as z.ZodType<Group, unknown>;

const Hurdle = z.strictObject({
  ...grouped,
  lead: WordingFormat.optional().describe('What this hurdle is about, in a sentence or two.'),
  scale: Id,
  questions: z.array(QuestionFormat).default([]),
  groups: z.array(GroupFormat).default([]),
});

const Limit = z.union([
  z.strictObject({ hurdle: Id, atMost: z.number() }),
  z.strictObject({
    question: QuestionId,
    atMost: z.union([z.number(), z.strictObject({ answerOf: QuestionId })]),
  }),
]);

const Gate = z
  .strictObject({
    id: Id,
    when: ConditionFormat,
    limits: z.array(Limit).min(1),
    why: WordingFormat,
  })
  .describe('Keeps an average from hiding a hole.');

const Verdict = z.strictObject({
  id: Id,
  kind: z.enum(['stop', 'simpler', 'clarify', 'fine']),
  when: ConditionFormat,
  liftedWhen: ConditionFormat.optional(),
  first: z.array(QuestionId).default([]).describe('Questions whose recommendations lift it.'),
  defers: z.array(QuestionId).default([]).describe('Questions whose recommendations wait for it.'),
  text: WordingFormat,
  lifted: WordingFormat.optional().describe('What lifts it, in words.'),
  review: z
    .string()
    .regex(/^\d{1,3}[dw]$/, { error: 'duration' })
    .optional()
    .describe('When to ask again: 26w, 10d.'),
});

const Contradiction = z.strictObject({ id: Id, when: ConditionFormat, ask: WordingFormat });

const Worksheet = z.strictObject({
  id: Id,
  title: WordingFormat,
  layout: z.enum(['form', 'table']).default('form'),
  fields: z.array(WordingFormat).min(1),
});

const Fact = z.strictObject({
  id: Id,
  text: WordingFormat,
  year: z.int(),
  base: WordingFormat.describe('Who was asked, how many, how.'),
  source: z.string(),
  hurdles: z.array(Id).default([]),
});

const Hint = z.strictObject({
  id: Id,
  title: WordingFormat,
  asOf: z.iso.date({ error: 'date' }),
  intro: WordingFormat.optional(),
  points: z.array(WordingFormat).min(1),
});

const Note = z.strictObject({
  at: z
    .enum(['start', 'plan', 'method', 'help'])
    .describe('Where the report or the interview says it.'),
  text: WordingFormat,
});

/** The single statement of `format: questionnaire/1`. */
export const QuestionnaireFormat = z
  .strictObject({
    format: z.literal('questionnaire/1'),
    id: Id,
    version: Version,
    languages: z.array(LanguageCode).min(1).describe('The first is the source.'),
    title: WordingFormat,
    intro: WordingFormat.optional(),
    licence: z.string().optional(),
    authors: z.array(z.string()).default([]),
    sources: z.array(Source).default([]),
    method: MethodFormat,
    scales: z.record(Id, Scale),
    roles: z
      .array(z.strictObject({ id: Id, title: WordingFormat }))
      .default([])
      .describe('Who answers and who does.'),
    notes: z.array(Note).default([]),
    profile: z.array(ProfileQuestionFormat).default([]),
    targets: Targets.prefault({}),
    hurdles: z.array(Hurdle).min(1),
    gates: z.array(Gate).default([]),
    verdicts: z.array(Verdict).default([]),
    contradictions: z.array(Contradiction).default([]),
    worksheets: z.array(Worksheet).default([]),
    facts: z.array(Fact).default([]),
    hints: z.array(Hint).default([]),
    cases: z.array(CaseFormat).default([]),
    migrations: z
      .array(MigrationFormat)
      .default([])
      .describe('Oldest first: what answers to an older edition need to be answers to this one.'),
  })
  .meta({
    title: 'Questionnaire',
    description: 'What is asked, what an answer is worth, what is advised when.',
  });

export type QuestionnaireData = z.infer<typeof QuestionnaireFormat>;
export type Hurdle = z.infer<typeof Hurdle>;
export type Gate = z.infer<typeof Gate>;
export type Limit = z.infer<typeof Limit>;
export type Verdict = z.infer<typeof Verdict>;
