import type { StateChange } from '../comparison-format.ts';
import type { Found } from './findings.ts';
import { verdictFound } from './findings.ts';
import { heldDownBy } from './held-down.ts';
import { questionCause, stepsAbout } from './naming.ts';
import type { Side } from './side.ts';

const fallen = ['down', 'no-longer-rateable'];

/** Levels that fell since the baseline, with the changed answers that led to it. */
export function lowerLevels(side: Side, { overall, hurdles, answers }: StateChange): Found[] {
  const worse = answers.filter(isWorse).map(({ id }) => id);
  const found = (
    kind: 'company' | 'hurdle',
    id: string | null,
    { level, levelHigh, levelBecause }: NonNullable<typeof overall> | (typeof hurdles)[number],
    own: readonly string[],
  ): Found => {
    const ids = levelBecause !== null && levelBecause.length > 0 ? levelBecause : own;
    const because = ids.map((cause) => changedCause(side, cause, answers));
    const steps = stepsAbout(side, ids);
    // Where the company is another, the answers are the same, and hold down what they did not before.
    const hurdle = side.assessment.hurdles.find((one) => one.id === id);
    const held = steps.length === 0 && hurdle ? heldDownBy(side, hurdle, level[0] ?? 0) : [];
    const others = held.filter((one) => !ids.includes(one.id));
    return {
      kind,
      id,
      certain: true,
      reason: level[1] === null ? 'not-rateable' : null,
      level: level[1],
      levelHigh: levelHigh[1],
      levelBefore: level[0],
      because: [...because, ...others],
      steps:
        steps.length > 0
          ? steps
          : stepsAbout(
              side,
              others.map((one) => one.id),
            ),
    };
  };
  return [
    ...(overall !== null && fallen.includes(overall.direction)
      ? [found('company', null, overall, worse)]
      : []),
    ...hurdles
      .filter(({ direction }) => fallen.includes(direction))
      .map((hurdle) => {
        const own = answers.filter((answer) => answer.hurdle === hurdle.id && isWorse(answer));
        return found(
          'hurdle',
          hurdle.id,
          hurdle,
          own.map(({ id }) => id),
        );
      }),
  ];
}

/** Verdicts, but for those of kind `fine`, that stand now and did not. */
export function newVerdicts(side: Side, { verdicts }: StateChange, strict: boolean): Found[] {
  // What was provisional counted already, strictly speaking.
  const come = strict ? verdicts.added : [...verdicts.added, ...verdicts.confirmed];
  return side.assessment.verdicts
    .filter(({ id, kind }) => kind !== 'fine' && come.some((verdict) => verdict.id === id))
    .filter(({ certain }) => certain || strict)
    .map((verdict) => verdictFound(side, verdict));
}

/** Answers that became worse, or that nobody knows any more. */
export function worseAnswers(side: Side, { answers }: StateChange): Found[] {
  return answers.filter(isWorse).map(({ id, target: [, target] }) => ({
    kind: 'question',
    id,
    certain: true,
    reason: null,
    target,
    because: [changedCause(side, id, answers)],
    steps: stepsAbout(side, [id]),
  }));
}

function isWorse({ change }: StateChange['answers'][number]): boolean {
  return change === 'down' || change === 'now-unknown';
}

function changedCause(side: Side, id: string, answers: StateChange['answers']) {
  const changed = answers.find((answer) => answer.id === id);
  if (changed) return { ...questionCause(side, id), before: changed.said[0] };
  if (id.includes('.')) return questionCause(side, id);
  const given = side.answers.profile[id];
  return {
    id,
    state: given?.state ?? ('unanswered' as const),
    ...(given?.state === 'answered' ? { answer: given.answer as string | number | string[] } : {}),
    at: side.placeOf('profile', id),
  };
}
