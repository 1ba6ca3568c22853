import type * as z from 'zod';
import { type Answer, fromLong } from './answers.ts';
import type { AnswerEntry, LongAnswer } from './answers-format.ts';

/** An answer as it is written: bare, a state, or the long form. */
export type Entry = z.infer<typeof AnswerEntry>;
type Long = z.infer<typeof LongAnswer>;

/**
 * Reads one entry of an answers file.
 *
 * @param textual whether the question wants a text; only the long form of a text can say "unknown"
 */
export function toAnswer(entry: Entry, textual: boolean): Answer {
  if (typeof entry !== 'object' || Array.isArray(entry)) {
    if (!textual && (entry === 'unknown' || entry === 'not-applicable')) return { state: entry };
    return { state: 'answered', answer: entry };
  }
  return fromLong(entry);
}

/** Whether an entry is in its long form. */
export function isLong(entry: Entry): entry is Long {
  return typeof entry === 'object' && !Array.isArray(entry);
}
