import type { Question } from './question-format.ts';
import type { Group, Hurdle, QuestionnaireData } from './questionnaire-format.ts';

/** A questionnaire that reads without a problem, with its questions in the order they are asked. */
export type Questionnaire = QuestionnaireData & {
  /** The fingerprint of its content; layout and comments do not count. */
  readonly digest: string;
  readonly questions: readonly PlacedQuestion[];
};

/** A question and the hurdle it belongs to, however deep its group lies. */
export type PlacedQuestion = { readonly question: Question; readonly hurdle: string };

export function toQuestionnaire(data: QuestionnaireData, digest: string): Questionnaire {
  const questions = data.hurdles.flatMap((hurdle) =>
    questionsOf(hurdle).map((question) => ({ question, hurdle: hurdle.id })),
  );
  return { ...data, digest, questions };
}

/** The questions of a hurdle or group, those of its groups after its own. */
export function questionsOf(branch: Hurdle | Group): readonly Question[] {
  return [...branch.questions, ...branch.groups.flatMap(questionsOf)];
}

/** The question of an id. */
export function questionCalled(questionnaire: Questionnaire, id: string): Question | undefined {
  return questionnaire.questions.find(({ question }) => question.id === id)?.question;
}

/** Whether a question wants a text. */
export function isTextual(question: { readonly kind: string } | undefined): boolean {
  return question?.kind === 'text';
}
