import * as z from 'zod';
import { LanguageCode } from '../shared/language-code.ts';
import { CaseFormat } from './case-format.ts';
import { ConditionFormat } from './condition-format.ts';
import { AggregateName, MethodFormat } from './method-format.ts';
import { MigrationFormat } from './migration-format.ts';
import { Id, ProfileQuestionFormat, QuestionFormat, QuestionId } from './question-format.ts';
import { Version } from './version.ts';
import { WordingFormat } from './wording.ts';
import { WorksheetFormat } from './worksheet-format.ts';

const Source = z.strictObject({
  title: z.string().describe('What it is called.'),
  author: z.string().optional().describe('Who wrote it.'),
  publisher: z.string().optional().describe('Who published it, and where.'),
  date: z.string().optional().describe('When: a year, a month or a day.'),
  note: WordingFormat.optional().describe('What it is the source of.'),
});

const Scale = z
  .array(
    z.strictObject({
      from: z.number().describe('Lower bound; the next level begins where this one ends.'),
      name: WordingFormat.describe('What the level is called.'),
      meaning: WordingFormat.optional().describe('What it means to stand there.'),
    }),
  )
  .min(2)
  .meta({ id: 'Scale' });

const Targets = z.strictObject({
  by: Id.optional().describe('The profile question whose option picks the target.'),
  modifiers: z
    .array(
      z.strictObject({
        when: ConditionFormat.describe('When it applies; profile and earlier questions only.'),
        change: z.number().optional().describe('Added to the target; below zero it lowers it.'),
        atLeast: z.number().optional().describe('The target is at least this.'),
        atMost: z.number().optional().describe('The target is at most this.'),
        for: z.array(QuestionId).min(1).describe('The questions whose targets it moves.'),
      }),
    )
    .default([])
    .describe('What moves a target: changes are added, then at least, then at most.'),
  bounds: z
    .strictObject({
      atLeast: z.number().optional().describe('No target is below this.'),
      atMost: z.number().optional().describe('No target is above this.'),
    })
    .prefault({}),
  namedFrom: z.number().optional().describe('A target below this reads "good enough for now".'),
});

const grouped = {
  id: Id.describe('Hurdles and groups share their ids: each only once.'),
  title: WordingFormat.describe('What it is called in the report.'),
  weight: z.number().positive().optional().describe('Among its neighbours; 1 if left out.'),
  aggregate: AggregateName.optional().describe(
    'How its parts are put together; as the method says if left out.',
  ),
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
    questions: z.array(QuestionFormat).default([]).describe('Its questions, in order.'),
    get groups() {
      return z
        .array(GroupFormat)
        .default([])
        .describe('Groups within it; asked after its questions.');
    },
  })
  .meta({ id: 'Group' }) as unknown as z.ZodType<Group, unknown>;

const Hurdle = z.strictObject({
  ...grouped,
  lead: WordingFormat.optional().describe('What this hurdle is about, in a sentence or two.'),
  scale: Id.describe('The scale its level is on.'),
  questions: z.array(QuestionFormat).default([]).describe('Its questions, in order.'),
  groups: z.array(GroupFormat).default([]).describe('Groups within it; asked after its questions.'),
});

const Limit = z.union([
  z.strictObject({
    hurdle: Id.describe('The hurdle whose value is limited; either this or `question`.'),
    atMost: z.number().describe('The most it can be worth.'),
  }),
  z.strictObject({
    question: QuestionId.describe('The question whose answer counts at most so much.'),
    atMost: z
      .union([
        z.number(),
        z.strictObject({
          answerOf: QuestionId.describe('At most what the answer to this question is worth.'),
        }),
      ])
      .describe('The most it can be worth.'),
  }),
]);

const Gate = z
  .strictObject({
    id: Id.describe('Its name, for cases and the report.'),
    when: ConditionFormat.describe('While this holds it limits; profile and questions only.'),
    limits: z.array(Limit).min(1).describe('What it limits, each a hurdle or a question.'),
    why: WordingFormat.describe('Why, as the report says it.'),
  })
  .describe('Keeps an average from hiding a hole.');

const Verdict = z.strictObject({
  id: Id.describe('Its name, for cases and the report.'),
  kind: z
    .enum(['stop', 'simpler', 'clarify', 'fine'])
    .describe('Not yet; easier otherwise; find out first; enough done.'),
  when: ConditionFormat.describe('It stands while this holds.'),
  liftedWhen: ConditionFormat.optional().describe(
    'What lifts it; if left out, that `when` no longer holds.',
  ),
  first: z.array(QuestionId).default([]).describe('Questions whose recommendations lift it.'),
  defers: z.array(QuestionId).default([]).describe('Questions whose recommendations wait for it.'),
  text: WordingFormat.describe('The verdict, in a sentence.'),
  lifted: WordingFormat.optional().describe('What lifts it, in words.'),
  review: z
    .string()
    .regex(/^\d{1,3}[dw]$/, { error: 'duration' })
    .optional()
    .describe('When to ask again: 26w, 10d.'),
});

const Contradiction = z.strictObject({
  id: Id.describe('Its name, for cases and the report.'),
  when: ConditionFormat.describe('The answers that do not fit together.'),
  ask: WordingFormat.describe('What the report asks back.'),
});

const Fact = z.strictObject({
  id: Id.describe('Its name.'),
  text: WordingFormat.describe('The figure, in a sentence.'),
  year: z.int().describe('The year it is about.'),
  base: WordingFormat.describe('Who was asked, how many, how.'),
  source: z.string().describe('Where it is from.'),
  hurdles: z.array(Id).default([]).describe('The hurdles it belongs to.'),
});

const Hint = z.strictObject({
  id: Id.describe('Its name.'),
  title: WordingFormat.describe('Its heading.'),
  asOf: z.iso.date({ error: 'date' }).describe('The day on which it was true.'),
  intro: WordingFormat.optional().describe('What stands above the points.'),
  points: z.array(WordingFormat).min(1).describe('What to know, point by point.'),
});

const Note = z.strictObject({
  at: z
    .enum(['start', 'plan', 'method', 'help'])
    .describe('Where the report or the interview says it.'),
  text: WordingFormat.describe('What it says.'),
});

/** The single statement of `format: questionnaire/1`. */
export const QuestionnaireFormat = z
  .strictObject({
    format: z.literal('questionnaire/1').describe('What this file is.'),
    id: Id.describe('What answers and commands name it by.'),
    version: Version.describe(
      'Wording raises the last number, additions the middle, meaning the first.',
    ),
    languages: z.array(LanguageCode).min(1).describe('The first is the source.'),
    title: WordingFormat.describe('What it is called.'),
    intro: WordingFormat.optional().describe('What it is for and how long it takes.'),
    licence: z.string().optional().describe('What others may do with its content.'),
    authors: z.array(z.string()).default([]).describe('Who wrote it.'),
    sources: z.array(Source).default([]).describe('What it rests on.'),
    method: MethodFormat.describe('Every constant of the arithmetic.'),
    scales: z.record(Id, Scale).describe('The levels that hurdles stand on, by name.'),
    roles: z
      .array(
        z.strictObject({
          id: Id.describe('What questions and recommendations name it by.'),
          title: WordingFormat.describe('What it is called.'),
        }),
      )
      .default([])
      .describe('Who answers and who does.'),
    notes: z.array(Note).default([]).describe('What has to be said at a certain place.'),
    profile: z.array(ProfileQuestionFormat).default([]).describe('Asked first, never scored.'),
    targets: Targets.prefault({}).describe('What picks and moves the targets.'),
    hurdles: z.array(Hurdle).min(1).describe('What is asked and judged.'),
    gates: z.array(Gate).default([]).describe('What keeps an average from hiding a hole.'),
    verdicts: z
      .array(Verdict)
      .default([])
      .describe('What stands above any number; the most urgent first.'),
    contradictions: z
      .array(Contradiction)
      .default([])
      .describe('Answers that do not fit together.'),
    worksheets: z
      .array(WorksheetFormat)
      .default([])
      .describe('Sheets that help with a recommendation.'),
    facts: z.array(Fact).default([]).describe('Figures, with what they are based on.'),
    hints: z.array(Hint).default([]).describe('Dated hints that are not scored, e.g. on the law.'),
    cases: z.array(CaseFormat).default([]).describe('Tests of the rules.'),
    migrations: z
      .array(MigrationFormat)
      .max(50)
      .default([])
      .describe('Oldest first: what answers to an older version need to be answers to this one.'),
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
