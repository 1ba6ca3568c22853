import * as z from 'zod';
import { LanguageCode } from '../shared/language-code.ts';
import { evidenceKinds } from './evidence.ts';
import { Id, QuestionId } from './question-format.ts';
import { stepStatuses } from './step-status.ts';
import { Version } from './version.ts';

const Timestamp = z.iso.datetime({ offset: true, error: 'timestamp' });
/** A point in time, or just the day, for whoever writes it by hand. */
const Moment = z.union([
  z.iso.datetime({ offset: true, error: 'moment' }),
  z.iso.date({ error: 'moment' }),
]);
const AnswerValue = z.union([z.number(), z.string(), z.array(z.string())]);

const Source = z.strictObject({
  role: Id,
  name: z.string().optional().describe('Only where names were asked for.'),
  answer: AnswerValue.optional(),
  state: z.enum(['unknown', 'not-applicable']).optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  evidence: z.enum(evidenceKinds).optional(),
});

/** An answer with what belongs to it; either `answer` or `state`. */
export const LongAnswer = z.strictObject({
  answer: AnswerValue.optional(),
  state: z.enum(['unknown', 'not-applicable']).optional(),
  reason: z.string().optional().describe('Why it is not applicable.'),
  note: z.string().optional(),
  evidence: z.enum(evidenceKinds).optional(),
  at: Timestamp.optional(),
  sources: z.array(Source).optional().describe('In a merged file: what each role said.'),
});

/** The bare answer, a state, or the long form. */
export const AnswerEntry = z.union([z.number(), z.string(), z.array(z.string()), LongAnswer]);

export const StepEntry = z.strictObject({
  status: z.enum(stepStatuses),
  who: z.string().optional(),
  due: z.iso.date({ error: 'date' }).optional(),
  note: z.string().optional(),
});

type Subject = { readonly name?: string | undefined; readonly use?: string | undefined };

// A section may be left out, or left empty: `answers:` with nothing below. So may each of its entries: a line that
// is yet to be filled in says nothing.
function section<Value>(entries: z.ZodType<Record<string, Value | null>>) {
  return entries.nullish().transform((given) => withoutEmpty(given ?? {}));
}

function withoutEmpty<Value>(entries: Readonly<Record<string, Value | null>>) {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== null),
  );
}

/** The single statement of `format: answers/1`. */
export const AnswersFormat = z
  .strictObject({
    format: z.literal('answers/1'),
    questionnaire: z.strictObject({
      id: Id,
      version: Version.optional(),
      digest: z.string().optional().describe('Of the questionnaire that was answered.'),
    }),
    subject: z
      .strictObject({ name: z.string().nullish(), use: z.string().nullish() })
      .nullable()
      .transform((given): Subject => withoutEmpty({ ...given }))
      .optional()
      .describe('The company and the one AI use this file is about.'),
    scope: z
      .strictObject({ quick: z.boolean().optional(), role: Id.optional() })
      .optional()
      .describe('What lies outside is not due.'),
    respondent: z.strictObject({ role: Id.optional(), name: z.string().optional() }).optional(),
    language: LanguageCode.optional(),
    started: Moment.optional(),
    updated: Moment.optional().describe(
      'A point in time or a day; its day is the date of the assessment.',
    ),
    profile: section(z.record(Id, AnswerEntry.nullable())),
    answers: section(z.record(QuestionId, AnswerEntry.nullable())),
    steps: section(z.record(QuestionId, StepEntry.nullable())).describe(
      'What the company decided; never scored.',
    ),
  })
  .meta({ title: 'Answers', description: 'What one company said about one AI use.' });

export type AnswersData = z.infer<typeof AnswersFormat>;
