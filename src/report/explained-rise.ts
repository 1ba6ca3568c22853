import type { ExplainedOf } from '../assessment/explanation-format.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { row, stepIn, type Wordy } from './explaining.ts';
import { releaseWords } from './release-words.ts';
import { riseInWords } from './sensitivity-view.ts';
import { titleOf } from './telling.ts';

/** The smallest single change that raises the company's level, that none does, or null where it has none yet. */
export function companyRise({ telling, say }: Wordy): string | null {
  const { overall, sensitivity } = telling.assessment;
  if (overall.level === null || sensitivity === null) return null;
  return riseInWords({ ...telling, say }) ?? say('explain.change.release-together');
}

/** The single answers that raise a hurdle's level; nothing where it has none yet. */
export function hurdleRises(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  if (!hasLevel(entry)) return [];
  if (entry.raises.length === 0) {
    return row(wordy, 'single', wordy.say('explain.change.release-together'));
  }
  return entry.raises.flatMap((raise) => row(wordy, 'single', releaseWords(raise, wordy)));
}

/** What is open holds a hurdle down, too; where there is no level, that is told already. */
export function openRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  if (!hasLevel(entry)) return [];
  const { say, amount, telling } = wordy;
  const hurdle = telling.assessment.hurdles.find(({ id }) => id === entry.id);
  return (hurdle?.questions ?? [])
    .filter(({ id }) => telling.question(id)?.kind !== 'text')
    .filter(({ state }) => state === 'unknown' || state === 'unanswered')
    .flatMap(({ id, target }) => {
      const facts = { question: titleOf(telling, id), target: amount(target) };
      const key = target === null ? 'still-open' : 'still-open-target';
      return row(wordy, 'still-open', say(`explain.change.${key}`, facts));
    });
}

function hasLevel(entry: ExplainedOf<'hurdle'>): boolean {
  return entry.result.level?.value != null && stepIn(entry, 'rateable')?.result !== false;
}
