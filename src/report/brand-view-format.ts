import * as z from 'zod';

const theme = (paper: string) =>
  z
    .strictObject({
      main: z.string().describe('Text, links and bars.'),
      soft: z.string().describe('Behind text.'),
      accent: z.string().describe('Lines and other shapes, never text.'),
    })
    .describe(`Made for ${paper}.`);

/** The look of whoever hands the report out. */
export const BrandViewFormat = z
  .strictObject({
    name: z.string().describe('Who hands it out.'),
    logo: z
      .strictObject({
        data: z.string().describe('The picture as a `data:` address, for `src`.'),
        alt: z.string().describe('What it shows, in words.'),
        width: z.number().describe('Its width in pixels.'),
        height: z.number().describe('Its height in pixels.'),
      })
      .nullable()
      .describe('The picture.'),
    colours: z
      .strictObject({ light: theme('light paper'), dark: theme('a dark screen') })
      .nullable()
      .describe('As `#rrggbb`; without them those of the program.'),
    footer: z.string().nullable().describe('A line at the end.'),
    contact: z.string().nullable().describe('How to reach them.'),
  })
  .meta({ id: 'Brand' });
