import * as z from 'zod';
import { Id, QuestionId } from './question-format.ts';
import { Version } from './version.ts';

const Asked = z.union([QuestionId, Id]).describe('A question or a profile question.');
const Option = z.union([Id, z.int().min(0)]).describe('An option; a level is its number.');
const of = Asked.describe('The question whose options change.');
const take = z
  .enum(['lowest', 'highest', 'first'])
  .default('lowest')
  .describe('Which of the answers counts; one that is known counts before one that is not.');

/** One change of ids; with `of` of the options of a question, else of questions. */
const ChangeFormat = z
  .union([
    z.strictObject({ of, rename: Option, to: Option }),
    z.strictObject({ of, split: Option, into: z.array(Option).min(2) }),
    z.strictObject({ of, merge: z.array(Option).min(2), into: Option }),
    z.strictObject({ of, remove: Option }),
    z.strictObject({ rename: Asked, to: Asked }),
    z.strictObject({ split: Asked, into: z.array(Asked).min(2) }),
    z.strictObject({ merge: z.array(Asked).min(2), into: Asked, take }),
    z.strictObject({ remove: Asked }),
  ])
  .transform((written) => toChange(written));

/** What answers to an older edition need to be answers to the edition `to`. */
export const MigrationFormat = z
  .strictObject({
    to: Version.describe('The first version that has these changes.'),
    changes: z
      .array(ChangeFormat)
      .max(200)
      .nullish()
      .transform((given) => given ?? [])
      .describe('One after the other; none: older answers can stay as they are.'),
  })
  .meta({ id: 'Migration' });

const changeKinds = ['rename', 'remove', 'split', 'merge'] as const;
type ChangeKind = (typeof changeKinds)[number];

/** A change as data; option ids are texts, a level is its number as text. */
export type Change = {
  readonly change: ChangeKind;
  /** The question whose options change; null when it is about questions. */
  readonly of: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly take: 'lowest' | 'highest' | 'first';
};

/** A change that touched something in a file of answers. */
export const CarriedFormat = z.object({
  change: z.enum(changeKinds),
  of: z.string().nullable().describe('The question whose options changed; null: questions did.'),
  from: z.array(z.string()),
  to: z.array(z.string()),
  left: z
    .enum(['open', 'aside'])
    .optional()
    .describe(
      'open: what to answer now nobody can know; aside: the new question was answered already.',
    ),
});

export type Migration = z.infer<typeof MigrationFormat>;
export type Carried = z.infer<typeof CarriedFormat>;

/** The kind of change a map says, by the key that names it; null where it names none. */
export function changeKindOf(written: object): ChangeKind | null {
  return changeKinds.find((kind) => Object.hasOwn(written, kind)) ?? null;
}

function toChange(written: Readonly<Record<string, unknown>>): Change {
  const change = changeKindOf(written) ?? 'remove';
  const texts = (value: unknown) => [value ?? []].flat().map(String);
  return {
    change,
    of: written.of === undefined ? null : String(written.of),
    from: texts(written[change]),
    to: texts(written.to ?? written.into),
    take: (written.take as Change['take'] | undefined) ?? 'lowest',
  };
}
