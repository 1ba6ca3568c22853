import type { Range, Standing } from '../questionnaire/compile-condition.ts';
import type { Method, Policy } from '../questionnaire/method-format.ts';
import type { ScoredQuestion } from '../questionnaire/question-format.ts';
import { snapTo } from '../shared/snap.ts';
import type { Scoring } from './scoring.ts';

/** Points at their certain and their possible end, with the least and the most there could be. */
export type Points = Range & { readonly lowest: number; readonly highest: number };

/** What an answer is worth: exactly for sums, or three thirds were less than one; rounded for comparing. */
export type Worth = { readonly exact: Points; readonly rounded: Range };

/**
 * What a question is worth by how it stands; null where it does not count. What can be chosen or left open is worked out
 * once for all who answer.
 */
export function worthsOf(
  question: ScoredQuestion,
  scoring: Scoring,
  { unknown, unanswered, round }: Method,
): (standing: Standing) => Worth | null {
  const { lowest, highest } = scoring;
  const snapped = snapTo(round);
  const worth = (low: number, high: number): Worth => ({
    exact: { low, high, lowest, highest },
    rounded: { low: snapped(low), high: snapped(high) },
  });
  const certain = (value: number | readonly number[]): Worth => {
    const points = scoring.pointsOf(value);
    return worth(points, points);
  };
  const ofOpen = (policy: Policy): Worth | null => {
    const points = openPoints(scoring, policy);
    return points && worth(points.low, points.high);
  };
  const isChosen = question.kind === 'level' || question.kind === 'choice';
  const chosen = isChosen ? question.options.map((_option, index) => certain(index)) : [];
  const ofUnknown = ofOpen(unknown);
  const ofUnanswered = ofOpen(unanswered);
  return (standing) => {
    switch (standing.state) {
      case 'answered': {
        const value = standing.value as number | readonly number[];
        return (typeof value === 'number' ? chosen[value] : undefined) ?? certain(value);
      }
      case 'absent':
        return null;
      case 'unknown':
        return ofUnknown;
      case 'unanswered':
        return ofUnanswered;
      default:
        return standing satisfies never;
    }
  };
}

/** The points of an open answer by the method; null where it is left out. */
export function openPoints({ lowest, highest }: Scoring, policy: Policy): Range | null {
  switch (policy) {
    case 'range':
      return { low: lowest, high: highest };
    case 'lowest':
      return { low: lowest, high: lowest };
    case 'exclude':
      return null;
    default:
      return policy satisfies never;
  }
}
