import * as z from 'zod';

const size = {
  width: z.number().describe('How wide the picture is.'),
  height: z.number().describe('How high the picture is.'),
};
const x = z.number().describe('From the left.');
const y = z.number().describe('From the top.');
const rank = z.number().describe('Its place in the plan, from 1.');
const leftOut = z
  .string()
  .nullable()
  .describe('A sentence: how many steps are not shown; null where all are.');
const ticks = z.array(
  z.strictObject({ x, text: z.string().describe('The number that stands there.') }),
);
const phase = z.enum(['now', 'next', 'later']).describe('The part of the plan.');

export const DotFormat = z.strictObject({
  x,
  y,
  rank,
  isFirst: z.boolean().describe('One of the first steps: filled and named.'),
  isFindOut: z.boolean().describe('First to find out how it stands.'),
  label: z
    .strictObject({
      x,
      anchor: z.enum(['start', 'end']).describe('Which end of the text is at `x`.'),
      text: z.string().describe('What to improve, shortened where it does not fit.'),
      width: z.number().describe('How wide the text is, about.'),
    })
    .nullable()
    .describe('What stands beside it.'),
});

export const MatrixBandFormat = z.strictObject({
  y,
  height: z.number().describe('How high the band is.'),
  middle: z.number().describe('The middle of the band, from the top.'),
  label: z.string().describe('What stands before the band: "Impact 5".'),
  steps: z
    .array(
      z.strictObject({
        rank,
        title: z.string().describe('What to improve.'),
        effort: z.string().describe('Person-days: "1–2".'),
        days: z.number().describe('At most how many, for singular and plural.'),
      }),
    )
    .describe('Its steps, for whoever does not see the picture.'),
});

/** Effort against impact: each step of the plan a numbered sign, the first ones named beside it. */
export const MatrixFormat = z
  .strictObject({
    ...size,
    caption: z.string().describe('What the picture says about this plan: sentences.'),
    left: z.number().describe('The left end of where signs may stand.'),
    right: z.number().describe('The right end of where signs may stand.'),
    bottom: z.number().describe('Where the line under the signs is drawn.'),
    ticks: ticks.describe('Person-days along the line.'),
    bands: z
      .array(MatrixBandFormat)
      .describe('One for each impact, the greatest first; last what is first to be found out.'),
    dots: z.array(DotFormat).describe('A sign for each step.'),
    hasOthers: z.boolean().describe('Some signs are of later steps.'),
    hasFindOut: z.boolean().describe('Some signs are of what is first to be found out.'),
    leftOut,
  })
  .meta({ id: 'Matrix' });

export const TimelineRowFormat = z.strictObject({
  rank,
  phase,
  title: z.string().describe('What to improve, or to find out.'),
  lines: z
    .array(
      z.strictObject({
        y: z.number().describe('The base line of the text, from the top.'),
        text: z.string().describe('The text.'),
      }),
    )
    .describe('The same in lines that fit before the bar.'),
  y,
  height: z.number().describe('How high the row is.'),
  middle: z.number().describe('The middle of the row, from the top.'),
  bar: z
    .strictObject({
      x,
      y,
      width: z.number().describe('How wide the bar is.'),
      height: z.number().describe('How high the bar is.'),
    })
    .describe('From the beginning of the step to its end.'),
  lasts: z.string().describe('How long it takes: "2 weeks".'),
  said: z.string().describe('When, how long, after what: a sentence without a full stop.'),
  share: z
    .strictObject({ x, width: z.number().describe('How wide the bar is.') })
    .describe('The bar in a picture that is 100 wide.'),
});

/** The plan over time: a row for each step, a bar from its beginning to its end, arrows from what it waits for. */
export const TimelineFormat = z
  .strictObject({
    ...size,
    caption: z.string().describe('What the picture says about this plan: sentences.'),
    ticks: ticks.describe('Weeks from the first day.'),
    top: z.number().describe('Where the lines of the weeks begin, from the top.'),
    bottom: z.number().describe('Where the lines of the weeks end, from the top.'),
    left: z.number().describe('Where the first day is, from the left.'),
    right: z.number().describe('Where the last day is, from the left.'),
    phases: z
      .array(z.strictObject({ phase, y, text: z.string().describe('Its heading.') }))
      .describe('The parts of the plan that have steps.'),
    rows: z.array(TimelineRowFormat).describe('One for each step.'),
    arrows: z
      .array(
        z.strictObject({
          line: z.string().describe('The line, for `<path d>`.'),
          head: z.string().describe('Its head, for `<path d>`.'),
        }),
      )
      .describe('From each step to what waits for it.'),
    leftOut,
  })
  .meta({ id: 'Timeline' });

/** The pictures of a report, laid out: positions in units of each view box, texts worded; nothing left to compute. */
export const PicturesFormat = z
  .strictObject({
    lanes: z
      .string()
      .describe('What the picture of the hurdles says about this company: sentences.'),
    matrix: MatrixFormat.nullable().describe('Effort against impact; null without a plan.'),
    timeline: TimelineFormat.nullable().describe('The plan over time; null without a plan.'),
  })
  .meta({ id: 'Pictures' });
