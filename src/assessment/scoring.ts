import type { Answer } from '../questionnaire/answers.ts';
import type { ScoredQuestion } from '../questionnaire/question-format.ts';
import { type OptionIndex, standingOf } from '../questionnaire/standing.ts';
import { shownAs } from '../shared/snap.ts';
import type { Working } from './recorder.ts';

/** What the answers to a question are worth, in points. */
export type Scoring = {
  readonly lowest: number;
  readonly highest: number;
  /** @param tell is told how the points come about */
  readonly pointsOf: (
    value: number | readonly number[],
    tell?: (working: Working) => void,
  ) => number;
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
        pointsOf: (value, tell) => {
          const points = value as number;
          tell?.({ kind: 'level', points });
          return points;
        },
      };
    case 'choice': {
      const points = question.options.map((option) => option.points);
      return {
        lowest: Math.min(...points),
        highest: Math.max(...points),
        pointsOf: (value, tell) => {
          const option = value as number;
          const worth = points[option] as number;
          tell?.({ kind: 'choice', option, points: worth });
          return worth;
        },
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
    pointsOf: (value, tell) => {
      const number = displayed === undefined ? Number(value) : shownAs(Number(value), displayed);
      const band = bands.findLast(({ from }) => number >= from) ?? bands[0];
      const worth = band?.points ?? 0;
      tell?.({
        kind: 'number',
        number: Number(value),
        displayed: displayed === undefined ? null : number,
        decimals: displayed ?? 0,
        bands,
        points: worth,
      });
      return worth;
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
  const worthOf = (chosen: readonly number[]) => chosen.map((index) => points[index] as number);
  const capped = (value: number) => Math.min(value, question.cap ?? Infinity);
  switch (question.combine) {
    case 'sum':
      return {
        lowest: Math.min(total(free.filter((value) => value < 0)), ...alone),
        highest: capped(Math.max(total(free.filter((value) => value > 0)), ...alone)),
        pointsOf: (value, tell) => {
          const chosen = value as readonly number[];
          const worth = worthOf(chosen);
          const added = total(worth);
          const result = capped(added);
          const cap = question.cap ?? null;
          tell?.({ kind: 'sum', chosen, worth, total: added, cap, points: result });
          return result;
        },
      };
    case 'max': {
      const floor = Math.min(0, ...points);
      return {
        lowest: floor,
        highest: Math.max(0, ...points),
        pointsOf: (value, tell) => {
          const chosen = value as readonly number[];
          const worth = worthOf(chosen);
          const result = Math.max(floor, ...worth);
          tell?.({ kind: 'max', chosen, worth, floor, points: result });
          return result;
        },
      };
    }
    case 'share': {
      const all = total(free);
      return {
        lowest: 0,
        highest: all > 0 ? 1 : 0,
        pointsOf: (value, tell) => {
          const chosen = value as readonly number[];
          const worth = worthOf(chosen);
          const reached = total(worth);
          const result = all > 0 ? Math.min(1, Math.max(0, reached / all)) : 0;
          tell?.({
            kind: 'share',
            chosen,
            worth,
            total: reached,
            possible: free,
            all,
            points: result,
          });
          return result;
        },
      };
    }
    default:
      return question.combine satisfies never;
  }
}
