import type { Range } from '../questionnaire/compile-condition.ts';
import type { ResultName } from '../questionnaire/condition.ts';
import type { Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { aroundBounds } from './around-bounds.ts';

/**
 * The values a result can have, each for certain.
 *
 * @param of     the hurdle, `any` or `core`; null for the whole
 * @param bounds what it is compared with
 */
export function resultValues(
  name: Exclude<ResultName, 'role'>,
  of: string | null,
  bounds: readonly number[],
  { hurdles, scales, questions }: Questionnaire,
): readonly Range[] {
  const exactly = (values: readonly number[]) =>
    values.map((value) => ({ low: value, high: value }));
  const whole = (top: number) => exactly(Array.from({ length: top + 1 }, (_value, index) => index));
  switch (name) {
    case 'level': {
      const known = hurdles.filter(({ id }) => of === null || of === 'any' || of === id);
      const tops = known.map(({ scale }) => (scales[scale]?.length ?? 1) - 1);
      return whole(Math.max(0, ...tops));
    }
    case 'score':
      return exactly(aroundBounds(bounds, 0, 100));
    case 'unknown':
      return exactly(aroundBounds(bounds, 0, 1));
    case 'belowTarget':
      return whole(
        questions.filter(({ hurdle }) => of === null || !isHurdle(of) || of === hurdle).length,
      );
    case 'spread':
      return exactly(
        aroundBounds(bounds, 0, Math.max(0, ...questions.map(({ question }) => spanOf(question)))),
      );
    default:
      return name satisfies never;
  }
}

function isHurdle(of: string): boolean {
  return of !== 'any' && of !== 'core';
}

function spanOf(question: Question): number {
  if (question.kind === 'level') return question.options.length - 1;
  return question.kind === 'text' ? 0 : 100;
}
