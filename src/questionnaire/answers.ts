import type * as z from 'zod';
import type { AnswersData, LongAnswer } from './answers-format.ts';
import type { Evidence } from './evidence.ts';
import type { Carried } from './migration-format.ts';

/** A level, a number, an option's id or text, or the ids of several options. */
export type AnswerValue = number | string | readonly string[];

type Beside = {
  readonly note?: string | undefined;
  readonly evidence?: Evidence | undefined;
  readonly at?: string | undefined;
  readonly sources?: z.infer<typeof LongAnswer>['sources'];
};

/** What one role said, in a merged file; either `answer` or `state`. */
export type Source = NonNullable<Beside['sources']>[number];

/** What was said about one question; a question without an entry is unanswered. */
export type Answer = Beside &
  (
    | { readonly state: 'answered'; readonly answer: AnswerValue }
    | { readonly state: 'unknown' }
    | { readonly state: 'not-applicable'; readonly reason?: string | undefined }
  );

/** A file of answers that fits its questionnaire. */
export type Answers = Omit<AnswersData, 'profile' | 'answers'> & {
  readonly profile: Readonly<Record<string, Answer>>;
  readonly answers: Readonly<Record<string, Answer>>;
  /** What an older edition of the questionnaire was asked otherwise; left out where nothing was. */
  readonly carriedOver?: readonly Carried[];
};

/** Answers to a questionnaire before anything was said. */
export function noAnswers(questionnaire: {
  readonly id: string;
  readonly version: string;
}): Answers {
  return {
    format: 'answers/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    profile: {},
    answers: {},
    steps: {},
  };
}

/** The day the answers were last changed (YYYY-MM-DD, as it stands in the file), or null when it does not say. */
export function dayOf(answers: Pick<Answers, 'updated'>): string | null {
  return answers.updated?.slice(0, 10) ?? null;
}

/** Whether an answer rests on a document or on records, not on an estimate or an example. */
export function isBacked(answer: Answer | undefined): boolean {
  return answer?.evidence === 'document' || answer?.evidence === 'records';
}

/** The inner form of an answer's long form: the one with a state in every case. */
export function fromLong({ answer, state, reason, ...beside }: z.infer<typeof LongAnswer>): Answer {
  if (state === 'not-applicable') {
    return { state, ...(reason === undefined ? {} : { reason }), ...beside };
  }
  if (state === 'unknown') return { state, ...beside };
  return { state: 'answered', answer: answer as AnswerValue, ...beside };
}
