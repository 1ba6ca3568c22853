import type { Question } from './question-format.ts';
import type { Tell } from './teller.ts';

/**
 * A level of a question as a sentence; one that builds on the level below is quoted together with it.
 *
 * @param level its number; of a level there is none of, an empty text
 */
export function levelSentence(
  question: Extract<Question, { kind: 'level' }>,
  level: number,
  tell: Tell,
): string {
  const sentences: string[] = [];
  for (let index = level; index >= 0; index -= 1) {
    const option = question.options[index];
    if (!option) break;
    sentences.unshift(tell(option.text));
    if (!option.includesPrevious) break;
  }
  return sentences.join(' ');
}
