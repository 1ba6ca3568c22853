import { type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Outline } from './outline.ts';

/** Prerequisites that wait for each other: each circle once, told from its first question in the file. */
export function checkPrerequisites(file: YamlFile, names: Outline): readonly Problem[] {
  const requires = new Map(names.questions.map((question) => [question.id, question.requires]));
  const told = new Set<string>();
  return names.questions.flatMap(({ id, path }) => {
    const circle = circleFrom(id, requires);
    if (circle === null || circle.some((member) => told.has(member))) return [];
    for (const member of circle) told.add(member);
    const at = [...path, 'recommendation', 'requires'];
    const own = requires.get(id)?.indexOf(id) ?? -1;
    return [problem('prerequisite-cycle', file.at(own < 0 ? at : [...at, own]), { ids: circle })];
  });
}

function circleFrom(
  start: string,
  requires: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const visited = new Set<string>();
  const follow = (id: string, way: readonly string[]): readonly string[] | null => {
    for (const next of requires.get(id) ?? []) {
      if (next === start) return way;
      if (visited.has(next)) continue;
      visited.add(next);
      const circle = follow(next, [...way, next]);
      if (circle) return circle;
    }
    return null;
  };
  return follow(start, [start]);
}
