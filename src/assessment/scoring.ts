import type { Answer } from '../questionnaire/answers.ts';
import type { ScoredQuestion } from '../questionnaire/question-format.ts';
import { type OptionIndex, standingOf } from '../questionnaire/standing.ts';
import { shownAs } from '../shared/snap.ts';

/** What the answers to a question are worth, in points. */
export type Scoring = {
  readonly lowest: number;
  readonly highest: number;
  readonly pointsOf: (value: number | readonly number[]) => number;
};

/** What a written answer is worth, or null where it is none. */
export function pointsOfAnswer(
  scoring: Scoring,
  options: OptionIndex,
  answer: Answer | undefined,
): number | null {
  const standing = standingOf(answer, options);
  return standing.state === 'answered' && typeof standing.value !== 'string'
    ? scoring.pointsOf(standing.value)
    : null;
}

/** Reads the points of a question: a level counts as its number, options as what they say. */
export function scoringOf(question: ScoredQuestion): Scoring {
  switch (question.kind) {
    case 'level':
      return {
        lowest: 0,
        highest: question.options.length - 1,
        pointsOf: (value) => value as number,
      };
    case 'choice': {
      const points = question.options.map((option) => option.points);
      return {
        lowest: Math.min(...points),
        highest: Math.max(...points),
        pointsOf: (value) => points[value as number] as number,
      };
    }
    case 'several':
      return severalScoring(question);
    case 'number':
      return bandScoring(question);
    default:
      return question satisfies never;
  }
}

// The bands may stand in any order: each begins at its lower bound and ends where the next begins.
function bandScoring(question: Extract<ScoredQuestion, { kind: 'number' }>): Scoring {
  const bands = [...question.bands].sort((a, b) => a.from - b.from);
  const points = bands.map((band) => band.points);
  const { displayed } = question;
  return {
    lowest: Math.min(...points),
    highest: Math.max(...points),
    pointsOf: (value) => {
      const number = displayed === undefined ? Number(value) : shownAs(Number(value), displayed);
      const band = bands.findLast(({ from }) => number >= from) ?? bands[0];
      return band?.points ?? 0;
    },
  };
}

function severalScoring(question: Extract<ScoredQuestion, { kind: 'several' }>): Scoring {
  const points = question.options.map((option) => option.points);
  const free = question.options
    .filter((option) => !option.exclusive)
    .map((option) => option.points);
  const alone = question.options
    .filter((option) => option.exclusive)
    .map((option) => option.points);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const capped = (value: number) => Math.min(value, question.cap ?? Infinity);
  switch (question.combine) {
    case 'sum':
      return {
        lowest: Math.min(total(free.filter((value) => value < 0)), ...alone),
        highest: capped(Math.max(total(free.filter((value) => value > 0)), ...alone)),
        pointsOf: (chosen) =>
          capped(total((chosen as readonly number[]).map((index) => points[index] as number))),
      };
    case 'max':
      return {
        lowest: Math.min(0, ...points),
        highest: Math.max(0, ...points),
        pointsOf: (chosen) =>
          (chosen as readonly number[]).reduce(
            (highest, index) => Math.max(highest, points[index] as number),
            Math.min(0, ...points),
          ),
      };
    case 'share': {
      const all = total(free);
      return {
        lowest: 0,
        highest: all > 0 ? 1 : 0,
        pointsOf: (chosen) => {
          const share = total((chosen as readonly number[]).map((i) => points[i] as number)) / all;
          return all > 0 ? Math.min(1, Math.max(0, share)) : 0;
        },
      };
    }
    default:
      return question.combine satisfies never;
  }
}
