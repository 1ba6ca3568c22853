import * as z from 'zod';
import { LongAnswer, StepEntry } from '../questionnaire/answers-format.ts';
import { AssessmentFormat } from './assessment-format.ts';

const { overall: Overall, hurdles: Hurdles, verdicts: Verdicts } = AssessmentFormat.shape;
const File = z.int().min(0).describe('Its place in the list of states.');
const Ids = z.array(z.string());
const Because = Ids.describe(
  'What changed and led to this: questions, profile questions, verdict:ID.',
);

function both<Value extends z.ZodType>(value: Value) {
  return z.tuple([value, value]).describe('Before and after.');
}

const State = z.object({
  name: z.string().describe('The file.'),
  date: z.iso.date({ error: 'date' }).nullable(),
  version: z.string().describe('The edition that was answered.'),
  subject: AssessmentFormat.shape.subject,
  scope: AssessmentFormat.shape.scope,
  judged: z.boolean().describe('False where another major version was answered.'),
  judgedAnew: z
    .boolean()
    .describe('A stored one of another edition, judged again by the one at hand.'),
  inLine: z.boolean().describe('Whether its levels can be set beside those of the last state.'),
  overall: Overall,
  hurdles: z.array(Hurdles.element.omit({ limits: true, questions: true })),
  verdicts: z.array(Verdicts.element.pick({ id: true, kind: true, certain: true })),
  contradictions: Ids,
});

const remarkKinds = [
  'other-major',
  'other-version',
  'judged-anew',
  'other-scope',
  'left-out',
  'dates-out-of-order',
  'other-name',
  'other-use',
  'several-uses',
  'same-use',
  'partial',
] as const;

const Remark = z.object({
  kind: z.enum(remarkKinds),
  files: z.array(File),
});

const directions = [
  'same',
  'up',
  'down',
  'higher',
  'lower',
  'clearer',
  'vaguer',
  'now-rateable',
  'no-longer-rateable',
  'newly-counts',
  'counts-no-longer',
] as const;

const Direction = z
  .enum(directions)
  .describe('up, down: another level; higher, lower: on the same; clearer, vaguer: its range.');

const Level = z.int().min(0).nullable();
const Value = z.number().nullable();

const results = {
  direction: Direction,
  level: both(Level),
  levelHigh: both(Level),
  levelBecause: Because.nullable().describe(
    'Changed answers each of which alone, set back, brings the old level back; none: only several together. Null: the same level, or not by answers alone.',
  ),
  plus: both(z.boolean()),
  score: both(Value),
  scoreHigh: both(Value),
  target: both(Value),
  targetBecause: Because,
  coverage: both(Value),
  atTarget: both(z.boolean()),
};

const VerdictChange = Verdicts.element
  .pick({ id: true, kind: true, certain: true })
  .extend({ because: Because });

export const answerChanges = [
  'up',
  'down',
  'changed',
  'now-known',
  'now-unknown',
  'newly-due',
  'no-longer-due',
  'applies',
  'not-applicable',
  'newly-asked',
] as const;

const Question = Hurdles.element.shape.questions.element;
const Said = Question.pick({ state: true, answer: true });

export const stepChanges = [
  'new',
  'started',
  'done',
  'dropped',
  'reopened',
  'changed',
  'removed',
] as const;

const Change = z.object({
  from: File,
  to: File,
  comparable: z
    .enum(['whole', 'shared', 'nothing'])
    .describe('shared: other scopes, so only what is due in both; nothing: another major version.'),
  shared: z.int().describe('Questions due in both.'),
  unchanged: z.boolean(),
  verdicts: z.object({
    lifted: z.array(VerdictChange),
    added: z.array(VerdictChange),
    confirmed: z.array(VerdictChange).describe('Provisional before, certain now.'),
    doubtful: z.array(VerdictChange).describe('Certain before, provisional now.'),
    standing: z.array(VerdictChange),
    uncomparable: Ids.describe('Stand in one only, and ask about more than is due in both.'),
  }),
  contradictions: z.object({ resolved: Ids, added: Ids, standing: Ids }),
  overall: z
    .object({ ...results, backed: both(z.int()) })
    .nullable()
    .describe('Null where the scopes differ.'),
  hurdles: z.array(
    z.object({
      id: z.string(),
      ...results,
      value: both(Value),
      valueHigh: both(Value),
      gates: z
        .object({
          gone: Ids.describe('Hold no longer.'),
          added: Ids.describe('Hold now.'),
          released: Ids.describe('Hold still, but limit no longer.'),
          limiting: Ids.describe('Held before, and limit only now.'),
        })
        .describe('Gates that limit it, or did.'),
    }),
  ),
  profile: z.array(z.object({ id: z.string(), said: both(LongAnswer.nullable()) })),
  answers: z.array(
    z.object({
      id: z.string(),
      hurdle: z.string(),
      change: z.enum(answerChanges),
      said: both(Said),
      points: both(Value).describe('What was answered is worth, before any gate.'),
      target: both(Value),
      because: Because,
    }),
  ),
  targets: z.array(z.object({ id: z.string(), target: both(Value), because: Because })),
  steps: z.array(
    z.object({
      id: z.string(),
      change: z.enum(stepChanges),
      step: both(StepEntry.nullable()),
    }),
  ),
  unconfirmed: Ids.describe('Of the steps done since, those whose answer does not say so yet.'),
  overdue: Ids.describe('Steps under way whose day has passed on the day of the later state.'),
  evidence: z.object({ gained: Ids, lost: Ids }).describe('A document or records behind it.'),
  notes: Ids.describe('Answers that stay, with another note, reason or evidence.'),
});

const Uses = z.object({
  overall: z.object({
    level: Level.describe('The lowest; null where it cannot be named for certain.'),
    levelHigh: Level,
    files: z.array(File).describe('Who is lowest.'),
    complete: z.boolean().describe('False where a use has no level.'),
  }),
  hurdles: z.array(
    z.object({
      id: z.string(),
      level: Level,
      levelHigh: Level,
      files: z.array(File),
      complete: z.boolean(),
    }),
  ),
  verdicts: z.array(
    Verdicts.element
      .pick({ id: true, kind: true })
      .extend({ uses: z.array(z.object({ file: File, certain: z.boolean() })) }),
  ),
  differing: z
    .array(
      z.object({
        id: z.string(),
        values: z.array(z.object({ files: z.array(File), said: LongAnswer.nullable() })),
      }),
    )
    .describe('Answers about the company that should be the same for every use.'),
});

/** The single statement of `format: comparison/1`. Readers ignore keys they do not know. */
export const ComparisonFormat = z
  .object({
    format: z.literal('comparison/1'),
    tool: AssessmentFormat.shape.tool,
    questionnaire: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
    of: z.enum(['time', 'uses']),
    states: z.array(State).min(2).describe('In the order they were given.'),
    remarks: z.array(Remark).describe('What cannot be compared, and what to know of it.'),
    change: Change.nullable().describe('From the first that compares best to the last.'),
    between: z.array(Change).describe('From each to the next, where there are three or more.'),
    uses: Uses.nullable(),
  })
  .meta({
    title: 'Comparison',
    description: 'What changed between assessments, or how the uses of one company stand.',
  });

export type Comparison = z.infer<typeof ComparisonFormat>;
export type ComparedState = Comparison['states'][number];
export type Remark = Comparison['remarks'][number];
export type StateChange = z.infer<typeof Change>;
export type Direction = (typeof directions)[number];
export type AnswerChange = StateChange['answers'][number];
export type StepChange = StateChange['steps'][number];
export type UsesSideBySide = z.infer<typeof Uses>;
