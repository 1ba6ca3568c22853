import * as z from 'zod';

export const aggregates = ['weighted-mean', 'mean', 'sum', 'min', 'max', 'level-gate'] as const;
export type Aggregate = (typeof aggregates)[number];

export const AggregateName = z.enum(aggregates);
const Policy = z.enum(['range', 'lowest', 'exclude']);
const Share = z.number().min(0).max(1);
const Factor = z.number().positive();

/** Every constant of the arithmetic, each with its default, so that the engine has no numbers of its own. */
export const MethodFormat = z
  .strictObject({
    hurdle: z
      .strictObject({
        aggregate: AggregateName.default('weighted-mean').describe(
          'How the questions of a hurdle become its value.',
        ),
        displayed: z
          .int()
          .min(0)
          .max(12)
          .nullable()
          .default(null)
          .describe(
            'Decimals of the value that levels go by, as it is displayed; null = the exact value.',
          ),
        core: z
          .strictObject({
            weight: Factor.default(2).describe('What a core question weighs; others weigh 1.'),
            cap: z
              .number()
              .min(0)
              .nullable()
              .default(1)
              .describe(
                'A hurdle is at most this far above its weakest core question; null = no limit.',
              ),
          })
          .prefault({}),
        rateable: z
          .strictObject({
            unknownAtMost: Share.default(0.3).describe(
              'Share of open questions up to which a hurdle has a level.',
            ),
          })
          .prefault({}),
      })
      .prefault({}),
    overall: z
      .strictObject({
        level: z
          .enum(['lowest'])
          .default('lowest')
          .describe('The company is as far as its weakest hurdle.'),
        index: z
          .enum(['harmonic-mean', 'mean'])
          .default('harmonic-mean')
          .describe('How the values of the hurdles become the score.'),
        plusHurdles: z
          .int()
          .min(1)
          .default(3)
          .describe('So many hurdles above the company level earn a plus.'),
      })
      .prefault({}),
    unknown: Policy.default('range').describe(
      'What "don\'t know" counts: the whole range, the lowest points, or nothing.',
    ),
    unanswered: Policy.default('range').describe('What a missing answer counts, likewise.'),
    plusFrom: z
      .number()
      .min(0)
      .default(0.5)
      .describe('So far above its level a hurdle earns a plus.'),
    prerequisiteAt: z
      .number()
      .default(2)
      .describe('Points at which a prerequisite is met (or at its target, if that is lower).'),
    phases: z
      .strictObject({
        now: z.int().min(1).default(3).describe('How many steps at a time.'),
        startWeeks: z
          .int()
          .min(0)
          .default(2)
          .describe('What can only start later than that is not among the first steps.'),
        nextWeeks: z
          .int()
          .min(1)
          .default(12)
          .describe('What can be through within so many weeks comes next, the rest later.'),
      })
      .prefault({}),
    round: z.int().min(3).max(12).default(9).describe('Decimals that count before a comparison.'),
    recommend: z
      .strictObject({
        activeGate: Factor.default(1.5).describe(
          'Factor for a question that a gate asks about which limits now.',
        ),
        weakestHurdle: Factor.default(1.25).describe(
          'Factor for a question of the weakest hurdle.',
        ),
        firstThreePerHurdle: z
          .int()
          .min(1)
          .default(2)
          .describe('So many of the first steps may be of one hurdle.'),
        findOut: z
          .strictObject({
            effort: z
              .strictObject({
                min: Factor.describe('At least.'),
                max: Factor.describe('At most.'),
              })
              .default({ min: 0.25, max: 0.5 })
              .describe('Working time, in person-days.'),
            weeks: z.number().positive().default(1).describe('How long it takes.'),
          })
          .prefault({})
          .describe('What it takes to find out an answer nobody knew.'),
      })
      .prefault({}),
  })
  .prefault({});

export type Method = z.infer<typeof MethodFormat>;
export type Policy = z.infer<typeof Policy>;
