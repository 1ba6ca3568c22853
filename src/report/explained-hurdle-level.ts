import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import { possible } from './explained-rows.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { operand, operandsCalled, row, stepIn, type Wordy } from './explaining.ts';

/** Which level the value of a hurdle reaches, at its certain and its possible end. */
export function levelRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const low = stepIn(entry, 'reached');
  const high = stepIn(entry, 'reachedHigh');
  const isRateable = stepIn(entry, 'rateable')?.result !== false;
  const worded = (step: ArithmeticStep | undefined) =>
    step ? row(wordy, 'level', reachedWords(step, isRateable, wordy)) : [];
  return [...worded(low), ...possible(worded(high), wordy)];
}

// What a value would be enough for is no level as long as too much is open.
function reachedWords(step: ArithmeticStep, isRateable: boolean, { say, amount }: Wordy): string {
  const level = Number(step.result);
  const value = amount(operand(step, 'value')?.value);
  const bounds = operandsCalled(step, 'from').map((one) => Number(one.value));
  const [from = 0, nextFrom] = [bounds[level], bounds[level + 1]];
  if (isRateable && Number(operand(step, 'value')?.value) < from) {
    return say('explain.level.below-all', { value, from: amount(from) });
  }
  const facts = { value, level, from: amount(from) };
  if (!isRateable) return say('explain.level.would-reach', facts);
  return nextFrom === undefined
    ? say('explain.level.reached', facts)
    : say('explain.level.reached-not-next', {
        ...facts,
        next: level + 1,
        bound: amount(nextFrom),
      });
}

/** How far the value is beyond the level it reaches, where that can earn a plus. */
export function plusRow(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const beyond = stepIn(entry, 'beyond');
  const far = stepIn(entry, 'farEnough');
  if (stepIn(entry, 'rateable')?.result === false) return [];
  if (Number(beyond?.result ?? 0) <= 0 || stepIn(entry, 'belowTop')?.result !== true) return [];
  const reached = stepIn(entry, 'reached');
  const [from, next] = operandsCalled(reached, 'from').slice(Number(reached?.result));
  // Where the next level begins before there could be one, nobody is waiting for it.
  const stretch = Number(next?.value) - Number(from?.value);
  if (Number(operand(far, 'bound')?.value) >= stretch) return [];
  const above = wordy.amount(beyond?.result);
  const enough = wordy.amount(operand(far, 'bound')?.value);
  const key = far?.result === true ? 'beyond' : 'not-beyond';
  return row(wordy, 'plus', wordy.say(`explain.level.${key}`, { above, enough }));
}
