import type { Speaking } from './change-words.ts';
import type { RestsPart, RestsView } from './first-page-view-type.ts';
import type { View } from './view-type.ts';

const parts: readonly RestsPart[] = ['answered', 'unknown', 'unanswered', 'not-applicable'];

/** Counts what the result rests on, over all questions that are due; what the company said about itself apart. */
export function restsView(
  telling: Speaking,
  { overall, notApplicable }: Pick<View, 'overall' | 'notApplicable'>,
): RestsView {
  const { assessment, say } = telling;
  const states = assessment.hurdles.flatMap(({ questions }) => questions.map(({ state }) => state));
  const count = (part: RestsPart) => states.filter((state) => state === part).length;
  const counted = parts.map((part) => ({ part, n: count(part) })).filter(({ n }) => n > 0);
  const open = count('unknown') + count('unanswered');
  const { backed } = overall;
  const particulars = openParticulars(telling);
  const means = [
    overall.due === 0 ? say('rests.nothing') : null,
    open > 0 ? say('rests.open', { n: open }) : null,
    particulars > 0 ? say('rests.particulars', { n: particulars }) : null,
    open === 0 && particulars === 0 && overall.due > 0 ? say('rests.none-open') : null,
    count('answered') === 0
      ? null
      : backed === 0
        ? say('rests.none-backed')
        : say('rests.backed', { n: backed, answered: count('answered') }),
    overall.due > 0 && notApplicable.length === 0 ? say('rests.none-excused') : null,
    notApplicable.length > 0 ? say('rests.excused', { n: notApplicable.length }) : null,
  ];
  return {
    parts: counted.map(({ part, n }) => ({ part, n, text: say(`rests.part.${part}`, { n }) })),
    means: means.filter((sentence) => sentence !== null),
    excused: notApplicable,
  };
}

// What the company does not say about itself is no part of the questions that count: of it counts what was said to be
// unknown, and what something hangs on.
function openParticulars({ assessment, profileQuestion }: Speaking): number {
  const unknown = Object.entries(assessment.profile).flatMap(([id, { state }]) =>
    state === 'unknown' ? [id] : [],
  );
  const held = assessment.open.flatMap(({ question, why }) =>
    why === 'unbacked' ? [] : [question],
  );
  return new Set([...unknown, ...held].filter((id) => profileQuestion(id) !== undefined)).size;
}
