import * as z from 'zod';
import { BrandViewFormat } from './brand-view-format.ts';
import { CoversFormat, DifferencesFormat } from './differences-view-format.ts';
import { ChapterFormat } from './explained-view-format.ts';
import { FirstPageFormat } from './first-page-view-format.ts';
import { HurdleViewFormat, OverallViewFormat } from './hurdle-view-format.ts';
import { LanesFormat } from './lanes-view-format.ts';
import { PicturesFormat } from './pictures-view-format.ts';
import { PlanViewFormat } from './plan-view-format.ts';
import {
  CauseFormat,
  ChangeFormat,
  DayFormat,
  LevelFormat,
  OpenFormat,
  VerdictFormat,
} from './view-parts-format.ts';
import { WorksheetFormat } from './worksheet-view-format.ts';

export const CarriedOverFormat = z.strictObject({
  answered: z.string().describe('The version that was answered.'),
  changes: z
    .array(
      z.strictObject({
        change: z.enum(['rename', 'remove', 'split', 'merge']).describe('What became of them.'),
        of: z
          .string()
          .nullable()
          .describe('The question whose options changed; null: questions did.'),
        from: z.array(z.string()).describe('Ids, as they were.'),
        to: z.array(z.string()).describe('Titles or labels, as they are now.'),
        left: z
          .enum(['open', 'aside'])
          .nullable()
          .describe(
            '`open`: nobody can know the answer now; `aside`: the new question was answered already.',
          ),
      }),
    )
    .describe('What was asked otherwise.'),
});

export const DeferredFormat = z.strictObject({
  title: z.string().describe('What to improve.'),
  because: z
    .enum(['verdict', 'blocked', 'not-due'])
    .describe('A verdict stands against it, it needs another step, or it is not its time.'),
  by: z.array(z.string()).describe('Texts of the verdicts, or titles of the steps.'),
});

export const SensitivityViewFormat = z.strictObject({
  headline: z.string().describe('The sentence most worth reading; may be empty.'),
  answers: z.array(ChangeFormat).describe('Changes of answers.'),
  profile: z.array(ChangeFormat).describe('Changes of what is true of the company: no advice.'),
});

/** The single statement of what a report shows, and of what a template may name: all keys are always there. */
export const ViewFormat = z
  .strictObject({
    language: z.string().describe('The code of the language, for `<html lang>`.'),
    tool: z.strictObject({
      name: z.string().describe('The program that made it.'),
      version: z.string().describe('Its version.'),
    }),
    questionnaire: z.strictObject({
      id: z.string().describe('Its id.'),
      version: z.string().describe('Its version.'),
      title: z.string().describe('Its title.'),
      licence: z.string().nullable().describe('What others may do with it.'),
      authors: z.array(z.string()).describe('Who wrote it.'),
    }),
    brand: BrandViewFormat.nullable().describe('Whose look it has; null: that of the program.'),
    subject: z.strictObject({
      name: z.string().nullable().describe('The company.'),
      use: z.string().nullable().describe('The AI use.'),
      useTitle: z.string().nullable().describe('What the questionnaire calls the use.'),
    }),
    date: DayFormat.nullable().describe('The day of the assessment.'),
    scope: z.strictObject({
      quick: z.boolean().describe('Only the quick check.'),
      role: z.string().nullable().describe('Only the questions of this role.'),
    }),
    partial: z.boolean().describe('Quick check or one role: no company level.'),
    covers: CoversFormat.nullable().describe('Of one role only: what its answers cover.'),
    profile: z
      .array(
        z.strictObject({
          title: z.string().describe('Short name of the question.'),
          answer: z.string().describe('The answer.'),
        }),
      )
      .describe('What is true of the company.'),
    page: FirstPageFormat.nullable().describe(
      'The first page, which can stand alone; null where there are no words.',
    ),
    overall: OverallViewFormat.describe('Where the company stands.'),
    verdicts: z
      .array(VerdictFormat)
      .describe('Most urgent first; one of kind `fine` stands alone.'),
    hurdles: z.array(HurdleViewFormat).describe('The hurdles, in order.'),
    lanes: LanesFormat.describe('The picture of the hurdles, in units of its view box.'),
    pictures: PicturesFormat.nullable().describe(
      'What the pictures mean, and those of the plan, in units of their view boxes; null where there are no words.',
    ),
    plan: PlanViewFormat.describe('What to do, in which order.'),
    differences: DifferencesFormat.nullable().describe(
      'Where several roles answered: what they see differently.',
    ),
    contradictions: z
      .array(
        z.strictObject({
          ask: z.string().describe('What to ask back.'),
          because: z.array(CauseFormat).describe('The answers that do not fit together.'),
        }),
      )
      .describe('Answers that do not fit together.'),
    open: z.strictObject({
      questions: z.array(OpenFormat).describe('Unknown or unanswered.'),
      unbacked: z
        .array(OpenFormat)
        .describe('Answered, something hangs on it, and nothing proves it.'),
    }),
    deferred: z.array(DeferredFormat).describe('What should not be done now, and why.'),
    sensitivity: SensitivityViewFormat.describe(
      'What the result hangs on: the smallest single changes that alter it.',
    ),
    notApplicable: z
      .array(
        z.strictObject({
          title: z.string().describe('Short name of the question.'),
          reason: z.string().nullable().describe('Why it does not apply.'),
        }),
      )
      .describe('Questions that do not apply.'),
    inactive: z
      .array(
        z.strictObject({
          title: z.string().describe('Short name of the question.'),
          answer: z.string().describe('The answer.'),
        }),
      )
      .describe('Answers to questions that are not due: kept, counted nowhere.'),
    carriedOver: CarriedOverFormat.nullable().describe(
      'Where another version was answered, and something in it was asked otherwise.',
    ),
    notes: z.strictObject({
      plan: z.array(z.string()).describe('Notes of the questionnaire on the plan.'),
      method: z.array(z.string()).describe('On the method.'),
      help: z.array(z.string()).describe('On where to find help.'),
    }),
    levels: z.array(LevelFormat).describe('The levels there are, from the lowest.'),
    isUnproven: z
      .boolean()
      .describe('Stored, and it does not follow from its answers: edited, or of another program.'),
    explained: ChapterFormat.nullable().describe(
      'How the numbers came about; null where nobody asked for it.',
    ),
    facts: z
      .array(
        z.strictObject({
          text: z.string().describe('What it says.'),
          year: z.string().describe('Of which year.'),
          base: z.string().describe('Who was asked.'),
          source: z.string().describe('Where it is from.'),
        }),
      )
      .describe('Figures with their sources.'),
    hints: z
      .array(
        z.strictObject({
          title: z.string().describe('What it is about.'),
          asOf: DayFormat.describe('The day it was true.'),
          intro: z.string().nullable().describe('What stands before the points.'),
          points: z.array(z.string()).describe('The points.'),
        }),
      )
      .describe('Dated hints, on the law for one; they count nowhere.'),
    sources: z
      .array(
        z.strictObject({
          text: z.string().describe('Title, author, publisher, date.'),
          note: z.string().nullable().describe('What it is the source of.'),
        }),
      )
      .describe('What the questionnaire is based on.'),
    worksheets: z
      .array(WorksheetFormat)
      .describe('The sheets of the appendix; none where nobody asked for it.'),
  })
  .meta({
    id: 'View',
    title: 'View',
    description:
      'What a report shows: worded in one language, rounded, in reading order. Nothing is escaped yet.',
  });
