import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import { levelOf, noLevel } from './explained-level.ts';
import { companyRise } from './explained-rise.ts';
import { possible, stepRows } from './explained-rows.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { hurdleTitle, numberIn, operand, part, row, stepIn, type Wordy } from './explaining.ts';

/** The company: the levels of its hurdles, the lowest of them, the score. */
export function companyParts(
  entry: ExplainedOf<'company'>,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const { say, amount, telling } = wordy;
  const { hurdles, overall } = telling.assessment;
  const step = (id: string) => stepIn(entry, id);
  const { result } = entry;
  const lowest = (level: number | null) =>
    level === null ? say('explain.level.none') : say('explain.level.lowest', { level });
  const reached = step('lowest');
  const levels = [
    ...hurdles.map((hurdle) => ({
      label: hurdleTitle(wordy, hurdle.id),
      text: levelOf(hurdle.id, wordy),
    })),
    ...row(
      wordy,
      'level',
      overall.level === null ? noLevel(overall.reason, wordy) : lowest(overall.level),
    ),
    ...(step('lowestHigh') && overall.levelHigh !== null
      ? possible(row(wordy, 'level', lowest(overall.levelHigh)), wordy)
      : []),
    ...(overall.level !== null && reached
      ? row(
          wordy,
          'plus',
          say('explain.level.above', {
            n: overall.above,
            enough: amount(operand(step('enoughAbove'), 'bound')?.value),
          }),
        )
      : []),
    ...row(
      wordy,
      'target',
      overall.target === null
        ? null
        : say('explain.level.target', {
            level: say('explain.level.one', { level: overall.target }),
          }),
    ),
  ];
  const numbers = [
    ...stepRows(entry, 'score', 'score', wordy),
    ...row(wordy, 'coverage', coverage(numberIn(result.coverage), step('coverage'), wordy)),
  ];
  return [
    ...part(wordy, 'level', levels),
    ...part(wordy, 'sum', numbers),
    ...part(wordy, 'change', companyChanges(entry, wordy)),
  ];
}

function companyChanges(entry: ExplainedOf<'company'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, telling } = wordy;
  const { overall, hurdles } = telling.assessment;
  const lowest = Number(stepIn(entry, 'lowest')?.result ?? 0);
  const open = hurdles.filter(({ reason }) => reason === 'not-rateable').map(({ id }) => id);
  const titles = (ids: readonly string[]) => ids.map((id) => hurdleTitle(wordy, id)).join('; ');
  const top =
    telling.questionnaire.scales[telling.questionnaire.hurdles[0]?.scale ?? '']?.length ?? 0;
  if (overall.reason === 'not-due' || overall.reason === 'scope') return [];
  return [
    ...(open.length > 0 && overall.level === null
      ? row(wordy, 'rateable', say('explain.change.rateable', { hurdles: titles(open) }))
      : []),
    ...row(
      wordy,
      'next',
      lowest + 1 >= top
        ? say('explain.change.top')
        : say('explain.change.all-up', { level: lowest + 1, hurdles: titles(entry.lowest) }),
    ),
    ...(lowest + 1 >= top ? [] : row(wordy, 'single', companyRise(wordy))),
  ];
}

function coverage(
  share: number | null,
  step: ArithmeticStep | undefined,
  wordy: Wordy,
): string | null {
  if (share === null || !step) return null;
  return wordy.say('explain.coverage', {
    answered: wordy.amount(operand(step, 'part')?.value),
    applicable: wordy.amount(operand(step, 'whole')?.value),
    share: wordy.telling.numbers.percent(share),
  });
}
