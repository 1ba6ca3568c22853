import { compileCondition } from '../../questionnaire/compile-condition.ts';
import { daysBetween } from '../../shared/day.ts';
import type { AssessedHurdle, AssessedVerdict } from '../assessment-format.ts';
import { causesIn } from '../causes.ts';
import { questionsOf } from '../comparability.ts';
import { behindResults } from './behind.ts';
import type { Finding } from './check-format.ts';
import { type MaxAge, type OwnCheck, verdictKinds } from './demands.ts';
import { heldDownBy, isOpen } from './held-down.ts';
import { namedCauses, questionCause, stepAbout, stepsAbout } from './naming.ts';
import type { Side } from './side.ts';

/** What keeps a demand from being met, before it is known whether that is new. */
export type Found = Omit<Finding, 'isNew'>;

const plain: Pick<Found, 'certain' | 'reason' | 'because' | 'steps'> = {
  certain: true,
  reason: null,
  because: [],
  steps: [],
};

/** Verdicts that stand and were demanded not to: by a kind, or by an id. */
export function standingVerdicts(side: Side, of: string, strict: boolean): Found[] {
  const kinds: readonly string[] = verdictKinds;
  return side.assessment.verdicts
    .filter(({ id, kind }) => (kinds.includes(of) ? kind === of : id === of))
    .filter(({ certain }) => certain || strict)
    .map((verdict) => verdictFound(side, verdict));
}

export function verdictFound(side: Side, { id, certain, because, first }: AssessedVerdict): Found {
  const named = namedCauses(side, because);
  const causes = [...named, ...behindResults(side, named)];
  const asked = first.length > 0 ? first : causes.map((cause) => cause.id);
  return {
    ...plain,
    kind: 'verdict',
    id,
    certain,
    because: causes,
    steps: stepsAbout(side, asked),
  };
}

/** Due questions that have no answer, or one below its target; in the order of the plan. */
export function belowTarget(side: Side): Found[] {
  const { assessment, engine } = side;
  if (assessment.overall.atTarget) return [];
  const below = questionsOf(assessment).filter(
    (question) =>
      engine.questions[engine.positions.get(question.id) ?? -1]?.scoring != null &&
      (isOpen(question) || (question.state === 'answered' && (question.gap ?? 0) > 0)),
  );
  const found = below.map(
    ({ id, target }): Found => ({
      ...plain,
      kind: 'question',
      id,
      target,
      because: [questionCause(side, id)],
      steps: stepAbout(side, id),
    }),
  );
  const place = ({ steps }: Found) => steps[0]?.rank ?? Number.POSITIVE_INFINITY;
  if (found.length > 0) return found.sort((a, b) => place(a) - place(b) || 0);
  return [{ ...plain, kind: 'company', id: null, reason: whyNothing(side) }];
}

// Why there is nothing that could be judged.
function whyNothing({ assessment: { overall, scope } }: Side): Found['reason'] {
  if (overall.due > 0) return 'not-applicable';
  return scope.quick || scope.role !== null ? 'scope' : 'not-due';
}

/** The hurdles that keep the company below a level, or why it has none. */
export function belowLevel(side: Side, level: number): Found[] {
  const { overall, hurdles } = side.assessment;
  if (overall.level !== null && overall.level >= level) return [];
  const company: Found = {
    ...plain,
    kind: 'company',
    id: null,
    reason: overall.reason === 'not-due' ? whyNothing(side) : overall.reason,
    level: overall.level,
    levelHigh: overall.levelHigh,
  };
  if (overall.reason === 'scope') return [company];
  const holding = hurdles.filter(
    (hurdle) => hurdle.reason === 'not-rateable' || (hurdle.level !== null && hurdle.level < level),
  );
  return holding.length === 0 ? [company] : holding.map((one) => hurdleFound(side, one, level));
}

/** The hurdle, where it is below a level or has none. */
export function hurdleBelow(side: Side, id: string, level: number): Found[] {
  const hurdle = side.assessment.hurdles.find((one) => one.id === id);
  if (!hurdle) return [{ ...plain, kind: 'hurdle', id, reason: 'no-such-hurdle', level: null }];
  if (hurdle.level !== null && hurdle.level >= level) return [];
  return [hurdleFound(side, hurdle, level)];
}

function hurdleFound(side: Side, hurdle: AssessedHurdle, level: number): Found {
  const because = heldDownBy(side, hurdle, level);
  const { id, reason, levelHigh } = hurdle;
  const own = hurdle.questions.map((question) => question.id);
  const [first] = side.assessment.recommendations.filter((step) => own.includes(step.id));
  const steps = stepsAbout(
    side,
    because.map((cause) => cause.id),
  );
  return {
    ...plain,
    kind: 'hurdle',
    id,
    reason,
    level: hurdle.level,
    levelHigh,
    because,
    steps: steps.length > 0 || first === undefined ? steps : stepAbout(side, first.id),
  };
}

/** Too few answers for a share that was demanded. */
export function uncovered(side: Side, share: number): Found[] {
  const { coverage } = side.assessment.overall;
  if (coverage !== null && coverage >= share) return [];
  const open = questionsOf(side.assessment)
    .filter(isOpen)
    .filter(({ id }) => side.engine.questions[side.engine.positions.get(id) ?? -1]?.scoring != null)
    .map(({ id }) => id);
  return [
    {
      ...plain,
      kind: 'coverage',
      id: null,
      reason: coverage === null ? whyNothing(side) : null,
      value: coverage,
      because: open.map((id) => questionCause(side, id)),
      steps: stepsAbout(side, open),
    },
  ];
}

/** Answers that are too old, or do not say how old they are. A day ahead may be a matter of time zones. */
export function tooOld({ assessment: { date } }: Side, { notBefore, today }: MaxAge): Found[] {
  const found: Found = { ...plain, kind: 'age', id: null, date };
  if (date === null) return [{ ...found, reason: 'undated' }];
  if (daysBetween(today, date) > 1) return [{ ...found, reason: 'future' }];
  return date < notBefore ? [found] : [];
}

/** A condition of one's own that holds, or is undecided. */
export function ownCondition(side: Side, { id, when }: OwnCheck): Found[] {
  const { engine, answers, judgement } = side;
  const truth = compileCondition(when, engine.questionnaire)(judgement.situation);
  if (truth === 'false') return [];
  const named = namedCauses(side, causesIn(when, engine, answers, judgement));
  const because = [...named, ...behindResults(side, named)];
  return [
    {
      ...plain,
      kind: 'condition',
      id,
      certain: truth === 'true',
      because,
      steps: stepsAbout(
        side,
        because.map((cause) => cause.id),
      ),
    },
  ];
}
