import * as z from 'zod';
import { LongAnswer, StepEntry } from '../questionnaire/answers-format.ts';

/**
 * What a step does with its operands, by their names. Where several operands bear one name, `of` tells them apart; what
 * belongs together has the same `of`. With `decimals` the result is rounded to so many, half up.
 */
const operations = {
  identity: 'value',
  sum: 'all values, added',
  difference: 'value − less',
  mean: 'the mean of all values',
  'weighted-mean': 'the sum of value × weight, divided by the sum of the weights',
  min: 'the lowest value',
  max: 'the highest value',
  'level-gate':
    'in order, how much of each part is reached, (value − lowest) / (highest − lowest) or 1 without a value or a span; added up to the first that is below 1',
  cap: 'the lowest of value and every limit, but not below lowest',
  within: 'at least every atLeast, then at most every atMost',
  shortfall: 'target − value, but not below 0',
  share: 'part / whole, between 0 and 1; 0 of nothing',
  'share-of-span': 'shortfall of value, divided by highest − lowest; 0 without a span',
  count: 'how many values are true',
  'count-above': 'how many values are above bound',
  'at-least': 'whether value ≥ bound',
  'at-most': 'whether value ≤ bound',
  'all-hold': 'whether all values are true',
  'any-holds': 'whether at least one value is true',
  'only-if': 'value if condition is true, else null',
  display: 'value as its decimal digits are rounded: 1.005 with two decimals is 1.01',
  'points-from-bands':
    'points of the highest band whose `from` value reaches; of the lowest below all',
  'level-from-scale': 'number of the highest level whose `from` value reaches; 0 below all',
  'score-from-value': '(value − lowest) / (highest − lowest) × 100',
  'harmonic-index':
    'H(x) the harmonic mean of x + 1 by weight: (H(value − lowest) − 1) / (H(highest − lowest) − 1) × 100',
  'mean-index': 'the mean of (value − lowest) / (highest − lowest) by weight, × 100',
  priority: 'impact × gap × activeGate × weakestHurdle / √effort',
} as const;

export type Operation = keyof typeof operations;

const Number_ = z.union([z.number(), z.boolean()]).nullable();
const Truth = z.enum(['true', 'false', 'undecided']);
const Reference = z.string().describe('A step: the `ref` of its entry, a slash, its `id`.');

const Operand = z.object({
  name: z.string(),
  value: Number_,
  of: z.string().optional().describe('What it belongs to, such as question:ID or option:ID.'),
  from: Reference.optional(),
});

const ArithmeticStep = z.object({
  id: z.string().describe('Unique within its entry.'),
  operation: z.enum(Object.keys(operations) as [Operation, ...Operation[]]).describe(
    Object.entries(operations)
      .map(([name, means]) => `${name}: ${means}`)
      .join('; '),
  ),
  operands: z.array(Operand),
  decimals: z.int().optional(),
  result: Number_,
});

const Told = z.object({
  value: z.union([z.number(), z.boolean(), z.string()]).nullable(),
  from: Reference.optional().describe('The step that gives it.'),
});

const Given = z.object({
  answer: z.union([z.number(), z.string(), z.array(z.string())]).optional(),
  state: z.enum(['answered', 'unknown', 'not-applicable', 'unanswered', 'not-due']),
});

/** A condition with what became of each of its parts. */
export type ConditionTold = {
  readonly kind: 'all' | 'any' | 'not' | 'compare';
  /** Null: left out, because what it asks about is not due. */
  readonly holds: 'true' | 'false' | 'undecided' | null;
  readonly of?: readonly ConditionTold[] | undefined;
  readonly address?: string | undefined;
  readonly operator?: string | undefined;
  readonly value?: unknown;
  readonly ranges?: readonly { readonly low: number; readonly high: number }[] | undefined;
};

const ConditionTold: z.ZodType<ConditionTold, ConditionTold> = z
  .object({
    kind: z.enum(['all', 'any', 'not', 'compare']),
    holds: Truth.nullable().describe('Null: left out, as what it asks about is not due.'),
    get of() {
      return z.array(ConditionTold).optional();
    },
    address: z.string().optional(),
    operator: z.string().optional(),
    value: z.unknown().optional(),
    ranges: z
      .array(z.object({ low: z.number(), high: z.number() }))
      .optional()
      .describe('What the result asked about is; of any hurdle, one for each.'),
  })
  .meta({ id: 'ConditionTold' }) as unknown as z.ZodType<ConditionTold, ConditionTold>;

const Release = z.object({
  id: z.string().describe('A question or profile question.'),
  answers: z
    .array(z.union([z.number(), z.string(), z.array(z.string())]))
    .describe('Each of these answers alone suffices, all others as they are.'),
});

const common = {
  ref: z.string().describe('kind:id, or company.'),
  id: z.string(),
  result: z.record(z.string(), Told).describe('By the keys of the assessment.'),
  steps: z.array(ArithmeticStep).describe('How the numbers of the result come about.'),
};

const Pair = z.tuple([Told, Told]).describe('Before and after.');
const Change = z.object({
  level: Pair,
  score: Pair,
  hurdle: z.object({ id: z.string(), level: Pair, score: Pair }),
  lifts: z.array(z.string()).describe('Verdicts that no longer stand.'),
});

const Company = z.object({
  kind: z.literal('company'),
  ...common,
  lowest: z.array(z.string()).describe('The hurdles that hold its level down.'),
});

const Hurdle = z.object({
  kind: z.literal('hurdle'),
  ...common,
  limits: z.array(
    z.object({
      gate: z.string().optional(),
      core: z.string().optional(),
      atMost: z.number(),
      effective: z.boolean().describe('Whether it is what sets the certain value.'),
      certain: z.boolean().describe('Whether it limits the possible value, too.'),
    }),
  ),
  raises: z
    .array(Release)
    .describe('What single answers of its own raise its level; none where it takes more.'),
});

const Question = z.object({
  kind: z.literal('question'),
  ...common,
  hurdle: z.string(),
  ...Given.shape,
  notDue: z.enum(['when', 'target', 'scope']).optional(),
  said: LongAnswer.optional().describe('The answer with all that was written beside it.'),
  when: ConditionTold.optional().describe('When it is asked.'),
  gates: z.array(z.string()).describe('Gates that let it count less than was answered.'),
});

const Gate = z.object({
  kind: z.literal('gate'),
  ...common,
  holds: Truth,
  when: ConditionTold,
  limits: z.array(
    z.object({
      hurdle: z.string().optional(),
      question: z.string().optional(),
      atMost: z.number().nullable().describe('Null: the answer it goes by does not count.'),
      answerOf: z.string().optional(),
      effective: z.boolean().describe('Whether it lowers anything now.'),
    }),
  ),
  releases: z.array(Release).describe('What single answers release it; none where it takes more.'),
});

const Verdict = z.object({
  kind: z.literal('verdict'),
  ...common,
  urgency: z.enum(['stop', 'simpler', 'clarify', 'fine']).describe('The kind of the verdict.'),
  stands: z.enum(['certain', 'provisional', 'no']),
  when: ConditionTold,
  liftedWhen: ConditionTold.optional(),
  needs: z
    .object({
      noOther: z.boolean(),
      anAnswer: z.boolean(),
      allAtTarget: z.boolean(),
    })
    .optional()
    .describe('What one of kind fine needs besides.'),
  first: z.array(z.string()),
  releases: z.array(Release).describe('What single answers lift it; none where it takes more.'),
});

const Contradiction = z.object({
  kind: z.literal('contradiction'),
  ...common,
  holds: Truth,
  when: ConditionTold,
  releases: z.array(Release).describe('What single answers settle it; none where it takes more.'),
});

const Recommendation = z.object({
  kind: z.literal('recommendation'),
  ...common,
  step: z
    .enum(['improve', 'find-out'])
    .optional()
    .describe('What is planned: the step, or to find out first what it takes.'),
  state: z.enum(['planned', 'deferred', 'none']),
  decided: StepEntry.optional().describe('What the company decided about the step.'),
  because: z
    .enum([
      'verdict',
      'blocked',
      'not-due',
      'no-advice',
      'not-applicable',
      'no-target',
      'at-target',
      'open',
    ])
    .optional()
    .describe('Why it is not planned.'),
  by: z.array(z.string()).describe('Verdicts or steps that it waits for.'),
  placed: z.string().nullable(),
  waited: z
    .enum(['later', 'good-enough', 'spread'])
    .nullable()
    .describe('Why others of a lower priority went first.'),
  gates: z.array(z.string()).describe('Gates that limit now and ask about it.'),
  requires: z.array(
    z.object({
      id: z.string(),
      met: z.boolean(),
      enough: z.number(),
      has: z.number().nullable(),
    }),
  ),
  gain: z.object({ alone: Change, cumulative: Change }).optional(),
});

const Profile = z.object({
  kind: z.literal('profile'),
  ...common,
  said: LongAnswer.optional().describe('The answer with all that was written beside it.'),
  uses: z
    .array(
      z.object({
        kind: z.enum(['target', 'verdict', 'gate', 'contradiction', 'question']),
        id: z.string(),
      }),
    )
    .describe('What asks about it; of kind target: the question whose target it picks or moves.'),
});

/** The single statement of `format: explanation/1`. Readers ignore keys they do not know. */
export const ExplanationFormat = z
  .object({
    format: z.literal('explanation/1'),
    tool: z.object({ name: z.string(), version: z.string() }),
    questionnaire: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
    date: z.iso.date({ error: 'date' }).nullable(),
    entries: z.array(
      z.discriminatedUnion('kind', [
        Company,
        Hurdle,
        Question,
        Gate,
        Verdict,
        Contradiction,
        Recommendation,
        Profile,
      ]),
    ),
  })
  .meta({
    title: 'Explanation',
    description: 'How every number of an assessment comes about, step by step.',
  });

export type Explanation = z.infer<typeof ExplanationFormat>;
export type Explained = Explanation['entries'][number];
export type ExplainedOf<Kind extends Explained['kind']> = Extract<Explained, { kind: Kind }>;
export type ArithmeticStep = z.infer<typeof ArithmeticStep>;
export type Operand = z.infer<typeof Operand>;
export type Told = z.infer<typeof Told>;
export type Release = z.infer<typeof Release>;
export type GainTold = z.infer<typeof Change>;
