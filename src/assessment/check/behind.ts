import { toAddress } from '../../questionnaire/condition.ts';
import type { AssessedQuestion } from '../assessment-format.ts';
import type { FoundCause } from './check-format.ts';
import { isOpen } from './held-down.ts';
import { questionCause } from './naming.ts';
import type { Side } from './side.ts';

/**
 * The answers behind causes that are results: of a share of open questions those that are open, of a level or score
 * the lowest. Those that are causes themselves are left out.
 */
export function behindResults(side: Side, causes: readonly FoundCause[]): FoundCause[] {
  const told = new Set(causes.map(({ id }) => id));
  const ids = causes.flatMap(({ id }) => (id.startsWith('$') ? behind(side, id) : []));
  return [...new Set(ids)].filter((id) => !told.has(id)).map((id) => questionCause(side, id));
}

const mostNamed = 3;

function behind({ engine, assessment }: Side, id: string): readonly string[] {
  const address = toAddress(id);
  if (address.kind !== 'result') return [];
  const { name, of } = address;
  const whole = of === null || of === 'any' || of === 'core';
  const isMeant = ({ id: question }: AssessedQuestion) => {
    const found = engine.questions[engine.positions.get(question) ?? -1];
    return found?.scoring != null && (of !== 'core' || found.core);
  };
  const questions = assessment.hurdles
    .filter((hurdle) => whole || hurdle.id === of)
    .flatMap((hurdle) => hurdle.questions)
    .filter(isMeant);
  switch (name) {
    case 'unknown':
      return questions.filter(isOpen).map((question) => question.id);
    case 'level':
    case 'score':
    case 'belowTarget':
      return questions
        .filter(({ state, gap }) => state !== 'not-due' && (gap ?? 0) > 0)
        .sort((a, b) => (a.counts ?? 0) - (b.counts ?? 0))
        .slice(0, mostNamed)
        .map((question) => question.id);
    case 'spread':
    case 'role':
      return [];
    default:
      return name satisfies never;
  }
}
