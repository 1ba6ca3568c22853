import * as z from 'zod';
import { StepFormat } from './plan-view-format.ts';

/** On how many answers the result rests, and how much of it on "don't know" and "not applicable". */
export const RestsFormat = z
  .strictObject({
    parts: z
      .array(
        z.strictObject({
          part: z
            .enum(['answered', 'unknown', 'unanswered', 'not-applicable'])
            .describe('Whether there is an answer.'),
          n: z.number().describe('How many questions; never 0.'),
          text: z.string().describe('The same in words.'),
        }),
      )
      .describe('How the questions that are due were answered, as the parts of a bar.'),
    means: z.array(z.string()).describe('What that means: sentences.'),
    excused: z
      .array(
        z.strictObject({
          title: z.string().describe('Short name of the question.'),
          reason: z.string().nullable().describe('Why it does not apply.'),
        }),
      )
      .describe('Questions that do not apply.'),
  })
  .meta({ id: 'Rests' });

/** What the first page says, so that it can stand alone: the verdict, where the company stands, the first steps, and on what it rests. */
export const FirstPageFormat = z
  .strictObject({
    isDense: z.boolean().describe('So many hurdles that they must stand close to fit on one page.'),
    headline: z
      .strictObject({
        kind: z
          .enum(['stop', 'simpler', 'clarify', 'fine'])
          .nullable()
          .describe('Of the most urgent verdict; null where there is none.'),
        certain: z.boolean().describe('False: provisional, the open questions decide.'),
        text: z.string().describe('What the verdict says; without one, what holds instead.'),
        more: z.string().nullable().describe('A sentence: how many more verdicts there are.'),
        again: z
          .string()
          .nullable()
          .describe('When to look again, where the verdict is of kind `fine`.'),
      })
      .describe('What stands first.'),
    standing: z
      .strictObject({
        level: z.string().describe('"Level 1+ of 4", or why there is none.'),
        name: z.string().nullable().describe('The name of the level.'),
        target: z
          .string()
          .nullable()
          .describe('"Target in your situation: level 2 “Ordered”", or that it is enough for now.'),
        possible: z.string().nullable().describe('The possible level, where it is another.'),
      })
      .describe('Where the company stands.'),
    steps: z.array(StepFormat).describe('The first steps: at most three.'),
    noSteps: z.string().nullable().describe('A sentence instead of steps, where there are none.'),
    moreSteps: z.string().nullable().describe('A sentence: how many more first steps there are.'),
    rests: RestsFormat.describe('On what the result rests.'),
  })
  .meta({ id: 'FirstPage' });
