import { type Telling, titleOf } from './telling.ts';
import type { CarriedOverView } from './view-type.ts';

/** What answers to another version needed to be read with this one; null where they needed nothing. */
export function carriedView(telling: Telling): CarriedOverView | null {
  const { carriedOver, questionnaire } = telling.assessment;
  if (carriedOver.length === 0) return null;
  return {
    answered: questionnaire.answered ?? '',
    changes: carriedOver.map(({ change, of, from, to, left }) => ({
      change,
      of: of === null ? null : titleOf(telling, of),
      from,
      to: to.map((id) => (of === null ? titleOf(telling, id) : labelOf(telling, of, id))),
      left: left ?? null,
    })),
  };
}

// What a later change renamed again has no words any more, and is called by its id.
function labelOf(telling: Telling, of: string, option: string): string {
  const question = telling.question(of) ?? telling.profileQuestion(of);
  if (question?.kind !== 'choice' && question?.kind !== 'several') return option;
  const found = question.options.find(({ id }) => id === option);
  return found ? telling.tell(found.label) : option;
}
