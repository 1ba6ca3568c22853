import { snap } from '../shared/snap.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
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

export type Plan = {
  readonly steps: readonly PlannedStep[];
  readonly deferred: readonly DeferredStep[];
};

/**
 * Ranks what to do: what lifts a standing verdict first, then by
 * priority = impact × gap × context / √effort, every step after what it requires.
 *
 * @param record is told how each priority comes about, and which step waits
 */
export function recommend(engine: Engine, judgement: Judgement, record?: RankingRecorder): Plan {
  const deferred = deferredByVerdict(engine, judgement);
  const blocked = new Map<number, readonly number[]>();
  const candidates = engine.questions
    .map(({ position }) => position)
    .filter((position) => isBelowTarget(engine, judgement, position) && !deferred.has(position))
    .filter((position) => {
      const by = blockers(engine, judgement, position, deferred);
      if (by.length > 0) blocked.set(position, by);
      return by.length === 0;
    });
  const priorities = prioritiesOf(engine, judgement, record);
  const steps: PlannedStep[] = [];
  const isPlaced = (position: number) => steps.some((step) => step.question === position);

  const place = (position: number, placed: Placing): void => {
    if (isPlaced(position) || deferred.has(position) || blocked.has(position)) return;
    if (!engine.questions[position]?.advice) return;
    const isOpen = !isAnswered(judgement, position);
    if (!isOpen) {
      const by = blockers(engine, judgement, position, deferred);
      if (by.length > 0) {
        blocked.set(position, by);
        return;
      }
      for (const required of unmet(engine, judgement, position)) {
        place(required, { prerequisite: position });
      }
    }
    const kind = isOpen ? 'find-out' : 'improve';
    steps.push({ question: position, kind, placed, priority: priorities[position] as number });
  };

  for (const { verdict, certain, first } of judgement.verdicts) {
    for (const position of first) {
      if (certain || !isAnswered(judgement, position)) place(position, { verdict });
    }
  }
  const ranked = [...candidates].sort(byPriority(engine, priorities));
  for (;;) {
    const waiting = ranked.filter((position) => !isPlaced(position));
    const next =
      waiting.find((position) => !crowds(engine, judgement, position, steps)) ?? waiting[0];
    if (next === undefined) break;
    if (record) for (const one of waiting.slice(0, waiting.indexOf(next))) record.waits(one);
    place(next, null);
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

function isAnswered(judgement: Judgement, position: number): boolean {
  return judgement.stand.situation.questions[position]?.state === 'answered';
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

/** The prerequisites of a step that are not met, in the order they are written. */
export function unmet(engine: Engine, judgement: Judgement, position: number): readonly number[] {
  return (engine.questions[position]?.requires ?? []).filter(
    (required) => !isMet(engine, judgement, required),
  );
}

/** Whether a prerequisite is met. */
export function isMet(engine: Engine, judgement: Judgement, position: number): boolean {
  if (judgement.stand.situation.questions[position]?.state === 'absent') return true;
  if (!isAnswered(judgement, position)) return false;
  return (judgement.counted.given[position]?.low ?? 0) >= enoughFor(engine, judgement, position);
}

/** The points from which on a prerequisite is met. */
export function enoughFor(engine: Engine, judgement: Judgement, position: number): number {
  const { prerequisiteAt } = engine.questionnaire.method;
  return Math.min(
    prerequisiteAt,
    judgement.targets[position] ?? prerequisiteAt,
    engine.questions[position]?.scoring?.highest ?? prerequisiteAt,
  );
}

// The deferred steps that stand, however far back, before this one. Behind an open answer nothing is looked for:
// to find it out needs no prerequisites.
function blockers(
  engine: Engine,
  judgement: Judgement,
  position: number,
  deferred: ReadonlyMap<number, unknown>,
): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<number>([position]);
  const ahead = [position];
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    for (const required of unmet(engine, judgement, step)) {
      if (deferred.has(required)) found.add(required);
      else if (isAnswered(judgement, required) && !seen.has(required)) ahead.push(required);
      seen.add(required);
    }
  }
  return [...found];
}

/** priority = impact × gap (as a share of the span) × context / √effort, for every question that has advice. */
function prioritiesOf(
  engine: Engine,
  judgement: Judgement,
  record?: RankingRecorder,
): readonly number[] {
  const { recommend: factors, round } = engine.questionnaire.method;
  const limiting = limitingGates(judgement);
  const weakest = weakestHurdles(judgement, round);
  return engine.questions.map(({ position, hurdle, scoring, advice, gates }) => {
    if (!scoring || !advice) return 0;
    const target = judgement.targets[position] ?? scoring.highest;
    const given = judgement.counted.given[position]?.low ?? scoring.lowest;
    const span = scoring.highest - scoring.lowest;
    const gap = span > 0 ? Math.max(0, target - given) / span : 0;
    const active = gates.some((gate) => limiting.has(gate)) ? factors.activeGate : 1;
    const weak = weakest.includes(hurdle) ? factors.weakestHurdle : 1;
    const effort = (advice.effort.min + advice.effort.max) / 2;
    const { impact } = advice;
    const priority = snap((impact * gap * active * weak) / Math.sqrt(effort), round);
    record?.ranked(position, {
      impact,
      target,
      given,
      lowest: scoring.lowest,
      highest: scoring.highest,
      gap,
      activeGate: active,
      gates: gates.filter((gate) => limiting.has(gate)),
      weakestHurdle: weak,
      effort: advice.effort,
      meanEffort: effort,
      priority,
    });
    return priority;
  });
}

/** The gates that lower something now: a question's points or the value of a hurdle. */
function limitingGates(judgement: Judgement): ReadonlySet<number> {
  const limiting = new Set<number>(judgement.counted.lowering.flat());
  for (const { limits } of judgement.hurdles) {
    for (const { gate, effective } of limits) if (effective && gate !== null) limiting.add(gate);
  }
  return limiting;
}

/** The hurdles with the lowest level, of those the ones with the lowest mean. */
function weakestHurdles(judgement: Judgement, decimals: number): readonly number[] {
  const lowest = (values: readonly number[]) => Math.min(...values);
  const due = judgement.hurdles.flatMap(({ level, unlimited }, index) =>
    level && unlimited ? [{ index, level: level.low, mean: snap(unlimited.low, decimals) }] : [],
  );
  const level = lowest(due.map((hurdle) => hurdle.level));
  const weak = due.filter((hurdle) => hurdle.level === level);
  const mean = lowest(weak.map((hurdle) => hurdle.mean));
  return weak.filter((hurdle) => hurdle.mean === mean).map((hurdle) => hurdle.index);
}

function byPriority(engine: Engine, priorities: readonly number[]) {
  const effort = (position: number) => {
    const advice = engine.questions[position]?.advice;
    return advice ? advice.effort.min + advice.effort.max : 0;
  };
  const impact = (position: number) => engine.questions[position]?.advice?.impact ?? 0;
  const id = (position: number) => engine.questions[position]?.id ?? '';
  return (a: number, b: number) =>
    (priorities[b] as number) - (priorities[a] as number) ||
    impact(b) - impact(a) ||
    effort(a) - effort(b) ||
    (id(a) < id(b) ? -1 : 1);
}

// The first steps are spread: one hurdle does not take them all.
function crowds(
  engine: Engine,
  judgement: Judgement,
  position: number,
  steps: readonly PlannedStep[],
): boolean {
  const { phases, recommend: factors } = engine.questionnaire.method;
  const before = new Set<number>();
  const gather = (step: number) => {
    for (const required of unmet(engine, judgement, step)) {
      if (before.has(required) || steps.some(({ question }) => question === required)) continue;
      before.add(required);
      if (isAnswered(judgement, required)) gather(required);
    }
  };
  gather(position);
  if (steps.length + before.size >= phases.now) return false;
  const hurdleOf = (step: number) => engine.questions[step]?.hurdle;
  const same = [...steps.map(({ question }) => question), ...before].filter(
    (step) => hurdleOf(step) === hurdleOf(position),
  );
  return same.length >= factors.firstThreePerHurdle;
}
