import type { ArithmeticStep, Operand } from '../assessment/explanation-format.ts';
import { operand, operandsCalled, type Wordy } from './explaining.ts';

/** A step as an arithmetic with its numbers: "(2 × 2 + 1) / 3 ≈ 1.67"; ≈ where what is shown is rounded. */
export function formula(step: ArithmeticStep, wordy: Wordy): string {
  return equals(leftSide(step, wordy), step, wordy);
}

/** The same with a left side of one's own. */
export function equals(left: string, step: ArithmeticStep, wordy: Wordy): string {
  const { result, operation } = step;
  const { say, amount, telling } = wordy;
  const right = amount(result);
  if (left === right) return right;
  // What is picked out of several is that, however the others are shown.
  const isPicked = operation === 'cap' || operation === 'min' || operation === 'max';
  const operands = isPicked ? [] : step.operands.map(({ value }) => value);
  const isRounded = [result, ...operands].some(
    (value) =>
      typeof value === 'number' &&
      Math.abs(value - Math.round(value * 100) / 100) > 1e-9 &&
      telling.numbers.hundredths(value) !== telling.numbers.exact(value),
  );
  return say(`explain.formula.${isRounded ? 'about' : 'equals'}`, { left, right });
}

function leftSide(step: ArithmeticStep, wordy: Wordy): string {
  const { say, amount } = wordy;
  const values = operandsCalled(step, 'value');
  const shown = values.map(({ value }) => amount(value));
  const say1 = (key: string, more: Record<string, unknown>) => say(`explain.formula.${key}`, more);
  const named = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, bracketed(amount(operand(step, name)?.value))]));
  switch (step.operation) {
    case 'weighted-mean':
      return weightedMean(step, wordy);
    case 'mean':
      return shown.length === 1
        ? (shown[0] ?? '')
        : say1('divided', { sum: added(shown), by: amount(values.length) });
    case 'sum':
      return shown.length === 0 ? say1('none', {}) : added(shown);
    case 'min':
      return shown.length === 1
        ? (shown[0] ?? '')
        : say1('lowest', { values: listed(shown, wordy) });
    case 'max':
      return shown.length === 1
        ? (shown[0] ?? '')
        : say1('highest', { values: listed(shown, wordy) });
    case 'level-gate':
      return levels(step, wordy);
    case 'cap':
      return capped(step, wordy);
    case 'share':
      return say1('share-of', named('part', 'whole'));
    case 'score-from-value':
      return operand(step, 'lowest')?.value === 0
        ? say1('score-from-zero', named('value', 'highest'))
        : say1('score', named('value', 'lowest', 'highest'));
    case 'harmonic-index':
      return harmonic(step, wordy);
    case 'mean-index':
      return say1(step.operation, { values: indexed(step, wordy) });
    case 'priority':
      return priority(step, wordy);
    case 'share-of-span':
      return say1('gap', {
        ...named('target', 'lowest', 'highest'),
        value: bracketed(amount(operand(step, 'value')?.value)),
      });
    case 'shortfall':
      return say1('gap-points', named('target', 'value'));
    case 'display':
      return shown[0] ?? '';
    default:
      return shown.join(say('explain.formula.and'));
  }
}

function weightedMean(step: ArithmeticStep, { say, amount }: Wordy): string {
  const values = operandsCalled(step, 'value');
  const weights = operandsCalled(step, 'weight');
  const weightOf = ({ of }: Operand) => Number(weights.find((one) => one.of === of)?.value ?? 1);
  if (values.length === 1) return amount(values[0]?.value);
  const terms = values.map((one) =>
    weightOf(one) === 1 ? amount(one.value) : `${amount(one.value)} × ${amount(weightOf(one))}`,
  );
  const by = values.reduce((total, one) => total + weightOf(one), 0);
  return say('explain.formula.divided', { sum: added(terms), by: amount(by) });
}

function levels(step: ArithmeticStep, wordy: Wordy): string {
  const { amount, say } = wordy;
  const parts = operandsCalled(step, 'value').map(({ value, of }) => {
    const at = (name: string) =>
      step.operands.find((one) => one.name === name && one.of === of)?.value;
    return value === null
      ? '–'
      : say('explain.formula.share-of', { part: amount(value), whole: amount(at('highest')) });
  });
  return say('explain.formula.parts', { parts: parts.join('; ') });
}

// The lowest value there can be is told only where it is what counts.
function capped(step: ArithmeticStep, wordy: Wordy): string {
  const { amount, say } = wordy;
  const limits = operandsCalled(step, 'limit');
  const value = operand(step, 'value');
  if (limits.length === 0) return amount(value?.value);
  const all = [value, ...limits].map((one) => amount(one?.value));
  const lowest = operand(step, 'lowest')?.value ?? null;
  const least = Math.min(...[value, ...limits].map((one) => Number(one?.value)));
  const different = [...new Set(all)];
  const values = listed(different, wordy);
  return typeof lowest === 'number' && least < lowest
    ? say('explain.formula.no-lower', { values, lowest: amount(lowest) })
    : different.length === 1
      ? values
      : say('explain.formula.lowest', { values });
}

// The mean in between with more decimals than the rest: it is computed on with.
function harmonic(step: ArithmeticStep, wordy: Wordy): string {
  const { amount, say, telling } = wordy;
  const parts = operandsCalled(step, 'value').map(({ value, of }) => {
    const at = (name: string) =>
      Number(step.operands.find((one) => one.name === name && one.of === of)?.value);
    const [lowest, weight] = [at('lowest'), at('weight')];
    return { weight, of: Number(value) - lowest + 1, most: at('highest') - lowest + 1 };
  });
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = weights / parts.reduce((sum, part) => sum + part.weight / part.of, 0);
  const most = weights / parts.reduce((sum, part) => sum + part.weight / part.most, 0);
  const shown = Math.round(mean * 10_000) / 10_000;
  return say('explain.formula.harmonic-index', {
    sum: amount(weights),
    terms: parts.map(({ weight, of }) => `${amount(weight)}/${amount(of)}`).join(' + '),
    sign: shown === mean ? '=' : '≈',
    mean: telling.numbers.exact(shown),
    span: amount(most - 1),
  });
}

function indexed(step: ArithmeticStep, { amount, say }: Wordy): string {
  const weights = operandsCalled(step, 'weight');
  return operandsCalled(step, 'value')
    .map(({ value, of }) => {
      const weight = weights.find((one) => one.of === of)?.value ?? 1;
      return weight === 1
        ? amount(value)
        : say('explain.formula.weighted', { value: amount(value), weight: amount(weight) });
    })
    .join('; ');
}

function priority(step: ArithmeticStep, { amount, say }: Wordy): string {
  const at = (name: string) => operand(step, name)?.value;
  const factor = (name: string, key: string) =>
    at(name) === 1 ? '' : say(`explain.formula.${key}`, { factor: amount(at(name)) });
  return say('explain.formula.priority', {
    impact: amount(at('impact')),
    gap: amount(at('gap')),
    effort: amount(at('effort')),
    gate: factor('activeGate', 'priority-gate'),
    weakest: factor('weakestHurdle', 'priority-weakest'),
  });
}

function added(terms: readonly string[]): string {
  return terms.map((term, place) => (place === 0 ? term : plus(term))).join('');
}

function bracketed(term: string): string {
  return term.startsWith('−') ? `(${term})` : term;
}

// A debit is taken off.
function plus(term: string): string {
  return term.startsWith('−') ? ` − ${term.slice(1)}` : ` + ${term}`;
}

function listed(values: readonly string[], { say }: Wordy): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join('; ')}${say('explain.formula.and')}${values.at(-1)}`;
}
