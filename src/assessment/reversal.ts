import type { Answers } from '../questionnaire/answers.ts';
import type { Assessment } from './assessment-format.ts';
import type { Engine } from './engine.ts';
import { type Judgement, judge } from './judge.ts';
import { asGiven, storedAnswers } from './stored-answers.ts';

/**
 * Finds which changed answers brought something about: those that bring the old state back when they are set back in
 * the new sheet and it is judged again.
 */
export type Reversal = {
  /** Those of which each does so by itself. */
  readonly alone: (isAsBefore: (judgement: Judgement) => boolean) => readonly string[];
  /** Whether all of them together do. */
  readonly all: (isAsBefore: (judgement: Judgement) => boolean) => boolean;
  /** Those without which the others of the pool do not; none where all of it together brings nothing back. */
  readonly together: (
    pool: readonly string[],
    isAsBefore: (judgement: Judgement) => boolean,
  ) => readonly string[];
};

/** @param changed ids of what was answered otherwise and counts, profile first */
export function reversalOf(
  engine: Engine,
  from: Assessment,
  to: Assessment,
  changed: readonly string[],
): Reversal {
  const now = storedAnswers(to);
  const base = judge(engine, now);
  const setBack = (ids: readonly string[]) =>
    judge(engine, { ...now, ...earlier(now, from, new Set(ids)) }, { near: base });
  const singly = new Map<string, Judgement>();
  const single = (id: string) => {
    const known = singly.get(id) ?? setBack([id]);
    singly.set(id, known);
    return known;
  };
  return {
    // Where nothing needs to be set back, the answers are not what it is about.
    alone: (isAsBefore) => (isAsBefore(base) ? [] : changed.filter((id) => isAsBefore(single(id)))),
    all: (isAsBefore) => !isAsBefore(base) && isAsBefore(setBack(changed)),
    together: (pool, isAsBefore) => {
      if (isAsBefore(base) || !isAsBefore(setBack(pool))) return [];
      return pool.filter((id) => {
        const least = pool.reduce((kept, other) => {
          if (other === id) return kept;
          const fewer = kept.filter((one) => one !== other);
          return isAsBefore(setBack(fewer)) ? fewer : kept;
        }, pool);
        return !isAsBefore(setBack(least.filter((one) => one !== id)));
      });
    },
  };
}

function earlier(
  now: Answers,
  from: Assessment,
  ids: ReadonlySet<string>,
): Pick<Answers, 'profile' | 'answers'> {
  const back = (said: Answers['answers'], before: Assessment['answers']) =>
    Object.fromEntries([
      ...Object.entries(said).filter(([id]) => !ids.has(id)),
      ...Object.entries(asGiven(before)).filter(([id]) => ids.has(id)),
    ]);
  return { profile: back(now.profile, from.profile), answers: back(now.answers, from.answers) };
}
