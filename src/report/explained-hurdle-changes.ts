import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import { hurdleRises, openRows } from './explained-rise.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { entryOf, operand, operandsCalled, row, stepIn, type Wordy } from './explaining.ts';
import { advisableOf, releaseWords } from './release-words.ts';
import { titleOf } from './telling.ts';

/** What would change the level of a hurdle. */
export function hurdleChanges(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling, quote } = wordy;
  const reached = stepIn(entry, 'reached');
  if (!reached) return [];
  const hurdle = telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const below = (hurdle?.questions ?? [])
    .filter(({ gap }) => gap !== null && gap > 0)
    .filter(({ state }) => state === 'answered');
  const next = operandsCalled(reached, 'from')[Number(reached.result) + 1]?.value;
  const effective = entry.limits.filter((limit) => limit.effective);
  return [
    ...openRow(entry, wordy),
    ...effective.flatMap(({ gate, core }) => {
      if (core !== undefined) {
        const weakest = amount(stepIn(entry, 'weakestCore')?.result);
        const text = say('explain.change.core', {
          question: quote(titleOf(telling, core)),
          weakest,
        });
        return row(wordy, 'core', text);
      }
      const releases = entryOf(wordy, 'gate', gate ?? '')?.releases ?? [];
      const words = advisableOf(releases, wordy).map((release) => releaseWords(release, wordy));
      const none = releases.length > 0 ? 'release-profile' : 'release-together';
      const text = words.length > 0 ? words.join(say('explain.change.or')) : null;
      return row(wordy, 'release', text ?? say(`explain.change.${none}`));
    }),
    ...row(
      wordy,
      'next',
      next == null
        ? say('explain.change.top')
        : say('explain.change.next', { level: Number(reached.result) + 1, from: amount(next) }),
    ),
    ...(next == null ? [] : hurdleRises(entry, wordy)),
    ...openRows(entry, wordy),
    ...below.flatMap(({ id, target, gap }) =>
      row(
        wordy,
        'below',
        say('explain.change.below', {
          question: titleOf(telling, id),
          has: amount(Number(target) - Number(gap)),
          target: amount(target),
        }),
      ),
    ),
  ];
}

// The only thing that helps where there is no level: so many answers at least.
function openRow(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const rateable = stepIn(entry, 'rateable');
  if (rateable?.result !== false) return [];
  const openShare = stepIn(entry, 'openShare');
  const number = (step: ArithmeticStep | undefined, name: string) =>
    Number(operand(step, name)?.value);
  const [open, applicable] = [number(openShare, 'part'), number(openShare, 'whole')];
  const bound = number(rateable, 'bound');
  const places = Array.from({ length: open }, (_, place) => place + 1);
  const enough = places.find((answered) => (open - answered) / applicable <= bound) ?? open;
  const hurdle = wordy.telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const questions = (hurdle?.questions ?? [])
    .filter(({ id }) => wordy.telling.question(id)?.kind !== 'text')
    .filter(({ state }) => state === 'unknown' || state === 'unanswered')
    .map(({ id }) => titleOf(wordy.telling, id));
  const facts = { n: enough, open, questions: questions.join('; ') };
  return row(wordy, 'rateable', wordy.say('explain.change.open', facts));
}
