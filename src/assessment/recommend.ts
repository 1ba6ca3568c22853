import type { Engine } from './engine.ts';
import { nextOf, startsOf } from './first-steps.ts';
import type { Judgement } from './judge.ts';
import { blockers, isAnswered, unmet } from './prerequisites.ts';
import { byPriority, prioritiesOf } from './priority.ts';
import type { RankingRecorder } from './recorder.ts';

/** What put a recommendation where it stands: a verdict, another recommendation that needs it, or its priority alone. */
export type Placing = { readonly verdict: number } | { readonly prerequisite: number } | null;

/** A step of the plan, by the position of its question. */
export type PlannedStep = {
  readonly question: number;
  /** Reach the target, or first find out where one stands. */
  readonly kind: 'improve' | 'find-out';
  readonly placed: Placing;
  readonly priority: number;
};

/** A step that waits, and why: a verdict, another step that waits, or because its question is not due yet. */
export type DeferredStep = {
  readonly question: number;
  readonly because: 'verdict' | 'blocked' | 'not-due';
  /** Verdicts for `verdict`, questions for `blocked`. */
  readonly by: readonly number[];
};

/** What is recommended: the steps in order, and those that wait. */
export type Recommended = {
  readonly steps: readonly PlannedStep[];
  readonly deferred: readonly DeferredStep[];
};

/**
 * Ranks what to do: what lifts a standing verdict first, then by
 * priority = impact × gap × context / √effort, every step after what it requires.
 *
 * @param record is told how each priority comes about, and which step waits
 * @param most   stop when there are as many steps; what is put off is then not complete
 */
export function recommend(
  engine: Engine,
  judgement: Judgement,
  record?: RankingRecorder,
  most = Infinity,
): Recommended {
  const deferred = deferredByVerdict(engine, judgement);
  const blocked = new Map<number, readonly number[]>();
  const isBlocked = (position: number): boolean => {
    if (deferred.size === 0) return false;
    const by = blockers(engine, judgement, position, deferred);
    if (by.length > 0) blocked.set(position, by);
    return by.length > 0;
  };
  const candidates = engine.all.filter(
    (position) =>
      isBelowTarget(engine, judgement, position) && !deferred.has(position) && !isBlocked(position),
  );
  const priorities = prioritiesOf(engine, judgement, record);
  const steps: PlannedStep[] = [];
  const already = new Set<number>();
  const isPlaced = (position: number) => already.has(position);

  const place = (position: number, placed: Placing): void => {
    if (isPlaced(position) || deferred.has(position) || blocked.has(position)) return;
    if (!engine.questions[position]?.advice) return;
    const isOpen = !isAnswered(judgement, position);
    if (!isOpen) {
      if (isBlocked(position)) return;
      for (const required of unmet(engine, judgement, position)) {
        place(required, { prerequisite: position });
      }
    }
    const kind = isOpen ? 'find-out' : 'improve';
    already.add(position);
    steps.push({ question: position, kind, placed, priority: priorities[position] as number });
  };

  for (const { verdict, certain, first } of judgement.verdicts) {
    if (steps.length >= most) break;
    for (const position of first) {
      if (certain || !isAnswered(judgement, position)) place(position, { verdict });
    }
    if (certain) {
      for (const position of toClarify(engine, judgement, verdict)) {
        if (steps.length < engine.questionnaire.method.phases.now) place(position, { verdict });
      }
    }
  }
  const ranked = candidates.sort(byPriority(engine, priorities));
  const { now } = engine.questionnaire.method.phases;
  const startOf = startsOf(engine, judgement);
  while (steps.length < now) {
    const waiting = ranked.filter((position) => !isPlaced(position));
    const next = nextOf(engine, judgement, waiting, steps, startOf, record);
    if (next === undefined) break;
    place(next, null);
  }
  for (const position of ranked) {
    if (steps.length >= most) break;
    place(position, null);
  }

  return {
    steps,
    deferred: [
      ...[...deferred]
        .filter(([position]) => isBelowTarget(engine, judgement, position))
        .map(([question, by]) => ({ question, because: 'verdict' as const, by })),
      ...[...blocked].map(([question, by]) => ({ question, because: 'blocked' as const, by })),
    ],
  };
}

// By the answer as given, not by what a gate lets it count: a consequence is not a cause.
function isBelowTarget(engine: Engine, judgement: Judgement, position: number): boolean {
  const target = judgement.targets[position];
  const given = judgement.counted.given[position];
  if (!engine.questions[position]?.advice || !isAnswered(judgement, position)) return false;
  return target != null && given != null && given.low < target;
}

function deferredByVerdict(engine: Engine, judgement: Judgement): Map<number, number[]> {
  const deferred = new Map<number, number[]>();
  for (const { verdict, certain } of judgement.verdicts) {
    if (!certain) continue;
    for (const position of engine.verdicts[verdict]?.defers ?? []) {
      deferred.set(position, [...(deferred.get(position) ?? []), verdict]);
    }
  }
  return deferred;
}

// Where too much is open to say anything, what to find out first: the core questions that stand on no other.
function toClarify(engine: Engine, judgement: Judgement, verdict: number): readonly number[] {
  if (engine.verdicts[verdict]?.verdict.kind !== 'clarify') return [];
  return engine.questions.flatMap(({ position, hurdle, core, requires }) => {
    const isOpen = ['unknown', 'unanswered'].includes(
      judgement.stand.situation.questions[position]?.state ?? '',
    );
    const isRateable = judgement.hurdles[hurdle]?.reason !== 'not-rateable';
    return core && isOpen && !isRateable && requires.length === 0 ? [position] : [];
  });
}
