import { type StateChange, stepChanges } from '../assessment/comparison-format.ts';
import { dayInWords } from '../shared/day.ts';
import { item, list } from './comparison-lists.ts';
import type { Comparing } from './comparison-telling.ts';
import type { ListView, Mark } from './comparison-view-type.ts';
import { adviceTitle, spoken } from './telling.ts';

const stepMarks: Readonly<Partial<Record<string, Mark>>> = { done: 'good', reopened: 'bad' };

/** What the company decided since: what is done first, then what is overdue. */
export function stepLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling, given } = comparing;
  const steps = given[change.to]?.assessment.steps ?? {};
  const isDenied = ({ id }: { readonly id: string }) => change.unconfirmed.includes(id);
  const told = (
    kind: (typeof stepChanges)[number] | 'unconfirmed',
    of: StateChange['steps'],
  ): ListView =>
    list(
      say(`compare.step.${kind}`),
      stepMarks[kind] ?? 'plain',
      of.map(({ id, step: [from, to] }) => {
        const status = (one: typeof from) =>
          one === null ? say('compare.step-none') : say(`plan.status.${one.status}`);
        return item(adviceTitle(telling, id), {
          change:
            from?.status === to?.status
              ? null
              : say('compare.arrow', { from: status(from), to: status(to) }),
          details: stepDetails(comparing, to ?? from),
        });
      }),
    );
  const which = (kind: string) => change.steps.filter((one) => one.change === kind);
  const done = [
    told(
      'done',
      which('done').filter((step) => !isDenied(step)),
    ),
    told('unconfirmed', which('done').filter(isDenied)),
  ];
  const others = stepChanges
    .filter((kind) => kind !== 'done')
    .map((kind) => told(kind, which(kind)));
  const overdue = list(
    say('compare.step.overdue'),
    'bad',
    change.overdue.map((id) =>
      item(adviceTitle(telling, id), { details: stepDetails(comparing, steps[id] ?? null) }),
    ),
  );
  return [...done, overdue, ...others];
}

function stepDetails(
  { say, telling }: Comparing,
  step: StateChange['steps'][number]['step'][0],
): readonly string[] {
  if (step === null) return [];
  const who = spoken(step.who);
  const note = spoken(step.note);
  const due = step.due === undefined ? null : dayInWords(step.due, telling.language);
  const facts = [
    ...(who === null ? [] : [say('compare.step-who', { who })]),
    ...(due === null ? [] : [say('compare.step-due', { day: due })]),
  ];
  return [
    ...(facts.length > 0 ? [facts.join(say('compare.join'))] : []),
    ...(note === null ? [] : [note]),
  ];
}
