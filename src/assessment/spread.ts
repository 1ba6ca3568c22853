import type { Answer, Source } from '../questionnaire/answers.ts';
import { fromLong } from '../questionnaire/answers.ts';
import type { OptionIndex } from '../questionnaire/standing.ts';
import { pointsOfAnswer, type Scoring } from './scoring.ts';

type Scored = { readonly scoring: Scoring | null; readonly options: OptionIndex };

/** Who said what in a merged file, with what it is worth; points are null where nothing is known. */
export type Voice = { readonly source: Source; readonly points: number | null };

/** What each role said about a question, in points. */
export function voicesOf(
  { scoring, options }: Scored,
  answer: Answer | undefined,
): readonly Voice[] {
  return (answer?.sources ?? []).map((source) => {
    const said = source.answer === undefined ? undefined : fromLong(source);
    return { source, points: scoring ? pointsOfAnswer(scoring, options, said) : null };
  });
}

/** The difference, in points, between the highest and the lowest that roles said about a question; 0 without two. */
export function spreadOf(question: Scored, answer: Answer | undefined): number {
  const points = voicesOf(question, answer).flatMap((voice) => voice.points ?? []);
  return points.length < 2 ? 0 : Math.max(...points) - Math.min(...points);
}
