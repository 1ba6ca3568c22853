import type { ExplainedOf } from '../assessment/explanation-format.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { operand, operandsCalled, row, stepIn, type Wordy } from './explaining.ts';
import { titleOf } from './telling.ts';

/** What limits a hurdle, and whether it does; none where nothing is to be told of it. */
export function limitRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling } = wordy;
  const unlimited = Number(stepIn(entry, 'mean')?.result);
  // A core question alone that limits neither end is nothing to tell.
  const ends = [stepIn(entry, 'capped'), stepIn(entry, 'cappedHigh')];
  const bites = ends.some((step) => step && operand(step, 'value')?.value !== step.result);
  if (!bites && entry.limits.every(({ gate }) => gate === undefined)) return [];
  return entry.limits.flatMap(({ gate, core, atMost, effective, certain }) => {
    const rule = telling.questionnaire.gates.find(({ id }) => id === gate);
    const text =
      core === undefined
        ? say('explain.limit.gate', {
            most: amount(atMost),
            why: rule ? telling.tell(rule.why) : (gate ?? ''),
          })
        : say('explain.limit.core', {
            most: amount(atMost),
            question: wordy.quote(titleOf(telling, core)),
            weakest: amount(stepIn(entry, 'weakestCore')?.result),
            cap: amount(operandsCalled(stepIn(entry, 'coreLimit'), 'value')[1]?.value),
          });
    const possible = stepIn(entry, 'meanHigh')?.result;
    const limitsPossible =
      certain && core === undefined && typeof possible === 'number' && possible > atMost;
    const idle = limitsPossible ? 'possible-only' : 'idle';
    const remark = effective ? 'sets' : atMost >= unlimited ? idle : null;
    // What limits nothing need not be told the reason why it might.
    const undecided = certain || remark === 'idle' ? null : 'undecided';
    const remarks = [remark, undecided].filter((one) => one !== null);
    const said = remarks.map((one) => say(`explain.limit.${one}`)).join('; ');
    return row(
      wordy,
      core === undefined ? 'limit' : 'core',
      said === '' ? text : `${text} (${said})`,
    );
  });
}
