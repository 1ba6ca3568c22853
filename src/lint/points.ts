import type { Branch } from '../assessment/engine.ts';
import { nodeAt } from '../questionnaire/outline.ts';
import type { Path, Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import { type Check, questionPath, type Subject } from './subject.ts';

/** Questions whose answers are all worth the same, targets nobody can have, weights that nothing reads. */
export const findIdlePoints: Check = (subject) => [
  ...subject.engine.questions.flatMap(({ id, position, scoring }) => {
    if (!scoring || scoring.highest > scoring.lowest) return [];
    const at = subject.file.at(questionPath(subject, position));
    return [finding('idle-points', at, { id })];
  }),
  ...targetsOutOfReach(subject),
  ...subject.engine.hurdles.flatMap((hurdle, index) =>
    idleWeights(hurdle, ['hurdles', index], subject),
  ),
];

// Of levels it was told when the file was read.
function targetsOutOfReach(subject: Subject): readonly Problem[] {
  return subject.engine.questions.flatMap(({ position, question, scoring }) => {
    if (!scoring || question.kind === 'level' || question.kind === 'text') return [];
    const { target } = question;
    const path = [...questionPath(subject, position), 'target'];
    const each: readonly (readonly [Path, number | null])[] =
      typeof target === 'object'
        ? Object.entries(target).map(([option, value]) => [[...path, option], value])
        : [[path, target ?? null]];
    const { lowest, highest } = scoring;
    return each.flatMap(([at, value]) =>
      value !== null && (value < lowest || value > highest)
        ? [finding('target-out-of-reach', subject.file.at(at), { target: value, lowest, highest })]
        : [],
    );
  });
}

// Only a weighted mean weighs; a weight anywhere else is a wish. Questions beside levels are a weighted mean.
function idleWeights(branch: Branch, path: Path, subject: Subject): readonly Problem[] {
  const { file } = subject;
  const { aggregate } = branch;
  const weighs = aggregate === 'weighted-mean';
  const isWritten = (at: Path) => nodeAt(file.data, at) !== undefined;
  const idle = (at: Path, isWeighed = weighs) =>
    !isWeighed && isWritten(at) ? [finding('idle-weight', file.keyAt(at), { aggregate })] : [];
  return [
    ...branch.questions.flatMap((position) =>
      idle([...questionPath(subject, position), 'weight'], weighs || aggregate === 'level-gate'),
    ),
    ...branch.groups.flatMap((group, index) => [
      ...idle([...path, 'groups', index, 'weight']),
      ...idleWeights(group, [...path, 'groups', index], subject),
    ]),
  ];
}
