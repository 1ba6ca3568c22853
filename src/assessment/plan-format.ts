import * as z from 'zod';
import { AssessmentFormat } from './assessment-format.ts';

const assessment = AssessmentFormat.shape;
const recommendation = assessment.recommendations.element.shape;
const Effort = recommendation.effort;
const Change = recommendation.gain.shape.cumulative;
const Level = assessment.overall.shape.level;
const Score = assessment.overall.shape.score;

const decided = {
  status: z.enum(['open', 'doing', 'done', 'dropped']),
  who: z.string().nullable(),
  due: z.string().nullable().describe('YYYY-MM-DD.'),
  overdue: z.boolean().describe('The day of the assessment is past it, and it is not done.'),
  note: z.string().nullable(),
};

const Step = z.object({
  id: z.string(),
  rank: z.int().min(1).describe('In the plan of the assessment; nobody else gets the number.'),
  kind: recommendation.kind,
  phase: recommendation.phase,
  ...decided,
  canBegin: z.boolean().describe('What it needs is there, and nobody works on it yet.'),
  owner: z.string().describe('A role.'),
  effort: Effort,
  weeks: recommendation.weeks,
  start: recommendation.start,
  after: recommendation.after,
  placed: recommendation.placed,
  because: recommendation.because,
  gain: Change.describe('Once this and all steps before it are done, without the dropped.'),
});

const Standing = z.object({ level: Level, score: Score, verdicts: z.array(z.string()) });

const RouteStep = z.object({
  id: z.string(),
  kind: recommendation.kind,
  rank: z.int().min(1).nullable().describe('In the plan; null for one that waits there.'),
  status: decided.status.nullable(),
  owner: z.string(),
  effort: Effort,
  weeks: z.number(),
  start: z.number().describe('Weeks from the first day, as many at once as the plan has for now.'),
  after: z.array(z.string()).describe('Steps of this route that must come before it.'),
  gain: Change.describe('Once this and all steps before it are done.'),
});

const Dispute = z.object({
  id: z.string().describe('A question.'),
  sources: z.array(
    z.object({ role: z.string(), answer: z.unknown().describe('null: did not know.') }),
  ),
});

const Route = z.object({
  goal: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('level'), level: z.int().min(0) }),
    z.object({ kind: z.literal('at-target') }),
    z.object({ kind: z.literal('verdict'), verdict: z.string() }),
    z.object({ kind: z.literal('days'), days: z.number().min(0) }),
  ]),
  reached: z.boolean().describe('Otherwise no steps of this plan reach it; then these are all.'),
  exact: z.boolean().describe('No other steps do it with less; false: an approximation.'),
  judgings: z.int().describe('How many results were worked out to find it.'),
  effort: Effort.extend({ mean: z.number() }),
  weeks: z.number().describe('Along the longest chain of prerequisites.'),
  steps: z.array(RouteStep).describe('In an order in which each can begin.'),
  answerAgain: z
    .array(z.object({ id: z.string(), rank: RouteStep.shape.rank, gain: Change }))
    .describe(
      'Done, but their answers do not say so yet: they come before all steps and take nothing.',
    ),
  onlyWith: z
    .array(z.string())
    .describe('Dropped steps without which the goal cannot be reached, where it can be with them.'),
  before: Standing,
  after: Standing,
  disputes: z
    .array(Dispute)
    .describe('Roles must agree on these: no step lifts what rests on their being apart.'),
  stoppedBy: z
    .array(z.string())
    .describe('With a level that is not reached: hurdles that stay below it, whatever is done.'),
});

/** The single statement of `format: plan/1`. Readers ignore keys they do not know. */
export const PlanFormat = z
  .object({
    format: z.literal('plan/1'),
    tool: assessment.tool,
    questionnaire: assessment.questionnaire,
    subject: assessment.subject,
    scope: assessment.scope,
    date: assessment.date,
    overall: assessment.overall.pick({
      level: true,
      levelHigh: true,
      target: true,
      score: true,
      scoreHigh: true,
      reason: true,
      atTarget: true,
    }),
    next: z.array(z.string()).describe('What to begin now.'),
    effort: Effort.describe('Of all steps.'),
    steps: z.array(Step),
    done: z.array(
      z.object({
        id: z.string(),
        rank: z.int().nullable(),
        ...decided,
        confirmed: z.boolean().describe('False: the answer still says otherwise; answer it again.'),
      }),
    ),
    dropped: z.array(
      z.object({
        id: z.string(),
        rank: z.int().nullable(),
        ...decided,
        verdicts: z.array(z.string()).describe('That the rest of the plan does not lift.'),
        steps: z.array(z.string()).describe('That cannot begin without it.'),
      }),
    ),
    others: z
      .array(
        z.object({
          id: z.string(),
          ...decided,
          why: z.enum(['reached', 'deferred', 'not-due', 'not-applicable', 'open']),
        }),
      )
      .describe('Decided about questions that the plan has no step for.'),
    deferred: assessment.deferred,
    route: Route.nullable().describe('With --to or --days.'),
  })
  .meta({
    title: 'Plan',
    description: 'What to do, who and until when, what is done, and the way to a goal.',
  });

export type Plan = z.infer<typeof PlanFormat>;
export type PlanRoute = z.infer<typeof Route>;
