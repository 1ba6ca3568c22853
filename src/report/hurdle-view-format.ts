import * as z from 'zod';
import { EvidenceKind, enough, LevelFormat } from './view-parts-format.ts';

export const LimitFormat = z.strictObject({
  kind: z.enum(['gate', 'core']).describe('A gate, or the weakest core question.'),
  atMost: z.string().describe('The limit in levels.'),
  why: z.string().describe('The reason of the gate, or the short name of the question.'),
  effective: z.boolean().describe('False: something else limits it more.'),
});

export const QuestionViewFormat = z
  .strictObject({
    id: z.string().describe('Its id in the questionnaire.'),
    title: z.string().describe('Its short name.'),
    text: z.string().describe('The question.'),
    core: z.boolean().describe('A core question: it weighs more, and limits its hurdle.'),
    state: z
      .enum(['answered', 'unknown', 'not-applicable', 'unanswered'])
      .describe('Whether there is an answer.'),
    answer: z.string().nullable().describe('The answer as a sentence.'),
    level: z.string().nullable().describe('The level, where the answer is one.'),
    target: z.string().nullable().describe('Its target, in levels or points.'),
    targetIsEnough: enough,
    atTarget: z.boolean().describe('The answer reaches the target.'),
    counts: z
      .string()
      .nullable()
      .describe('What it counts, where a gate lets it count less than was answered.'),
    countsIn: z.enum(['level', 'points']).describe('What `counts` is.'),
    countsBecause: z.array(z.string()).describe('Why it counts less.'),
    note: z.string().nullable().describe('What somebody noted beside it.'),
    reason: z.string().nullable().describe('Why it does not apply, or nobody knows.'),
    evidence: EvidenceKind.nullable().describe('What backs the answer.'),
    proof: z.string().nullable().describe('What would prove it.'),
  })
  .meta({ id: 'Question' });

export const HurdleViewFormat = z
  .strictObject({
    id: z.string().describe('Its id in the questionnaire.'),
    number: z.number().describe('Its number in the report, from 1.'),
    title: z.string().describe('Its title.'),
    lead: z.string().nullable().describe('What it is about.'),
    level: LevelFormat.nullable().describe('The level that is certain; without one see `reason`.'),
    levelHigh: LevelFormat.nullable().describe('The possible level, where it is another.'),
    reason: z
      .enum(['not-due', 'not-applicable', 'scope', 'not-rateable'])
      .nullable()
      .describe('Why it has no level.'),
    plus: z.boolean().describe('Half a level or more above its level.'),
    value: z.string().nullable().describe('In levels with one decimal, after the limits: "1.8".'),
    valueHigh: z.string().nullable().describe('The possible value, where it is another.'),
    unlimited: z.string().nullable().describe('The value before any limit.'),
    score: z.string().nullable().describe('On 0 to 100, rounded.'),
    scoreHigh: z.string().nullable().describe('The possible score, where it is another.'),
    target: z.string().nullable().describe('The value with every answer at its target.'),
    targetIsEnough: enough,
    atTarget: z.boolean().describe('Every question has reached its target.'),
    bar: z
      .string()
      .nullable()
      .describe('Value and target as a line of characters; null where it has no value.'),
    answered: z.number().describe('How many answers the result rests on.'),
    applicable: z.number().describe('How many questions are due and apply.'),
    due: z.number().describe('How many questions are due.'),
    coverage: z.string().nullable().describe('Answered of those that apply: "93 %".'),
    limits: z.array(LimitFormat).describe('What limits it, the effective ones first.'),
    questions: z.array(QuestionViewFormat).describe('The questions that are due, in order.'),
    notDue: z.array(z.string()).describe('Short names of its questions that are not due yet.'),
  })
  .meta({ id: 'Hurdle' });

export const OverallViewFormat = z
  .strictObject({
    level: LevelFormat.nullable().describe('The level that is certain; without one see `reason`.'),
    levelHigh: LevelFormat.nullable().describe('The possible level, where it is another.'),
    target: LevelFormat.nullable().describe('What is sensible in this situation.'),
    targetIsEnough: enough,
    reason: z
      .enum(['not-due', 'scope', 'not-rateable'])
      .nullable()
      .describe('Why there is no level.'),
    plus: z.boolean().describe('Several hurdles stand higher.'),
    above: z.number().describe('How many hurdles stand higher than the company.'),
    score: z.string().nullable().describe('The score on 0 to 100, rounded.'),
    scoreHigh: z.string().nullable().describe('The possible score, where it is another.'),
    scoreIsOfPart: z
      .boolean()
      .describe('Only part was asked: not to be held against the score of a whole company.'),
    atTarget: z.boolean().describe('Every question has reached its target.'),
    due: z.number().describe('How many questions are due.'),
    answered: z.number().describe('How many of them are answered.'),
    open: z.number().describe('How many are unknown or unanswered.'),
    notApplicable: z.number().describe('How many do not apply.'),
    backed: z.number().describe('How many answers a document or records back.'),
    coverage: z.string().nullable().describe('Answered of those that apply: "93 %".'),
  })
  .meta({ id: 'Overall' });
