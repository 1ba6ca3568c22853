import type { Explanation } from '../../src/assessment/explanation-format.ts';

type Value = number | boolean | null;
type Step = Explanation['entries'][number]['steps'][number];
type Operand = Step['operands'][number];

/**
 * Computes every step of an explanation anew, from what its operands say and from the steps they refer to. Knows nothing
 * of how the program computes: only what the format says each operation does.
 *
 * @returns every result by its reference
 * @throws Error where a reference leads nowhere or a step gives something else than it says
 */
export function recompute(explanation: Explanation): ReadonlyMap<string, Value> {
  const steps = new Map<string, Step>();
  for (const { ref, steps: own } of explanation.entries) {
    for (const step of own) {
      const name = `${ref}/${step.id}`;
      if (steps.has(name)) throw new Error(`${name} is there twice`);
      steps.set(name, step);
    }
  }
  const results = new Map<string, Value>();
  const under = new Set<string>();
  const resultOf = (name: string): Value => {
    const known = results.get(name);
    if (known !== undefined) return known;
    const step = steps.get(name);
    if (!step) throw new Error(`There is no step ${name}`);
    if (under.has(name)) throw new Error(`${name} rests on itself`);
    under.add(name);
    const operands = step.operands.map((operand) => {
      if (operand.from === undefined) return operand;
      const value = resultOf(operand.from);
      if (!isNear(value, operand.value)) {
        throw new Error(`${name}: ${operand.from} is ${value}, not ${operand.value}`);
      }
      return { ...operand, value };
    });
    const exact = computed(step, operands);
    const result =
      typeof exact === 'number' && step.decimals !== undefined && step.operation !== 'display'
        ? Math.round(exact * 10 ** step.decimals) / 10 ** step.decimals
        : exact;
    if (!isNear(result, step.result)) {
      throw new Error(`${name} gives ${result}, not ${step.result}: ${JSON.stringify(step)}`);
    }
    results.set(name, result);
    return result;
  };
  for (const name of steps.keys()) resultOf(name);
  return results;
}

/** Equal but for the last digits of a sum. */
export function isNear(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

function computed({ operation, decimals = 0 }: Step, operands: readonly Operand[]): Value {
  const all = (name: string) => operands.filter((operand) => operand.name === name);
  const numbers = (name: string) => all(name).map(({ value }) => Number(value));
  const only = (name: string) => {
    const found = numbers(name);
    if (found.length !== 1) throw new Error(`${operation} has ${found.length} operands ${name}`);
    return found[0] as number;
  };
  // What belongs together, by what it is of.
  const together = (...names: string[]) =>
    [...new Set(all(names[0] as string).flatMap(({ of }) => of ?? []))].map((of) =>
      names.map(
        (name) =>
          operands.find((operand) => operand.of === of && operand.name === name)?.value ?? null,
      ),
    );
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const reached = () =>
    Math.max(
      0,
      ...together('from').map(([from], place) => (only('value') >= Number(from) ? place : 0)),
    );
  const indexed = () =>
    together('value', 'lowest', 'highest', 'weight').map((part) => part.map(Number)) as [
      number,
      number,
      number,
      number,
    ][];
  switch (operation) {
    case 'identity':
      return operands.length === 1 ? (operands[0]?.value ?? null) : Number.NaN;
    case 'sum':
      return total(numbers('value'));
    case 'difference':
      return only('value') - only('less');
    case 'mean':
      return total(numbers('value')) / numbers('value').length;
    case 'weighted-mean': {
      const parts = together('value', 'weight').map(
        ([value, weight]) => [Number(value), Number(weight)] as const,
      );
      return (
        total(parts.map(([value, weight]) => value * weight)) /
        total(parts.map(([, weight]) => weight))
      );
    }
    case 'min':
      return Math.min(...numbers('value'));
    case 'max':
      return Math.max(...numbers('value'));
    case 'level-gate': {
      let levels = 0;
      for (const [value, lowest, highest] of together('value', 'lowest', 'highest')) {
        const span = Number(highest) - Number(lowest);
        const share = value === null || span <= 0 ? 1 : (Number(value) - Number(lowest)) / span;
        levels += share;
        if (share < 1 - 1e-12) break;
      }
      return levels;
    }
    case 'cap':
      return Math.max(only('lowest'), Math.min(only('value'), ...numbers('limit')));
    case 'within':
      return Math.min(Math.max(only('value'), ...numbers('atLeast')), ...numbers('atMost'));
    case 'shortfall':
      return Math.max(0, only('target') - only('value'));
    case 'share':
      return only('whole') > 0 ? Math.min(1, Math.max(0, only('part') / only('whole'))) : 0;
    case 'share-of-span': {
      const span = only('highest') - only('lowest');
      return span > 0 ? Math.max(0, only('target') - only('value')) / span : 0;
    }
    case 'count':
      return all('value').filter(({ value }) => value === true).length;
    case 'count-above':
      return numbers('value').filter((value) => value > only('bound')).length;
    case 'at-least':
      return only('value') >= only('bound');
    case 'at-most':
      return only('value') <= only('bound');
    case 'all-hold':
      return all('value').every(({ value }) => value === true);
    case 'any-holds':
      return all('value').some(({ value }) => value === true);
    case 'only-if':
      return all('condition')[0]?.value === true ? only('value') : null;
    case 'display':
      return Number(
        `${Math.round(Number(`${only('value').toPrecision(15)}e${decimals}`))}e-${decimals}`,
      );
    case 'points-from-bands': {
      const bands = together('from', 'points').sort(([a], [b]) => Number(a) - Number(b));
      const band = bands.findLast(([from]) => only('value') >= Number(from)) ?? bands[0];
      return Number(band?.[1]);
    }
    case 'level-from-scale':
      return reached();
    case 'score-from-value':
      return ((only('value') - only('lowest')) / (only('highest') - only('lowest'))) * 100;
    case 'harmonic-index': {
      const harmonic = (of: (part: [number, number, number, number]) => number) =>
        total(indexed().map((part) => part[3])) /
        total(indexed().map((part) => part[3] / (of(part) + 1)));
      const now = harmonic(([value, lowest]) => value - lowest);
      const best = harmonic(([, lowest, highest]) => highest - lowest);
      return ((now - 1) / (best - 1)) * 100;
    }
    case 'mean-index': {
      const weights = total(indexed().map((part) => part[3]));
      const parts = indexed().map(
        ([value, lowest, highest, weight]) => (weight * (value - lowest)) / (highest - lowest),
      );
      return (total(parts) / weights) * 100;
    }
    case 'priority':
      return (
        (only('impact') * only('gap') * only('activeGate') * only('weakestHurdle')) /
        Math.sqrt(only('effort'))
      );
    default:
      return operation satisfies never;
  }
}
