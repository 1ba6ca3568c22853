import type { Answer } from '../questionnaire/answers.ts';
import { type Asker, type Card, plainCard, type Said } from './card.ts';
import type { Outcome, Saved, Setting } from './setting.ts';
import type { Turn } from './turns.ts';

/** How a conversation ends that somebody leaves so. */
export function endOf(kind: 'stop' | 'end' | 'interrupted'): Outcome['kind'] {
  const ends = { stop: 'stopped', end: 'ended', interrupted: 'interrupted' } as const;
  return ends[kind];
}

/** One of a card's options, or how the conversation ends at it. */
export async function pick(
  asker: Asker,
  card: Card,
): Promise<number | 'stop' | 'end' | 'interrupted'> {
  const answer: Said = await asker.ask(card);
  if (answer.kind === 'picked') return answer.picked[0] ?? 0;
  return answer.kind === 'stop' || answer.kind === 'end' || answer.kind === 'interrupted'
    ? answer.kind
    : 0;
}

/** Saves, again and again on demand: a full disk can be emptied, a folder be made writable; what is on the screen is not lost to it. */
export async function saveUntilDone(
  { asker, save, words }: Setting,
  turn: Turn,
  answer: Answer,
): Promise<Extract<Saved, { ok: true }> | Outcome['kind']> {
  for (;;) {
    const saved = save(turn, answer);
    if (saved.ok) return saved;
    const options = [words.notSaved.again, words.notSaved.stop];
    const chosen = await pick(asker, plainCard(words.notSaved.title, saved.why, options));
    if (typeof chosen === 'string') return endOf(chosen);
    if (chosen === 1) return 'unsaved';
  }
}
