import type { Aggregate } from '../questionnaire/method-format.ts';
import { aggregate } from './aggregate.ts';
import type { Count } from './count.ts';
import type { Branch } from './engine.ts';
import type { Points } from './points.ts';
import type { Combined, End } from './recorder.ts';

/**
 * The value of a hurdle or group at both its ends, and the least and the most it could be with what is counted.
 *
 * @param telling is told of every branch, the inner ones first
 * @returns null where nothing counts
 */
export function branchValue(
  branch: Branch,
  counted: Count,
  telling?: (told: Combined) => void,
): Points | null {
  const { id, questions, groups, weights } = branch;
  const parts = new Array<Points | null>(weights.length);
  let place = 0;
  for (const position of questions) parts[place++] = counted.counts[position] ?? null;
  for (const group of groups) parts[place++] = branchValue(group, counted, telling);
  const names = telling && [...questions, ...groups.map((group) => group.id)];
  if (branch.aggregate !== 'level-gate' || questions.length === 0) {
    return combined(id, branch.aggregate, parts, weights, names, telling);
  }
  // Groups are the levels, in their order; questions beside them are a level together, the first.
  const count = questions.length;
  const beside = `${id}/beside`;
  const first = combined(
    beside,
    'weighted-mean',
    parts.slice(0, count),
    weights.slice(0, count),
    names?.slice(0, count),
    telling,
  );
  const levels = [first, ...parts.slice(count)];
  const levelNames = names && [beside, ...names.slice(count)];
  return combined(id, 'level-gate', levels, [1, ...weights.slice(count)], levelNames, telling);
}

const ends: readonly End[] = ['low', 'high', 'lowest', 'highest'];

// Names are positions of questions and ids of groups, for whoever is told.
function combined(
  branch: string,
  name: Aggregate,
  parts: readonly (Points | null)[],
  weights: readonly number[],
  names?: readonly (number | string)[],
  telling?: (told: Combined) => void,
): Points | null {
  const points = aggregate(name, parts, weights);
  if (!telling || !names) return points;
  for (const end of ends) {
    telling({
      branch,
      end,
      aggregate: name,
      parts: parts.map((part, place) => ({
        of: names[place] as number | string,
        value: part?.[end] ?? null,
        weight: weights[place] as number,
        lowest: part?.lowest ?? null,
        highest: part?.highest ?? null,
      })),
      result: points?.[end] ?? null,
    });
  }
  return points;
}
