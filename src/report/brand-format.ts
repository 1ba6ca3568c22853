import * as z from 'zod';
import { LanguageCode } from '../shared/language-code.ts';

const text = (longest: number) => z.string().min(1).max(longest);

const Text = (longest: number) =>
  z.union([text(longest), z.record(LanguageCode, text(longest))]).meta({
    description: 'One text for all languages, or one for each.',
  });

// Without quotation marks `#` begins a comment.
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'colour' });

/** The single statement of `format: brand/1`. */
export const BrandFormat = z
  .strictObject({
    format: z.literal('brand/1').describe('What this file is.'),
    name: text(80).describe('Who hands the report out; at its head.'),
    logo: z
      .strictObject({
        file: z
          .string()
          .min(1)
          .describe('A PNG or JPEG beside this file or below, at most 100 kB; it is built in.'),
        alt: Text(200).describe('What it shows, for those who do not see it.'),
      })
      .optional()
      .describe('The picture beside the name.'),
    colours: z
      .strictObject({
        main: Colour.describe('Text, links and bars: contrast with the paper at least 4.5.'),
        accent: Colour.optional().describe(
          'Lines and other shapes: contrast at least 3; the main colour if left out.',
        ),
      })
      .optional()
      .describe('Those of the program if left out. Verdicts keep theirs.'),
    contact: Text(300).optional().describe('How to reach whoever handed it out.'),
    footer: Text(300).optional().describe('A line at the very end.'),
  })
  .meta({
    id: 'BrandFile',
    title: 'Brand',
    description: 'The look of whoever hands reports out.',
  });
