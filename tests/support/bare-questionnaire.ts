import { type Answers, type AnswerValue, noAnswers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { answer } from './five-hurdles.ts';
import { type Data, read } from './random-questionnaires.ts';

/** A level question 0..4 with advice, but for what is said otherwise. */
export type Bare = {
  /** Null: it has none. */
  readonly target?: number | null;
  readonly effort?: { readonly min: number; readonly max: number };
  readonly weeks?: number;
  readonly impact?: number;
  readonly requires?: readonly string[];
  readonly [key: string]: unknown;
};

const text = { en: 'Text' };

/**
 * A questionnaire of level questions 0..4, each with advice, target 2, effort 1, one week and impact 3.
 *
 * @param hurdles the questions by hurdle, each by the last part of its id
 * @param rest    whatever else the questionnaire says
 */
export function bare(
  hurdles: Readonly<Record<string, Readonly<Record<string, Bare>>>>,
  rest: Data = {},
): Questionnaire {
  return read({
    format: 'questionnaire/1',
    id: 'bare',
    version: '1.0.0',
    languages: ['en'],
    title: text,
    scales: { levels: [0, 1, 2, 3, 4].map((from) => ({ from, name: text })) },
    roles: [{ id: 'mgmt', title: text }],
    hurdles: Object.entries(hurdles).map(([id, questions]) => ({
      id,
      title: text,
      scale: 'levels',
      questions: Object.entries(questions).map(([name, bared]) => {
        const {
          target = 2,
          effort = { min: 1, max: 1 },
          weeks = 1,
          impact = 3,
          requires = [],
          ...others
        } = bared;
        return {
          id: `${id}.${name}`,
          title: text,
          text,
          ...(target === null ? {} : { target }),
          options: [0, 1, 2, 3, 4].map(() => text),
          recommendation: {
            title: text,
            steps: [text],
            owner: 'mgmt',
            effort,
            weeks,
            impact,
            requires,
          },
          ...others,
        };
      }),
    })),
    ...rest,
  });
}

/** Answers to it in short: by question, and by profile question. */
export function said(
  questionnaire: Questionnaire,
  answers: Readonly<Record<string, AnswerValue>>,
  profile: Readonly<Record<string, AnswerValue>> = {},
): Answers {
  const each = (record: Readonly<Record<string, AnswerValue>>) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, answer(value)]));
  return { ...noAnswers(questionnaire), profile: each(profile), answers: each(answers) };
}
