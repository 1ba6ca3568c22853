import type { AnswerValue } from '../questionnaire/answers.ts';
import { deepEqual } from '../shared/deep-equal.ts';

type Said = {
  readonly state?: string | undefined;
  readonly answer?: AnswerValue | undefined;
};

/** Whether two entries give the same answer; the order of several answers, notes and evidence do not matter. */
export function isSameAnswer(one: Said | null, other: Said | null): boolean {
  return (
    (one === null) === (other === null) &&
    (one?.state ?? null) === (other?.state ?? null) &&
    deepEqual(sorted(one?.answer), sorted(other?.answer))
  );
}

function sorted(answer: AnswerValue | undefined): unknown {
  return Array.isArray(answer) ? [...answer].sort() : (answer ?? null);
}
