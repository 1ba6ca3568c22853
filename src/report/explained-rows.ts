import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { row, stepIn, type Wordy } from './explaining.ts';
import { formula } from './formula-words.ts';

/** A number as its formula; at its possible end, too, where that is another. */
export function stepRows(
  entry: Pick<ExplainedOf<'hurdle'>, 'steps'>,
  label: string,
  id: string,
  wordy: Wordy,
): readonly ExplainedRow[] {
  const low = stepIn(entry, id);
  const high = stepIn(entry, `${id}High`);
  const worded = (step: ArithmeticStep | undefined) =>
    step ? row(wordy, label, formula(step, wordy)) : [];
  return [...worded(low), ...possible(worded(high), wordy)];
}

/** The same rows, of the possible end. */
export function possible(rows: readonly ExplainedRow[], { say }: Wordy): readonly ExplainedRow[] {
  return rows.map(({ label, text }) => ({ label: say('explain.row.possible', { label }), text }));
}
