import { deepEqual } from '../shared/deep-equal.ts';
import type { Assessment } from './assessment-format.ts';
import type { StepChange } from './comparison-format.ts';

type Step = Assessment['steps'][string];

/** What the company decided since, in the order of the questions. */
export function stepChanges(
  from: Assessment,
  to: Assessment,
  order: readonly string[],
): readonly StepChange[] {
  return order.flatMap((id): StepChange[] => {
    const step = [from.steps[id] ?? null, to.steps[id] ?? null] as const;
    return deepEqual(...step) ? [] : [{ id, change: changeOf(...step), step: [...step] }];
  });
}

/** Steps that are open or under way and whose day has passed on the day of the assessment. */
export function overdueSteps(assessment: Assessment, order: readonly string[]): readonly string[] {
  return order.filter((id) => isOverdue(assessment, id));
}

/** Whether a step is not done though the day it was due has passed; the day of the assessment decides. */
export function isOverdue({ steps, date }: Assessment, id: string): boolean {
  const { status, due } = steps[id] ?? {};
  const isAhead = status === 'open' || status === 'doing';
  return isAhead && due !== undefined && date !== null && due < date;
}

function changeOf(from: Step | null, to: Step | null): StepChange['change'] {
  if (to === null) return 'removed';
  if (from?.status === to.status) return 'changed';
  switch (to.status) {
    case 'done':
    case 'dropped':
      return to.status;
    case 'doing':
      return from?.status === 'done' || from?.status === 'dropped' ? 'reopened' : 'started';
    case 'open':
      return from === null ? 'new' : 'reopened';
    default:
      return to.status satisfies never;
  }
}
