import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import { levelRows, plusRow } from './explained-hurdle-level.ts';
import { noLevel } from './explained-level.ts';
import { limitRows } from './explained-limits.ts';
import { possible, stepRows } from './explained-rows.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { numberIn, operand, row, stepIn, type Wordy } from './explaining.ts';
import { formula } from './formula-words.ts';

/** How the answers of a hurdle become its value, its level and its score. */
export function sumRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount } = wordy;
  const step = (id: string) => stepIn(entry, id);
  const { rateable, openShare, value } = {
    rateable: step('rateable'),
    openShare: step('openShare'),
    value: step('capped'),
  };
  if (!value) {
    const hurdle = wordy.telling.assessment.hurdles.find(({ id }) => id === entry.id);
    return row(wordy, 'level', noLevel(hurdle?.reason ?? null, wordy));
  }
  const { percent } = wordy.telling.numbers;
  const target = hasTargets(entry, wordy) ? numberIn(entry.result.target) : null;
  const open = operand(openShare, 'part')?.value;
  const limited = limitRows(entry, wordy);
  return [
    ...groupRows(entry, wordy),
    ...aggregateRows(entry, wordy),
    ...limited,
    ...(limited.length > 0 ? stepRows(entry, 'value', 'capped', wordy) : []),
    ...stepRows(entry, 'displayed', 'displayed', wordy),
    ...(open === 0
      ? []
      : row(
          wordy,
          'rateable',
          say(`explain.rateable.${rateable?.result ? 'yes' : 'no'}`, {
            open: amount(open),
            applicable: amount(operand(openShare, 'whole')?.value),
            share: percent(Number(openShare?.result)),
            bound: percent(Number(operand(rateable, 'bound')?.value)),
          }),
        )),
    ...levelRows(entry, wordy),
    ...plusRow(entry, wordy),
    ...stepRows(entry, 'score', 'score', wordy),
    ...row(wordy, 'target', target === null ? null : targetWords(target, wordy)),
  ];
}

// Without any, everything is good enough, and there is nothing to tell.
function hasTargets({ id }: ExplainedOf<'hurdle'>, { telling }: Wordy): boolean {
  const hurdle = telling.assessment.hurdles.find((one) => one.id === id);
  return (hurdle?.questions ?? []).some(({ target }) => target !== null);
}

function targetWords(target: number, { say, amount }: Wordy): string {
  return say('explain.target.hurdle', { target: amount(target) });
}

// The inner groups come first: the outer ones are made of them.
function groupRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  return entry.steps.flatMap((step) => {
    const [group, name, beside] = step.id.split('/');
    if (group === undefined || name === undefined || group === 'target') return [];
    const end = beside ?? name;
    if (end !== 'mean' && end !== 'meanHigh') return [];
    const label = groupTitle(group, entry.id, wordy);
    const rows = [{ label, text: formula(step, wordy) }];
    return end === 'mean' ? rows : possible(rows, wordy);
  });
}

function groupTitle(id: string, hurdle: string, wordy: Wordy): string {
  const { questionnaire, tell } = wordy.telling;
  type Node = {
    readonly id: string;
    readonly title: Parameters<typeof tell>[0];
    readonly groups: readonly Node[];
  };
  const find = (nodes: readonly Node[]): Node | undefined =>
    nodes.flatMap((node) => (node.id === id ? [node] : (find(node.groups) ?? [])))[0];
  const found = find(questionnaire.hurdles.filter((one) => one.id === hurdle));
  return found ? tell(found.title) : id;
}

function aggregateRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const low = stepIn(entry, 'mean');
  const high = stepIn(entry, 'meanHigh');
  const named = (step: ArithmeticStep): readonly ExplainedRow[] => [
    { label: wordy.say(`explain.aggregate.${step.operation}`), text: formula(step, wordy) },
  ];
  return [...(low ? named(low) : []), ...(high ? possible(named(high), wordy) : [])];
}
