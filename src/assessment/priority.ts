import type { Engine } from './engine.ts';
import { meanEffort } from './engine-question.ts';
import type { Judgement } from './judge.ts';
import type { RankingRecorder } from './recorder.ts';

/**
 * priority = impact × gap × context / √effort, for every question that has advice: the higher, the sooner. The gap is
 * a share of the span, the effort in person-days.
 */
export function prioritiesOf(
  engine: Engine,
  judgement: Judgement,
  record?: RankingRecorder,
): readonly number[] {
  const { snapped, questionnaire } = engine;
  const { recommend: factors } = questionnaire.method;
  const limiting = limitingGates(judgement);
  const weakest = weakestHurdles(judgement, snapped);
  return engine.questions.map(({ position, hurdle, scoring, advice, difficulty, gates }) => {
    if (!scoring || !advice) return 0;
    const target = judgement.targets[position] ?? scoring.highest;
    const given = judgement.counted.given[position]?.low ?? scoring.lowest;
    const span = scoring.highest - scoring.lowest;
    const gap = span > 0 ? Math.max(0, target - given) / span : 0;
    const active = gates.some((gate) => limiting.has(gate)) ? factors.activeGate : 1;
    const weak = weakest.includes(hurdle) ? factors.weakestHurdle : 1;
    const { impact } = advice;
    const priority = snapped((impact * gap * active * weak) / difficulty);
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
      meanEffort: meanEffort(advice),
      priority,
    });
    return priority;
  });
}

/** The gates that lower something now: a question's points or the value of a hurdle. */
function limitingGates(judgement: Judgement): ReadonlySet<number> {
  const limiting = new Set<number>([...judgement.counted.lowering.values()].flat());
  for (const { limits } of judgement.hurdles) {
    for (const { gate, effective } of limits) if (effective && gate !== null) limiting.add(gate);
  }
  return limiting;
}

/** The hurdles with the lowest level, of those the ones with the lowest mean. */
function weakestHurdles(
  judgement: Judgement,
  snapped: (value: number) => number,
): readonly number[] {
  const lowest = (values: readonly number[]) => Math.min(...values);
  const due = judgement.hurdles.flatMap(({ level, unlimited }, index) =>
    level && unlimited ? [{ index, level: level.low, mean: snapped(unlimited.low) }] : [],
  );
  const level = lowest(due.map((hurdle) => hurdle.level));
  const weak = due.filter((hurdle) => hurdle.level === level);
  const mean = lowest(weak.map((hurdle) => hurdle.mean));
  return weak.filter((hurdle) => hurdle.mean === mean).map((hurdle) => hurdle.index);
}

/** The higher priority first; then impact, less effort, id. */
export function byPriority(engine: Engine, priorities: readonly number[]) {
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
