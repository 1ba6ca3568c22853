import type { Answers } from '../questionnaire/answers.ts';
import type { Change, Recommendation } from './assessment-format.ts';
import type { Engine } from './engine.ts';
import { withTargetReached } from './hypothesis.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { unmet } from './prerequisites.ts';
import type { PlannedStep } from './recommend.ts';
import { schedule } from './schedule.ts';

/**
 * Tells the plan in ids, with what each step would change: alone, and at its place, after all steps before it.
 * A step that is to find something out is counted as if its target were then found reached.
 *
 * @param answers   what was said, to name as the reason
 * @param judgement of what the steps begin at
 */
export function recommendations(
  engine: Engine,
  answers: Answers,
  judgement: Judgement,
  steps: readonly PlannedStep[],
): Recommendation[] {
  const dates = schedule(engine, judgement, steps);
  const { stand } = judgement;
  let reached = stand.sheet;
  let before = judgement;
  return steps.map((step, index) => {
    const { question, kind, priority } = step;
    const { id, hurdle, advice } = engine.questions[question] as Engine['questions'][number];
    const date = dates[index] as (typeof dates)[number];
    const target = judgement.targets[question] ?? null;
    const alone = judgeSheet(
      engine,
      withTargetReached(engine, stand, stand.sheet, question, target),
      { near: judgement },
    );
    reached = withTargetReached(engine, stand, reached, question, target);
    const after = judgeSheet(engine, reached, { near: before });
    const cumulative = changeBetween(engine, hurdle, before, after);
    before = after;
    const answer = answers.answers[id];
    return {
      id,
      rank: index + 1,
      kind,
      placed: placedBy(engine, step),
      priority,
      gain: { alone: changeBetween(engine, hurdle, judgement, alone), cumulative },
      effort: { ...date.effort },
      weeks: date.weeks,
      start: date.start,
      owner: advice?.owner ?? '',
      requires: [...(advice?.requires ?? [])],
      after: kind === 'improve' ? idsOf(engine, unmet(engine, judgement, question)) : [],
      because: [
        answer?.state === 'answered'
          ? { id, answer: answer.answer as string[] | string | number }
          : { id, state: answer?.state === 'unknown' ? 'unknown' : 'unanswered' },
      ],
      phase: date.phase,
    };
  });
}

function idsOf(engine: Engine, positions: readonly number[]): string[] {
  return positions.flatMap((position) => engine.questions[position]?.id ?? []);
}

function placedBy(engine: Engine, { placed }: PlannedStep): string | null {
  if (placed === null) return null;
  return 'verdict' in placed
    ? `verdict:${engine.verdicts[placed.verdict]?.id}`
    : `prerequisite:${engine.questions[placed.prerequisite]?.id}`;
}

/** What differs between two judgements: the company, one hurdle, and the verdicts that no longer stand. */
export function changeBetween(
  engine: Engine,
  hurdle: number,
  from: Judgement,
  to: Judgement,
): Change {
  const level = ({ hurdles }: Judgement) => {
    const result = hurdles[hurdle];
    return result?.reason === null ? (result.level?.low ?? null) : null;
  };
  const score = ({ hurdles }: Judgement) => hurdles[hurdle]?.score?.low ?? null;
  const standing = new Set(to.verdicts.map(({ verdict }) => verdict));
  return {
    level: [from.overall.level, to.overall.level],
    score: [from.overall.score?.low ?? null, to.overall.score?.low ?? null],
    hurdle: {
      id: engine.hurdles[hurdle]?.id ?? '',
      level: [level(from), level(to)],
      score: [score(from), score(to)],
    },
    lifts: from.verdicts.flatMap(({ verdict }) =>
      standing.has(verdict) || engine.verdicts[verdict]?.verdict.kind === 'fine'
        ? []
        : [engine.verdicts[verdict]?.id ?? ''],
    ),
  };
}
