import * as z from 'zod';
import { DecidedFormat } from './plan-view-format.ts';

/** Something known about the company, and where from. */
export const SaidFormat = z
  .strictObject({
    kind: z
      .enum(['said', 'planned', 'unknown', 'not-applicable'])
      .describe(
        '`said`: in its words or as it chose, to be quoted; `planned`: as the plan says it; else there is no answer.',
      ),
    text: z.string().describe('Its wording; may be empty where there is no answer.'),
    about: z
      .string()
      .nullable()
      .describe('The question, or the steps, it is about; null where that goes without saying.'),
    level: z.string().nullable().describe('The level, where the answer is one.'),
    who: z.string().nullable().describe('Who said it, where several did.'),
  })
  .meta({ id: 'Said' });

export const SheetStepFormat = z.strictObject({
  id: z.string().describe('The question it improves.'),
  rank: z.number().nullable().describe('Its place in the plan, where it stands there.'),
  title: z.string().describe('What to improve.'),
  owner: z.string().describe('Who should do it.'),
  isDone: z.boolean().describe('It is done.'),
  decided: DecidedFormat.nullable().describe('What the company decided.'),
});

export const FieldFormat = z.strictObject({
  label: z.string().describe('Its heading.'),
  hint: z.string().nullable().describe('How to fill it in.'),
  said: z.array(SaidFormat).describe('What is known of it already.'),
  lines: z.array(z.number()).describe('One number for each line to write on.'),
});

export const CellFormat = z.strictObject({
  text: z.string().describe('What is printed in the cell; may be empty.'),
  said: z.array(SaidFormat).describe('What is known of it already.'),
});

/** A worksheet, with what is known already; the rest is for a pen. Texts are plain, as in a report's view. */
export const WorksheetFormat = z
  .strictObject({
    id: z.string().describe('Its id in the questionnaire.'),
    title: z.string().describe('Its title.'),
    layout: z.enum(['form', 'table']).describe('Fields below each other, or columns.'),
    steps: z
      .array(SheetStepFormat)
      .describe(
        'What it helps with: the open steps in the order of the plan, then what else was decided.',
      ),
    said: z.array(SaidFormat).describe('What is known that belongs above the fields.'),
    fields: z
      .array(FieldFormat)
      .describe('Of a form, below each other; of a table, what its columns are about.'),
    rows: z
      .array(z.array(CellFormat))
      .describe('Of a table: the rows in which something stands, each with a cell per column.'),
    blankRows: z
      .array(z.array(z.number()))
      .describe('Of a table: the rows left empty, each with a number per column.'),
  })
  .meta({ id: 'Worksheet' });
