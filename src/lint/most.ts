import type { Branch, Engine } from '../assessment/engine.ts';

/** What is known of some questions, by position: that they are answered, and the most points the answer gives. */
export type Known = ReadonlyMap<number, number>;

/**
 * No less than a hurdle or group can be worth, whatever is answered, left open or left out.
 *
 * @returns -Infinity where nothing in it is scored
 */
export function mostOf(branch: Branch, engine: Engine, known: Known = new Map()): number {
  return partsOf(branch, engine, known).value;
}

type Part = {
  readonly value: number;
  readonly weight: number;
  /** It has a value for certain; any other may be left out. */
  readonly isSure: boolean;
};

function partsOf(branch: Branch, engine: Engine, known: Known): Part {
  const questions = branch.questions.flatMap((position): readonly Part[] => {
    const { scoring, weight = 1 } = engine.questions[position] ?? {};
    const isSure = known.has(position);
    return scoring ? [{ value: known.get(position) ?? scoring.highest, weight, isSure }] : [];
  });
  const groups = branch.groups.map((group) => partsOf(group, engine, known));
  const parts = [...questions, ...groups];
  const isSure = parts.some((part) => part.isSure);
  return { value: combined(branch, parts), weight: branch.weight, isSure };
}

function combined({ aggregate, questions, groups }: Branch, parts: readonly Part[]): number {
  const sure = parts.filter(({ isSure }) => isSure);
  const others = parts.filter(({ isSure }) => !isSure).sort((a, b) => b.value - a.value);
  switch (aggregate) {
    case 'sum': {
      const added = [...sure, ...others.filter(({ value }) => value > 0)];
      const chosen = added.length > 0 ? added : others.slice(0, 1);
      return chosen.length > 0 ? chosen.reduce((sum, { value }) => sum + value, 0) : -Infinity;
    }
    case 'min':
      return sure.length > 0 ? Math.min(...sure.map(({ value }) => value)) : best(others);
    case 'max':
      return best(parts);
    case 'mean':
      return highestMean(sure, others, () => 1);
    case 'weighted-mean':
      return highestMean(sure, others, ({ weight }) => weight);
    case 'level-gate':
      return groups.length + Math.min(1, questions.length);
    default:
      return aggregate satisfies never;
  }
}

function best(parts: readonly Part[]): number {
  return Math.max(...parts.map(({ value }) => value));
}

// Of what may be left out, in falling order, only what is above the mean so far raises it.
function highestMean(
  sure: readonly Part[],
  others: readonly Part[],
  weightOf: (part: Part) => number,
): number {
  if (sure.length === 0) return best(others);
  let weights = sure.reduce((sum, part) => sum + weightOf(part), 0);
  let mean = sure.reduce((sum, part) => sum + weightOf(part) * part.value, 0) / weights;
  for (const part of others) {
    if (part.value <= mean) break;
    const weight = weightOf(part);
    mean = (mean * weights + part.value * weight) / (weights + weight);
    weights += weight;
  }
  return mean;
}
