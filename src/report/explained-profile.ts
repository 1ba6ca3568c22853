import type { ExplainedOf } from '../assessment/explanation-format.ts';
import { shortAnswer } from './explained-rules.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { part, row, type Wordy } from './explaining.ts';
import { titleOf } from './telling.ts';

type Entry = ExplainedOf<'profile'>;
type Use = Entry['uses'][number];

/** What was said about the company, in a word or two. */
export function profileSummary({ id }: Entry, wordy: Wordy): string {
  return shortAnswer(id, wordy) ?? '';
}

/** What a profile answer decides: each target, rule and question that asks about it, by its title. */
export function profileParts(entry: Entry, wordy: Wordy): readonly ExplainedPart[] {
  const { say } = wordy;
  const uses = entry.uses.flatMap((use): ExplainedRow[] => [
    { label: say(`explain.profile.${use.kind}`), text: useTitle(use, wordy) },
  ]);
  const rows = uses.length > 0 ? uses : row(wordy, 'counts', say('explain.profile.nothing'));
  return part(wordy, 'uses', rows);
}

function useTitle({ kind, id }: Use, { telling }: Wordy): string {
  const { gates, contradictions } = telling.questionnaire;
  switch (kind) {
    case 'verdict':
      return telling.verdict(id);
    case 'gate': {
      const gate = gates.find((one) => one.id === id);
      return gate ? telling.tell(gate.why) : id;
    }
    case 'contradiction': {
      const found = contradictions.find((one) => one.id === id);
      return found ? telling.tell(found.ask) : id;
    }
    default:
      return titleOf(telling, id);
  }
}
