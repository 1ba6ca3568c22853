import type { Asker, Card, Said } from '../../src/interview/card.ts';

/** Somebody who answers every card as a script says; keeps what was asked and what was said. */
export function scriptedAsker(answer: (card: Card, count: number) => Said): Asker & {
  readonly asked: readonly Card[];
  readonly told: readonly string[];
} {
  const asked: Card[] = [];
  const told: string[] = [];
  return {
    asked,
    told,
    ask: async (card) => {
      asked.push(card);
      if (asked.length > 1000) throw new Error(`Asked without end: ${card.text}`);
      return answer(card, asked.length);
    },
    saved: () => {},
    say: (text) => {
      told.push(text);
    },
    choose: async () => null,
  };
}

/** Chooses the option with a key; of a line, types it. */
export function by(card: Card, typed: string): Said {
  if (card.form.kind === 'line') return { kind: 'typed', typed };
  const index = card.form.options.findIndex(({ key }) => key === typed);
  if (index < 0) throw new Error(`No "${typed}" at: ${card.text}`);
  return { kind: 'picked', picked: [index] };
}
