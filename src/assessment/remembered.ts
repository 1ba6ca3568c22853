import type { Standing } from '../questionnaire/compile-condition.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type Memory, memoryOf } from '../shared/memory.ts';
import type { Stand } from './stand.ts';

/**
 * What is the same for many who answer, so that it is worked out once: companies of one kind are asked the same and have
 * the same targets. It changes no result: a key holds all that the value hangs on.
 */
export type Remembered = {
  /** What is due and at what targets, by what the company says about itself. */
  readonly due: Memory<Pick<Stand, 'notDue' | 'targets'>>;
  /** Positions of the profile questions that decide it; null where more than the profile does. */
  readonly dueBy: readonly number[] | null;
  /** The level with all targets reached, by the targets and what gates ask of the profile. */
  readonly targetLevel: Memory<number | null>;
  /** Positions of the profile questions that gates ask about; null where gates ask about more than answers. */
  readonly gatedBy: readonly number[] | null;
};

export function rememberedOf(questionnaire: Questionnaire): Remembered {
  const { questions, gates, targets, profile } = questionnaire;
  const asked = questions.map(({ question }) => question);
  const positionsIn = (ids: Iterable<string>) =>
    [...new Set(ids)].map((id) => profile.findIndex((question) => question.id === id));
  const deciding = [
    ...asked.flatMap(({ when, quick }) => [when, quick]),
    ...targets.modifiers.map(({ when }) => when),
  ]
    .filter((condition) => typeof condition === 'object')
    .flatMap(comparisonsOf);
  const isByProfile = deciding.every(({ address }) => address.kind === 'profile');
  const gating = gates.flatMap(({ when }) => comparisonsOf(when));
  const selector = targets.by === undefined ? [] : [targets.by];
  return {
    due: memoryOf(most),
    dueBy: isByProfile ? positionsIn([...selector, ...profileIds(deciding)]) : null,
    targetLevel: memoryOf(most),
    gatedBy: gating.some(({ address }) => address.kind === 'result')
      ? null
      : positionsIn(profileIds(gating)),
  };
}

/** Some megabytes. */
const most = 20_000;

function profileIds(comparisons: ReturnType<typeof comparisonsOf>): readonly string[] {
  return comparisons.flatMap(({ address }) => (address.kind === 'profile' ? [address.id] : []));
}

/**
 * A key of how these questions stand, appended to codes; false where one stands as only few others do: numbers and texts
 * are not remembered.
 */
export function appendStandings(
  codes: number[],
  positions: readonly number[],
  standings: readonly Standing[],
): boolean {
  for (const position of positions) {
    const standing = standings[position];
    if (standing?.state !== 'answered') {
      codes.push(standing === undefined ? 0 : stateCodes[standing.state]);
    } else if (typeof standing.value === 'object') {
      codes.push(severalBegin, standing.value.length, ...standing.value);
    } else if (!appendNumber(codes, standing.value)) {
      return false;
    }
  }
  return true;
}

/** Appends a small whole number to codes; false for any other. */
export function appendNumber(codes: number[], value: number | string): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 999)
    return false;
  codes.push(value + firstNumber);
  return true;
}

const stateCodes = { unknown: 1, unanswered: 2, absent: 3 } as const;
const severalBegin = 4;
const firstNumber = 5;

/** The codes as the key of a memory. */
export function keyOf(codes: readonly number[]): string {
  return String.fromCharCode(...codes);
}
