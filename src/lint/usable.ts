import { checkQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type PathsByPlace, pathsByPlace } from '../shared/paths-by-place.ts';
import type { Path, Problem, ProblemCode } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { isDoubtful, partOf } from './doubt.ts';
import { pruned } from './prune.ts';

/** What of a questionnaire can be tried out though it has errors. */
export type Usable = {
  readonly file: YamlFile;
  readonly questionnaire: Questionnaire;
  /** Whether a finding may only follow from an error. */
  readonly isDoubtful: (found: Problem) => boolean;
};

// They keep a questionnaire from being used, and nothing from being tried.
const aboutWords: readonly ProblemCode[] = [
  'missing-language',
  'unknown-language',
  'unknown-placeholder',
  'reserved-id',
  'device-name',
  'unknown-source',
  'other-layout',
];
const harmless: readonly ProblemCode[] = [...aboutWords, 'no-recommendation'];

const rounds = 8;

/**
 * Leaves out what has errors until the rest can be tried out, so that one mistake does not hide the others.
 *
 * @returns null where too much would be missing
 */
export function usablePart(file: YamlFile): Usable | null {
  const paths = pathsByPlace(file);
  const parts: Path[] = [];
  const gone: Path[] = [];
  const tried = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const current = gone.length > 0 ? pruned(file, gone) : file;
    const { problems, questionnaire } = checkQuestionnaire(current);
    for (const { code, at } of problems) {
      if (!aboutWords.includes(code)) parts.push(partOf(paths(at).at(-1) ?? []));
    }
    // A number can be outside of what its key allows, or only outside of its scale.
    const grave = problems.filter(
      ({ code }) => !harmless.includes(code) && (code !== 'out-of-range' || questionnaire === null),
    );
    if (questionnaire !== null && grave.length === 0) {
      const wrong = { parts, leftOut: gone };
      return {
        file: current,
        questionnaire,
        isDoubtful: (found) => isDoubtful(found, wrong, file, paths),
      };
    }
    const more = grave.flatMap((one) => wayOut(one, paths, tried));
    if (more.length === 0) return null;
    gone.push(...more);
  }
  return null;
}

// What stands at the place itself first; if that did not help, what encloses it.
function wayOut({ at }: Problem, paths: PathsByPlace, tried: Map<string, number>): readonly Path[] {
  const here = paths(at);
  const deepest = here.at(-1);
  if (!deepest) return [];
  const key = deepest.join('/');
  const steps = tried.get(key) ?? 0;
  tried.set(key, steps + 1);
  const path = deepest.slice(0, deepest.length - steps);
  return path.length > 0 ? [path] : [];
}
