import { isWithin, type NumberRange } from '../questionnaire/number-range.ts';
import { numbersMeant } from '../questionnaire/numbers-meant.ts';
import type { InterviewWords } from './interview-words.ts';

/**
 * The number that somebody typed, or the sentence that says what is wrong with it.
 *
 * Of two numbers it can mean (1.200 in German: 1200 or 1.2) the one that the question takes; if it takes both, there
 * is only asking back.
 */
export function typedNumber(
  typed: string,
  range: NumberRange,
  words: InterviewWords,
): { readonly number: number } | { readonly complaint: string } {
  const meant = numbersMeant(typed, words.decimalSign);
  if (meant.length === 0) return { complaint: words.needsNumber };
  const possible = meant.filter((value) => isWithin(value, range));
  const [only] = possible;
  if (only === undefined) {
    return { complaint: words.outsideRange(words.numberRange(range) ?? '') };
  }
  return possible.length === 1
    ? { number: only }
    : { complaint: words.whichNumber(typed, possible.map(words.number)) };
}
