import type { AssessedQuestion } from '../assessment/assessment-format.ts';
import type { ExplainedOf } from '../assessment/explanation-format.ts';
import { hurdleChanges } from './explained-hurdle-changes.ts';
import { sumRows } from './explained-hurdle-sum.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { ends, entryOf, numberIn, part, row, type Wordy } from './explaining.ts';
import { titleOf } from './telling.ts';

/** A hurdle: its answers, how they become its value, its level and its score, and what would change it. */
export function hurdleParts(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedPart[] {
  return [...hurdleSum(entry, wordy), ...part(wordy, 'change', hurdleChanges(entry, wordy))];
}

/** The same without what would change it. */
export function hurdleSum(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedPart[] {
  return [
    ...part(wordy, 'answers', answerRows(entry, wordy)),
    ...part(wordy, 'sum', sumRows(entry, wordy)),
  ];
}

function answerRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { telling } = wordy;
  const hurdle = telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const questions = (hurdle?.questions ?? []).filter(
    ({ id }) => telling.question(id)?.kind !== 'text',
  );
  const left = (state: AssessedQuestion['state']) =>
    questions
      .filter((question) => question.state === state)
      .map(({ id }) => titleOf(telling, id))
      .join('; ');
  return [
    ...questions
      .filter(({ state }) => state !== 'not-due' && state !== 'not-applicable')
      .map(({ id }) => ({ label: titleOf(telling, id), text: worth(id, entry, wordy) })),
    ...row(wordy, 'not-applicable', left('not-applicable')),
    ...row(wordy, 'not-due', left('not-due')),
  ];
}

// What an answer is worth and how much it weighs.
function worth(id: string, hurdle: ExplainedOf<'hurdle'>, wordy: Wordy): string {
  const { say, amount, telling } = wordy;
  const entry = entryOf(wordy, 'question', id);
  const question = telling.question(id);
  const of = `question:${id}`;
  const weight = hurdle.steps
    .flatMap(({ operands }) => operands)
    .find((one) => one.name === 'weight' && one.of === of)?.value;
  const [low, high] = [numberIn(entry?.result.points), numberIn(entry?.result.pointsHigh)];
  const counts = numberIn(entry?.result.counts);
  const isOpen = entry?.state === 'unknown' || entry?.state === 'unanswered';
  const points =
    low === null
      ? say('explain.worth.excluded')
      : question?.kind === 'level' && !isOpen
        ? say('explain.worth.level', { value: amount(low) })
        : low === high || high === null
          ? say('explain.worth.points', { n: low, value: amount(low) })
          : ends(wordy, low, high);
  const facts = [
    isOpen ? `${say(`explain.worth.${entry.state}`)}: ${points}` : points,
    (entry?.gates.length ?? 0) > 0 ? say('explain.worth.counts', { counts: amount(counts) }) : null,
    weight === undefined || low === null
      ? null
      : say('explain.worth.weight', { weight: amount(weight) }),
    question?.kind !== 'text' && question?.core ? say('explain.worth.core') : null,
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}
