import type { Engine } from '../engine.ts';
import type { Judgement } from '../judge.ts';
import { unmet } from '../prerequisites.ts';
import type { Recommended } from '../recommend.ts';
import { withinBounds } from '../target.ts';

/** A step that a route may take, by its place among the candidates of that route. */
export type Candidate = {
  readonly question: number;
  readonly id: string;
  readonly kind: 'improve' | 'find-out';
  /** What its question is at once it is done, in points. */
  readonly reaches: number;
  readonly effort: { readonly min: number; readonly max: number };
  /** Mean effort in millionths of a person-day, so that sums are exact. */
  readonly cost: number;
  readonly weeks: number;
  /** Candidates that must come before it. */
  readonly needs: readonly number[];
  /** Weeks along the longest chain of what it needs, itself included. */
  readonly chain: number;
  /** Verdicts that put it off as long as they stand. */
  readonly deferredBy: readonly number[];
  /** Its place in the plan; null where the plan puts it off. */
  readonly rank: number | null;
  /** Said to be done: only its question is still to be answered again, which takes nothing. */
  readonly isDone: boolean;
};

/** Person-days in the unit of `cost`. */
export function costOf(days: number): number {
  return Math.round(days * 1e6);
}

/**
 * The steps that a route may take: every question below its target, also where the plan puts it off until a verdict is
 * lifted; and every open question, to find it out. That one counts as if it were then found at its target, or at what
 * a verdict asks that may stand because of it.
 */
export function candidatesOf(
  engine: Engine,
  judgement: Judgement,
  plan: Recommended,
): readonly Candidate[] {
  const { recommend } = engine.questionnaire.method;
  const { situation } = judgement.stand;
  const drafts = engine.questions.flatMap(({ id, position, advice, scoring }) => {
    const state = situation.questions[position]?.state;
    const target = judgement.targets[position] ?? null;
    if (!advice || !scoring || target === null || state === 'absent') return [];
    const isOpen = state !== 'answered';
    const given = judgement.counted.given[position];
    if (!isOpen && (!given || given.low >= target)) return [];
    const rank = plan.steps.findIndex(({ question }) => question === position);
    return [
      {
        question: position,
        id,
        kind: isOpen ? ('find-out' as const) : ('improve' as const),
        reaches: isOpen ? askedFor(engine, judgement, position, target) : target,
        effort: isOpen ? recommend.findOut.effort : advice.effort,
        weeks: isOpen ? recommend.findOut.weeks : advice.weeks,
        deferredBy: isOpen ? [] : deferring(engine, judgement, position),
        rank: rank < 0 ? null : rank + 1,
        isDone: false,
      },
    ];
  });
  // In the order of the plan; what the plan puts off comes last.
  drafts.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1));
  const needs = drafts.map(({ question, kind }) =>
    kind === 'find-out'
      ? []
      : unmet(engine, judgement, question)
          .map((needed) => drafts.findIndex((draft) => draft.question === needed))
          .filter((index) => index >= 0),
  );
  const chains = new Map<number, number>();
  const chainOf = (index: number): number => {
    const known = chains.get(index);
    if (known !== undefined) return known;
    const chain = (drafts[index]?.weeks ?? 0) + Math.max(0, ...(needs[index] ?? []).map(chainOf));
    chains.set(index, chain);
    return chain;
  };
  return drafts.map((draft, index) => ({
    ...draft,
    cost: costOf((draft.effort.min + draft.effort.max) / 2),
    needs: needs[index] ?? [],
    chain: chainOf(index),
  }));
}

// A verdict that only may stand raises no target yet; but who finds out wants to know whether it stands.
function askedFor(
  engine: Engine,
  { verdicts }: Judgement,
  position: number,
  target: number,
): number {
  const asked = verdicts.flatMap(({ verdict }) =>
    (engine.verdicts[verdict]?.lifting?.asks ?? [])
      .filter(({ question }) => question === position)
      .map(({ points }) => points),
  );
  const question = engine.questions[position];
  return question ? withinBounds(engine, question, Math.max(target, ...asked)) : target;
}

function deferring(engine: Engine, { verdicts }: Judgement, position: number): readonly number[] {
  return verdicts
    .filter(
      ({ certain, verdict }) => certain && engine.verdicts[verdict]?.defers.includes(position),
    )
    .map(({ verdict }) => verdict);
}
