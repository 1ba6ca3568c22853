import * as z from 'zod';

/** What several parts of a view are made of. */

export const DayFormat = z
  .strictObject({
    iso: z.string().describe('As ISO 8601: `2026-11-20`.'),
    text: z.string().describe('In words: "20 November 2026".'),
  })
  .meta({ id: 'Day' });

export const LevelFormat = z
  .strictObject({
    number: z.string().describe('Its number.'),
    name: z.string().describe('Its name.'),
    meaning: z.string().nullable().describe('What it means to stand there.'),
  })
  .meta({ id: 'Level' });

export const CauseFormat = z
  .strictObject({
    title: z.string().describe('Short name of the question; of a result, what it is of.'),
    answer: z
      .string()
      .nullable()
      .describe('The answer as a sentence; for one that builds on the level below, both.'),
    level: z.string().nullable().describe('The level, where the answer is one.'),
    state: z
      .enum(['answered', 'unknown', 'unanswered', 'result'])
      .describe('Whether anybody could answer; or that it is a result and no answer.'),
    result: z
      .enum(['level', 'score', 'belowTarget', 'unknown', 'spread'])
      .nullable()
      .describe('With `result`: which; of a hurdle, whose title `title` is.'),
  })
  .meta({ id: 'Cause' });

export const ChangeFormat = z
  .strictObject({
    text: z.string().describe('A sentence.'),
    alike: z
      .string()
      .nullable()
      .describe('A sentence about where else as small a change would do the same.'),
  })
  .meta({ id: 'Change' });

export const OpenFormat = z
  .strictObject({
    title: z.string().describe('Short name of the question.'),
    text: z.string().describe('The question.'),
    why: z
      .enum(['unknown', 'unanswered', 'unbacked'])
      .describe('Nobody knows, nobody said, or nothing proves it.'),
    roles: z.string().describe('Who can answer, with commas.'),
    proof: z.string().nullable().describe('What would prove it.'),
    holdsLevel: z.boolean().describe('The level of the company hangs on it.'),
    holdsVerdicts: z.array(z.string()).describe('Texts of the verdicts that hang on it.'),
  })
  .meta({ id: 'Open' });

export const EvidenceKind = z.enum(['estimate', 'example', 'document', 'records']);

export const enough = z
  .boolean()
  .describe('The target is too low to be called one: "good enough for now".');

export const VerdictFormat = z
  .strictObject({
    id: z.string().describe('Its id in the questionnaire.'),
    kind: z
      .enum(['stop', 'simpler', 'clarify', 'fine'])
      .describe('What is urged; the colour and the sign hang on it.'),
    certain: z.boolean().describe('False: provisional, the open questions decide.'),
    text: z.string().describe('What it says.'),
    because: z.array(CauseFormat).describe('The answers that caused it.'),
    lifted: z.string().nullable().describe('A clause that follows "Lifted when".'),
    first: z
      .array(
        z.strictObject({
          title: z.string().describe('What to improve or first to find out, as the plan names it.'),
          rank: z.number().nullable().describe('Its place in the plan, from 1.'),
          settled: z
            .enum(['done', 'dropped'])
            .nullable()
            .describe('What the company decided, where the plan therefore leaves it out.'),
          step: z.string().nullable().describe('What to do first.'),
        }),
      )
      .describe('The steps that lift it.'),
    review: z
      .strictObject({
        day: DayFormat.nullable().describe('The day, where the assessment has a date.'),
        weeks: z.string().describe('In how many weeks.'),
      })
      .nullable()
      .describe('When to ask again.'),
  })
  .meta({ id: 'Verdict' });
