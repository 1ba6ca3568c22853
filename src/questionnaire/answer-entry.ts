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

/**
 * Writes an answer as an entry: bare where nothing else was said; of a text only the long form can say "unknown".
 *
 * @param inLongForm whether it is to be long in any case
 */
export function toEntry(answer: Answer, textual: boolean, inLongForm = false): Entry {
  const { state: _state, ...rest } = answer;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const keys = Object.keys(given);
  if (answer.state === 'answered') {
    const { answer: value } = answer;
    const isWord = textual && (value === 'unknown' || value === 'not-applicable');
    return keys.length === 1 && !isWord && !inLongForm ? (value as Entry) : given;
  }
  return keys.length === 0 && !textual && !inLongForm
    ? answer.state
    : { state: answer.state, ...given };
}

/** Whether an entry is in its long form. */
export function isLong(entry: unknown): entry is Long {
  return entry !== null && typeof entry === 'object' && !Array.isArray(entry);
}
