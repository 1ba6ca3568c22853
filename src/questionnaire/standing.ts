import type { Answer, AnswerValue } from './answers.ts';
import type { Situation, Standing } from './compile-condition.ts';
import type { Questionnaire } from './questionnaire.ts';

/** How a question stands by each answer that can be chosen, made once for all who answer it. */
export type OptionIndex = {
  /** By the level. */
  readonly levels: readonly Answered[];
  /** By the id of the option. */
  readonly ids: ReadonlyMap<string, Answered>;
};

type Answered = Extract<Standing, { state: 'answered' }>;

/** Looks up the options of a question once, for many answers; numbers and texts have none. */
export function optionIndex(question: { readonly kind: string }): OptionIndex {
  const options = 'options' in question ? (question.options as readonly object[]) : [];
  const chosen = options.map((_option, value): Answered => ({ state: 'answered', value }));
  const ids = options.flatMap((option) => ('id' in option ? [String(option.id)] : []));
  return {
    levels: question.kind === 'level' ? chosen : [],
    ids: new Map(ids.map((id, index) => [id, chosen[index] as Answered])),
  };
}

export const absent: Standing = { state: 'absent' };
export const unanswered: Standing = { state: 'unanswered' };
export const unknown: Standing = { state: 'unknown' };

/** How a due question stands by what was said about it. */
export function standingOf(answer: Answer | undefined, options: OptionIndex): Standing {
  if (answer === undefined) return unanswered;
  switch (answer.state) {
    case 'unknown':
      return unknown;
    case 'not-applicable':
      return absent;
    case 'answered':
      return standingBy(answer.answer, options);
    default:
      return answer satisfies never;
  }
}

/** How a question stands that was answered with a value. */
export function standingBy(value: AnswerValue, options: OptionIndex): Standing {
  if (typeof value === 'number') return options.levels[value] ?? { state: 'answered', value };
  if (typeof value === 'string') return options.ids.get(value) ?? { state: 'answered', value };
  return { state: 'answered', value: value.map((id) => placeOf(id, options)) };
}

function placeOf(id: string, { ids }: OptionIndex): number {
  return (ids.get(id)?.value as number | undefined) ?? -1;
}

/** What a condition can see that asks about the profile only. */
export function profileSituation(
  questionnaire: Questionnaire,
  profile: Readonly<Record<string, Answer>>,
): Situation {
  return {
    profile: questionnaire.profile.map((question) =>
      standingOf(profile[question.id], optionIndex(question)),
    ),
    questions: [],
    ranges: () => [],
    role: null,
  };
}
