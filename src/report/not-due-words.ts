import type { Question } from '../questionnaire/question-format.ts';
import type { Reading } from './reading.ts';

/** When a question is not due whatever else is said, because its target is null there; null where it always is. */
export function notDueWords(question: Question, reading: Reading): string | null {
  const { by } = reading.questionnaire.targets;
  if (question.kind === 'text' || typeof question.target !== 'object' || !by) return null;
  const options = Object.entries(question.target)
    .filter(([, target]) => target === null)
    .map(([option]) => option);
  if (options.length === 0) return null;
  return reading.condition({
    kind: 'compare',
    address: { kind: 'profile', id: by },
    operator: 'in',
    value: options,
    path: [],
  });
}
