import * as z from 'zod';
import { Id } from './question-format.ts';
import { variants, type Wording, WordingFormat } from './wording.ts';

/** Where what stands on a sheet already comes from. */
export type SheetSource =
  /** What was said to a question, profile or other: the answer in words, and the note beside it. */
  | { readonly kind: 'asked'; readonly id: string }
  /** Only what was noted beside it. */
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'subject'; readonly part: SubjectPart }
  /** Of the steps that the sheet helps with. */
  | { readonly kind: 'step'; readonly part: StepPart };

export const subjectParts = ['name', 'use'] as const;
export const stepParts = ['who', 'due', 'owner', 'kpi'] as const;
type SubjectPart = (typeof subjectParts)[number];
type StepPart = (typeof stepParts)[number];

/** Reads an address: the id of a question, `$note.ID`, `$subject.use`, `$step.who` and the like; null where it is none. */
export function toSource(address: string): SheetSource | null {
  if (!address.startsWith('$')) return { kind: 'asked', id: address };
  const dot = address.indexOf('.');
  const [name, rest] = [address.slice(1, dot), address.slice(dot + 1)];
  if (dot > 0 && name === 'note') return { kind: 'note', id: rest };
  const subject = subjectParts.find((part) => name === 'subject' && part === rest);
  if (subject !== undefined) return { kind: 'subject', part: subject };
  const step = stepParts.find((part) => name === 'step' && part === rest);
  return step === undefined ? null : { kind: 'step', part: step };
}

/** Writes an address as the file does. */
export function formatSource(source: SheetSource): string {
  switch (source.kind) {
    case 'asked':
      return source.id;
    case 'note':
      return `$note.${source.id}`;
    case 'subject':
    case 'step':
      return `$${source.kind}.${source.part}`;
    default:
      return source satisfies never;
  }
}

const From = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((from) => [from].flat().flatMap((address) => toSource(address) ?? []));

/** A field of a worksheet: what is to be filled in, and what stands there already. */
export type SheetField = {
  readonly text: Wording;
  readonly from: readonly SheetSource[];
  readonly hint: Wording | null;
  readonly lines: number;
  readonly cells: readonly Wording[];
};

export const FieldFormat: z.ZodType<SheetField, unknown> = z
  .object({
    variants,
    from: From.optional().describe(
      'What the company said that belongs here, one address or several: the id of a question, profile or other (answer and note), `$note.ID` (only the note), `$subject.name`, `$subject.use`, `$step.who`, `$step.due`, `$step.owner`, `$step.kpi`. In a table it fills the first row.',
    ),
    hint: WordingFormat.optional().describe('What helps to fill it in, in a few words.'),
    lines: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe('Lines to write on; 2 if left out. In forms only.'),
    cells: z
      .array(WordingFormat)
      .min(1)
      .optional()
      .describe('What is printed in the first rows of this column. In tables only.'),
  })
  .catchall(z.string().min(1))
  .transform(({ from, hint, lines, cells, ...text }) => ({
    text: text as unknown as Wording,
    from: from ?? [],
    hint: hint ?? null,
    lines: lines ?? 2,
    cells: cells ?? [],
  }));

export const WorksheetFormat = z.strictObject({
  id: Id.describe(
    'What a recommendation names it by; the file it is written to is called after it.',
  ),
  title: WordingFormat.describe('Its heading.'),
  layout: z
    .enum(['form', 'table'])
    .default('form')
    .describe('Fields below each other, or as the columns of a table.'),
  from: From.optional().describe(
    'What the company said that belongs above the fields: addresses as in `fields[].from`.',
  ),
  fields: z.array(FieldFormat).min(1).describe('What is to be filled in.'),
  blankRows: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe('Empty rows below those that are filled; 6 if left out. In tables only.'),
});

export type Worksheet = z.infer<typeof WorksheetFormat>;
