import * as z from 'zod';

/** Something explained for a reader: worded, rounded, in reading order. */
export const ExplainedFormat = z.strictObject({
  ref: z.string().describe('`kind:id`, or `company`.'),
  id: z.string().describe('The id.'),
  kind: z.string().describe('The kind.'),
  title: z.string().describe('What it is: "Hurdle: Costs".'),
  summary: z.string().describe('What came out, in a sentence.'),
  parts: z
    .array(
      z.strictObject({
        title: z.string().describe('Its heading.'),
        rows: z
          .array(
            z.strictObject({
              label: z.string().describe('What it is.'),
              text: z.string().describe('How it comes about.'),
            }),
          )
          .describe('Its lines.'),
        checks: z.boolean().describe('The labels say of each line if it holds.'),
      }),
    )
    .describe('Parts with a heading and their lines.'),
});

/** The chapter of a report that shows how its numbers came about. */
export const ChapterFormat = z
  .strictObject({
    title: z.string().describe('Its heading.'),
    lead: z.string().describe('What it shows.'),
    sections: z.array(ExplainedFormat).describe('The company, each hurdle, each verdict.'),
  })
  .meta({ id: 'Explained' });
