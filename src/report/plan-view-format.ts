import * as z from 'zod';
import { CauseFormat, DayFormat } from './view-parts-format.ts';

export const DecidedFormat = z
  .strictObject({
    status: z.enum(['open', 'doing', 'done', 'dropped']).describe('How far it is.'),
    who: z.string().nullable().describe('Who does it.'),
    due: DayFormat.nullable().describe('Until when.'),
    overdue: z.boolean().describe('The day has passed, and it is not done.'),
    note: z.string().nullable().describe('What somebody noted beside it.'),
  })
  .meta({ id: 'Decided' });

const fromTo = {
  from: z.string().describe('Before.'),
  to: z.string().describe('After.'),
};

export const GainFormat = z
  .strictObject({
    changesNothing: z.boolean().describe('No result changes by it.'),
    level: z.strictObject(fromTo).nullable().describe('The level of the company.'),
    hurdleLevel: z
      .strictObject({ hurdle: z.string().describe('Which hurdle.'), ...fromTo })
      .nullable()
      .describe('The level of its hurdle.'),
    score: z.strictObject(fromTo).nullable().describe('The score, rounded.'),
    lifts: z.array(z.string()).describe('Texts of the verdicts it lifts.'),
  })
  .meta({ id: 'Gain' });

export const StepFormat = z
  .strictObject({
    id: z.string().describe('The question it improves.'),
    rank: z.number().describe('Its place in the plan, from 1.'),
    kind: z
      .enum(['improve', 'find-out'])
      .describe('To improve something, or first to find out how it stands.'),
    title: z.string().describe('What to improve.'),
    hurdle: z.string().describe('The title of its hurdle.'),
    steps: z.array(z.string()).describe('What to do, in order.'),
    owner: z.string().describe('Who should do it.'),
    effort: z.string().describe('Person-days: "1–2".'),
    effortSoFar: z.string().describe('Person-days of all steps up to this one.'),
    weeks: z.string().describe('How long it takes: "2".'),
    weeksNumber: z.number().describe('The same as a number, for singular and plural.'),
    start: z.string().describe('Weeks from the first day until it can begin.'),
    startNumber: z.number().describe('The same as a number; 0 is at once.'),
    kpi: z.string().nullable().describe('What shows that it works.'),
    worksheet: z.string().nullable().describe('The worksheet for it.'),
    because: z.array(CauseFormat).describe('The answers it comes from.'),
    placed: z
      .strictObject({
        by: z.enum(['verdict', 'prerequisite']).describe('A verdict, or a step that needs it.'),
        text: z.string().describe('Which.'),
      })
      .nullable()
      .describe('Why it stands where it does; null: by its priority.'),
    after: z.array(z.number()).describe('Ranks of the steps that it needs done first.'),
    gain: GainFormat.describe('What changes once this and all steps before it are done.'),
    priority: z.string().describe('The number it is ranked by.'),
    decided: DecidedFormat.nullable().describe('What the company decided.'),
    canBegin: z.boolean().describe('What it needs is there, and nobody works on it yet.'),
  })
  .meta({ id: 'Step' });

export const DoneFormat = z.strictObject({
  id: z.string().describe('The question it improved.'),
  title: z.string().describe('What was to be improved.'),
  rank: z.number().nullable().describe('Its place in the plan, where it stands there.'),
  decided: DecidedFormat.describe('What the company decided.'),
  confirmed: z.boolean().describe('False: its question is to be answered again.'),
  still: CauseFormat.nullable().describe('What the answer says so far.'),
});

export const DroppedFormat = z.strictObject({
  id: z.string().describe('The question it would improve.'),
  title: z.string().describe('What was to be improved.'),
  rank: z.number().nullable().describe('Its place in the plan, where it stands there.'),
  decided: DecidedFormat.describe('What the company decided.'),
  verdicts: z.array(z.string()).describe('Texts of the verdicts that stay without it.'),
  steps: z.array(z.string()).describe('Titles of the steps that cannot begin without it.'),
});

export const PlanViewFormat = z
  .strictObject({
    now: z.array(StepFormat).describe('The first three.'),
    next: z.array(StepFormat).describe('What can begin once these are done.'),
    later: z.array(StepFormat).describe('The rest.'),
    isEmpty: z.boolean().describe('There is no step to do.'),
    effort: z.string().describe('Person-days of all steps.'),
    effortNow: z.string().describe('Person-days of the first three.'),
    done: z.array(DoneFormat).describe('What is done.'),
    dropped: z.array(DroppedFormat).describe('What was dropped.'),
    others: z
      .array(
        z.strictObject({
          id: z.string().describe('The question.'),
          title: z.string().describe('Its short name.'),
          decided: DecidedFormat.describe('What the company decided.'),
          why: z
            .enum(['reached', 'deferred', 'not-due', 'not-applicable', 'open'])
            .describe('Why the plan has no step for it.'),
        }),
      )
      .describe('Decided about questions that the plan has no step for.'),
    hasDecided: z.boolean().describe('Something is done, dropped or decided elsewhere.'),
    isSettled: z.boolean().describe('Every step is done or was dropped.'),
  })
  .meta({ id: 'Plan' });
