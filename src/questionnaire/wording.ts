import * as z from 'zod';
import type { LocalisedText } from '../shared/localised.ts';
import type { Condition } from './condition.ts';
import { ConditionFormat } from './condition-format.ts';

/** A text in every language of the questionnaire, perhaps worded otherwise for some profiles. */
export type Wording = LocalisedText & { readonly variants?: readonly Variant[] | undefined };
export type Variant = { readonly when: Condition; readonly text: LocalisedText };

const PlainText = z.record(z.string(), z.string().min(1));

/** What a text may have beside its languages. */
export const variants = z
  .array(
    z.strictObject({
      when: ConditionFormat.describe('When these words are used; profile only.'),
      text: PlainText.describe('The words, in every language.'),
    }),
  )
  .min(1)
  .optional()
  .describe('Other words where the profile says so; the first that holds is used.');

/** `{ de: …, en: … }`, optionally with `variants: [{ when, text }]`; which languages there must be, the file says. */
export const WordingFormat: z.ZodType<Wording, unknown> = z
  .object({ variants })
  .catchall(z.string().min(1))
  .transform((text) => text as unknown as Wording)
  .meta({ id: 'Text' });
