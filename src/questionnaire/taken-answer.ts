import { isPlainMap } from '../shared/yaml-text.ts';
import { entriesIn, isSaid, type Situation } from './carrying.ts';
import type { Change } from './migration-format.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import { isTextual, type Questionnaire, questionCalled } from './questionnaire.ts';

/**
 * The question, of several that become one, whose answer counts from now on.
 *
 * What is known counts before "I do not know", and that before "does not apply"; then the lowest, the highest or the
 * first, as the change says. A step goes with the answer that counts.
 *
 * @returns null when nothing was said about any of them
 */
export function takenAnswer(change: Change, section: string, situation: Situation): string | null {
  const entries = entriesIn(situation.data, section);
  const said = change.from.filter((id) => isSaid(entries[id]));
  if (said.length < 2) return said[0] ?? null;
  if (section === 'steps') {
    const counting = takenAnswer(change, 'answers', situation);
    return said.find((id) => id === counting) ?? said[0] ?? null;
  }
  const weighed = said.map((id) => ({ id, ...weigh(entries[id], change, section, situation) }));
  const direction = { lowest: 1, highest: -1, first: 0 }[change.take];
  const [best] = weighed.toSorted(
    (a, b) => a.ignorance - b.ignorance || direction * (a.rank - b.rank),
  );
  return best?.id ?? null;
}

// By what the later changes make of an answer: what it is worth, only this edition says.
function weigh(
  entry: unknown,
  { to: [into = ''] }: Change,
  section: string,
  { later, questionnaire }: Situation,
): { readonly ignorance: number; readonly rank: number } {
  const [id = into, carried = entry] =
    Object.entries(entriesIn(later({ [section]: { [into]: entry } }), section))[0] ?? [];
  const question = asked(id, questionnaire);
  const long = isPlainMap(carried);
  const state = long ? carried.state : isTextual(question) ? undefined : carried;
  const ignorance = state === 'unknown' ? 1 : state === 'not-applicable' ? 2 : 0;
  return { ignorance, rank: rankOf(long ? carried.answer : carried, question) };
}

function asked(id: string, questionnaire: Questionnaire): Question | ProfileQuestion | undefined {
  return (
    questionCalled(questionnaire, id) ??
    questionnaire.profile.find((question) => question.id === id)
  );
}

// An option by its points, or where it has none by its place; of several the number of those chosen.
function rankOf(value: unknown, question: Question | ProfileQuestion | undefined): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length;
  if (question?.kind !== 'choice') return 0;
  const options: readonly { readonly id: string; readonly points?: number }[] = question.options;
  const place = options.findIndex((option) => option.id === value);
  return options[place]?.points ?? place;
}
