import type { Answer } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { optionIndex } from '../questionnaire/standing.ts';
import { snap } from '../shared/snap.ts';
import { type Scoring, scoringOf } from './scoring.ts';
import { spreadOf, type Voice, voicesOf } from './spread.ts';

/** A question that at least two people answered, and how far they are apart. */
export type Compared = {
  readonly id: string;
  readonly core: boolean;
  readonly scoring: Scoring;
  /** In points; 0 where all agree. */
  readonly spread: number;
  /** Those who do not know included. */
  readonly voices: readonly Voice[];
};

/** How two roles see the questions that both answered, by what counts of each: its lowest answer. */
export type Pair = {
  readonly one: string;
  readonly other: string;
  /** Questions that both answered. */
  readonly both: number;
  /** Of these, those that the one sees better than the other, and the other way round. */
  readonly better: number;
  readonly worse: number;
};

/**
 * The scored questions that at least two people answered: those furthest apart first, core questions before others,
 * then in the order of the questionnaire.
 *
 * @param isDue of others the answers are kept and count nowhere
 */
export function compared(
  { questions, method }: Questionnaire,
  answers: Readonly<Record<string, Answer>>,
  isDue: (id: string) => boolean,
): readonly Compared[] {
  return questions
    .flatMap(({ question }): Compared[] => {
      if (question.kind === 'text' || !isDue(question.id)) return [];
      const scored = { scoring: scoringOf(question), options: optionIndex(question) };
      const answer = answers[question.id];
      const voices = voicesOf(scored, answer);
      if (voices.filter(({ points }) => points !== null).length < 2) return [];
      const { id, core = false } = question;
      const spread = snap(spreadOf(scored, answer), method.round);
      return [{ id, core, scoring: scored.scoring, spread, voices }];
    })
    .sort((a, b) => b.spread - a.spread || Number(b.core) - Number(a.core));
}

/**
 * The two roles that look at the same questions most differently, the one with the better view first; null where no
 * two roles differ. At a draw the first of the questionnaire's roles.
 */
export function blindSpot(roles: readonly string[], questions: readonly Compared[]): Pair | null {
  const pairs = roles.flatMap((one) =>
    roles.flatMap((other) => (one === other ? [] : [pairOf(one, other, questions)])),
  );
  const [widest] = pairs
    .filter(({ better, worse }) => better > worse || (better > 0 && better === worse))
    .sort((a, b) => b.better - b.worse - (a.better - a.worse) || b.better - a.better);
  return widest ?? null;
}

function pairOf(one: string, other: string, questions: readonly Compared[]): Pair {
  const views = questions.flatMap(({ voices }) => {
    const [mine, theirs] = [lowestOf(one, voices), lowestOf(other, voices)];
    return mine === null || theirs === null ? [] : [mine - theirs];
  });
  return {
    one,
    other,
    both: views.length,
    better: views.filter((view) => view > 0).length,
    worse: views.filter((view) => view < 0).length,
  };
}

function lowestOf(role: string, voices: readonly Voice[]): number | null {
  const points = voices.flatMap((voice) =>
    voice.source.role === role ? (voice.points ?? []) : [],
  );
  return points.length === 0 ? null : Math.min(...points);
}
