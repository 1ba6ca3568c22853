import type {
  NumberQuestion,
  ProfileQuestion,
  Question,
} from '../questionnaire/question-format.ts';
import type { Tell } from '../questionnaire/teller.ts';
import type { Numbers } from './numbers.ts';
import type { Say } from './report-words.ts';

/** What numbers answer a question: of what, and between which; null where nothing is said, or no number is asked for. */
export type QuantityView = {
  readonly unit: string | null;
  readonly range: string | null;
  /** Both in one. */
  readonly about: string | null;
};

/** A number with what it counts, where the question says so: "12,5 Std.". */
export function quantityInWords(
  value: number,
  { unitLabel }: Pick<NumberQuestion, 'unitLabel'>,
  numbers: Numbers,
  tell: Tell,
): string {
  const number = numbers.exact(value);
  // No line ends between the two.
  return unitLabel ? `${number}\u00a0${tell(unitLabel)}` : number;
}

/** What a question for a number says of it. */
export function quantityView(
  question: Question | ProfileQuestion,
  numbers: Numbers,
  tell: Tell,
  say: Say,
): QuantityView {
  if (question.kind !== 'number') return { unit: null, range: null, about: null };
  const unit = question.unitLabel ? tell(question.unitLabel) : null;
  const range = rangeWords(question, numbers, say);
  const about = [unit, range].filter((part) => part !== null).join(', ');
  return { unit, range, about: about === '' ? null : about };
}

function rangeWords({ min, max }: NumberQuestion, { exact }: Numbers, say: Say): string | null {
  if (min === undefined) {
    return max === undefined ? null : say('quantity.at-most', { max: exact(max) });
  }
  if (max === undefined) return say('quantity.at-least', { min: exact(min) });
  return say('quantity.between', { min: exact(min), max: exact(max) });
}
