import type { Path } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { ids, outline, record } from './outline.ts';

/** Rules and recommendations by id; a recommendation by its question. */
export type Rules = Readonly<
  Record<'gates' | 'verdicts' | 'contradictions' | 'recommendations', readonly string[]>
>;

/**
 * The rules and recommendations that a questionnaire says itself: what it adds to those it builds on, and what it
 * changes of them.
 *
 * @param file as it was read with all it extends
 */
export function ownRules(file: YamlFile): Rules {
  const own = file.at([]).file;
  const isOwn = (path: Path) => file.at(path).file === own;
  const listed = (key: string) =>
    ids(record(file.data)[key]).filter((_id, index) => isOwn([key, index]));
  return {
    gates: listed('gates'),
    verdicts: listed('verdicts'),
    contradictions: listed('contradictions'),
    recommendations: outline(file.data)
      .questions.filter(({ path }) => isOwn(path))
      .map(({ id }) => id),
  };
}
