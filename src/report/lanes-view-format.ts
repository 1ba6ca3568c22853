import * as z from 'zod';

const x = z.number().describe('Where it begins.');
const width = z.number().describe('How wide it is.');

export const LaneFormat = z.strictObject({
  title: z.string().describe('The title of the hurdle.'),
  y: z.number().describe('Where the lane begins, from the top.'),
  middle: z.number().describe('Its middle.'),
  height: z.number().describe('How high it is.'),
  x: z.number().describe('Where the scale begins.'),
  width: z.number().describe('How wide the scale is.'),
  certain: z.strictObject({ x, width }).nullable().describe('The certain part.'),
  possible: z
    .strictObject({ x, width })
    .nullable()
    .describe('From the certain to the possible end.'),
  target: z
    .strictObject({ x: z.number().describe('Where it stands.') })
    .nullable()
    .describe('The target.'),
  cut: z
    .strictObject({ x, width })
    .nullable()
    .describe('Where a limit cut the value off, up to where it would have reached.'),
  cap: z
    .string()
    .nullable()
    .describe('What cut it off, with its reason; null where nothing did, or there are no words.'),
  bar: z.string().describe('The certain and the possible part as a bar of characters.'),
});

/** The picture of the hurdles: positions in units of its view box, nothing left to compute. */
export const LanesFormat = z
  .strictObject({
    ticks: z
      .array(
        z.strictObject({
          x: z.number().describe('Where it stands.'),
          number: z.string().describe('The number of the level.'),
        }),
      )
      .describe('The levels along the scale.'),
    lanes: z.array(LaneFormat).describe('One for each hurdle, in their order.'),
    hasPossible: z.boolean().describe('Some lane has a possible part.'),
    hasCut: z.boolean().describe('Some lane was cut off.'),
    hasTarget: z.boolean().describe('Some lane has a target.'),
  })
  .meta({ id: 'Lanes' });
