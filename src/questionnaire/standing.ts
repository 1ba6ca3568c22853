import type { Answer } from './answers.ts';
import type { Situation, Standing } from './compile-condition.ts';
import type { Questionnaire } from './questionnaire.ts';

/** The position of each option by its id; empty where answers are numbers or texts. */
export type OptionIndex = ReadonlyMap<string, number>;

/** Looks up the options of a question once, for many answers. */
export function optionIndex(question: { readonly kind: string }): OptionIndex {
  const options = 'options' in question ? (question.options as readonly object[]) : [];
  return new Map(
    options.flatMap((option, index) =>
      'id' in option ? [[String(option.id), index] as const] : [],
    ),
  );
}

const absent: Standing = { state: 'absent' };
const unanswered: Standing = { state: 'unanswered' };

/** How a due question stands by what was said about it. */
export function standingOf(answer: Answer | undefined, options: OptionIndex): Standing {
  if (answer === undefined) return unanswered;
  switch (answer.state) {
    case 'unknown':
      return { state: 'unknown' };
    case 'not-applicable':
      return absent;
    case 'answered': {
      const value = answer.answer;
      if (typeof value === 'number') return { state: 'answered', value };
      if (typeof value === 'string')
        return { state: 'answered', value: options.get(value) ?? value };
      return { state: 'answered', value: value.map((id) => options.get(id) ?? -1) };
    }
    default:
      return answer satisfies never;
  }
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
