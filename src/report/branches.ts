import type { Question } from '../questionnaire/question-format.ts';
import { questionsOf } from '../questionnaire/questionnaire.ts';
import type { Group, Hurdle } from '../questionnaire/questionnaire-format.ts';
import type { Reading } from './reading.ts';

/** A hurdle or one of its groups, with the questions that stand directly in it. */
export type Branch = {
  readonly node: Hurdle | Group;
  /** 0 for the hurdle itself. */
  readonly depth: number;
  /** The titles of the groups down to this one; none for the hurdle itself. */
  readonly trail: readonly string[];
  readonly questions: readonly Question[];
};

/** A hurdle and its groups to any depth, in the order they are asked; those with nothing to show are left out. */
export function branchesOf(hurdle: Hurdle, reading: Reading): readonly Branch[] {
  return branches(hurdle, [], reading);
}

function branches(
  node: Hurdle | Group,
  trail: readonly string[],
  reading: Reading,
): readonly Branch[] {
  if (!questionsOf(node).some(reading.isAsked)) return [];
  return [
    { node, depth: trail.length, trail, questions: node.questions.filter(reading.isAsked) },
    ...node.groups.flatMap((group) =>
      branches(group, [...trail, reading.tell(group.title)], reading),
    ),
  ];
}
