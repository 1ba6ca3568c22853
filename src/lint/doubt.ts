import { nodeAt, record } from '../questionnaire/outline.ts';
import type { PathsByPlace } from '../shared/paths-by-place.ts';
import type { Path, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';

/** What is wrong with a questionnaire: the parts that have errors, and what was left out of it to try the rest. */
type Wrong = { readonly parts: readonly Path[]; readonly leftOut: readonly Path[] };

/**
 * Whether a finding may only follow from an error: it is in a part that has one, hangs on a question that has one, or
 * misses what was left out.
 */
export function isDoubtful(
  found: Problem,
  { parts, leftOut }: Wrong,
  file: YamlFile,
  paths: PathsByPlace,
): boolean {
  const own = partOf(paths(found.at).at(-1) ?? []);
  if (parts.some((part) => part.join('/') === own.join('/'))) return true;
  const wrong = parts.map((part) => record(nodeAt(file.data, part)).id);
  if (hangsOn(found, () => wordsIn(nodeAt(file.data, own))).some((id) => wrong.includes(id)))
    return true;
  if (isAboutReach(found) && leftOut.some(isAboutPoints)) return true;
  const unread = saysUnused(found);
  return unread.some((id) =>
    leftOut.some((path) => [...path, ...wordsIn(nodeAt(file.data, path))].includes(id)),
  );
}

/** The question, or the gate, verdict … that a path leads into. */
export function partOf(path: Path): Path {
  const question = path.lastIndexOf('questions');
  return path.slice(0, question > 0 ? question + 2 : 2);
}

// What else must be right for a finding to be; a rule hangs on all that it names.
function hangsOn({ code, facts }: Problem, named: () => readonly string[]): readonly string[] {
  switch (code) {
    case 'not-lifted':
    case 'idle-limit':
      return named();
    case 'never-holds':
    case 'always-holds':
      return facts.address === null ? named() : [facts.address];
    case 'prerequisite-never-due':
    case 'prerequisite-above-target':
      return [facts.id];
    case 'unanswerable':
      return facts.needs;
    default:
      return [];
  }
}

function isAboutReach({ code }: Problem): boolean {
  return code === 'level-unreachable' || code === 'hole-below';
}

const pointKeys: Path = ['kind', 'options', 'bands', 'combine', 'cap', 'aggregate'];

const branches: Path = ['hurdles', 'groups', 'questions'];

// A question or an option, or how they are counted.
function isAboutPoints(path: Path): boolean {
  const isWhole = branches.includes(path.at(-2) ?? '');
  return path[0] === 'hurdles' && (isWhole || path.some((key) => pointKeys.includes(key)));
}

function saysUnused({ code, facts }: Problem): readonly string[] {
  switch (code) {
    case 'unused':
    case 'idle-recommendation':
      return [facts.id];
    case 'idle-option':
      return [facts.of, facts.option];
    default:
      return [];
  }
}

function wordsIn(data: unknown): readonly string[] {
  if (data === null || typeof data !== 'object') return [String(data)];
  return Object.entries(data).flatMap(([key, part]) => [key, ...wordsIn(part)]);
}
