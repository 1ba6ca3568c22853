import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { nodeAt, type Outline, record } from './outline.ts';

/** Targets by an option that does not exist, and options of the selecting profile question without a target. */
export function checkTargets(file: YamlFile, names: Outline): readonly Problem[] {
  const { targets } = record(file.data);
  const { by } = record(targets);
  const mapped = names.questions
    .map(({ path }): Path => [...path, 'target'])
    .filter((path) => Object.keys(record(nodeAt(file.data, path))).length > 0);
  if (by === undefined && mapped.length > 0) {
    const key = targets === undefined ? 'targets' : 'by';
    return [problem('missing-key', file.at(['targets']), { key })];
  }
  const selector = names.profile.find((question) => question.id === by);
  const wrongKind =
    selector && ['several', 'number', 'text'].includes(selector.kind)
      ? [
          problem('wrong-type', file.at(['targets', 'by']), {
            expected: 'choice',
            found: selector.kind,
          }),
        ]
      : [];
  const byOption = selector
    ? mapped.flatMap((path) => checkTarget(path, String(by), selector.options, file))
    : [];
  return [...wrongKind, ...byOption, ...outsideScale(file, names)];
}

// A level nobody can reach is no target.
function outsideScale(file: YamlFile, names: Outline): readonly Problem[] {
  return names.questions
    .filter(({ kind, options }) => kind === 'level' && options.length > 0)
    .flatMap(({ path, options }) => {
      const at = [...path, 'target'];
      const target = nodeAt(file.data, at);
      const each: readonly (readonly [Path, unknown])[] =
        typeof target === 'number'
          ? [[at, target]]
          : Object.entries(record(target)).map(([option, value]) => [[...at, option], value]);
      const top = options.length - 1;
      return each.flatMap(([place, value]) =>
        typeof value === 'number' && (value < 0 || value > top)
          ? [
              problem('out-of-range', file.at(place), {
                found: String(value),
                bound: `0–${top}`,
                of: 'target',
              }),
            ]
          : [],
      );
    });
}

function checkTarget(
  path: Path,
  by: string,
  options: readonly string[],
  file: YamlFile,
): readonly Problem[] {
  // A profile question without any answer is told where it stands.
  if (options.length === 0) return [];
  const given = Object.keys(record(nodeAt(file.data, path)));
  const strangers = given.filter((option) => !options.includes(option));
  const meant = strangers.map((option) => nearest(option, options));
  // An option that was meant and misspelt is told once.
  const missing = options.filter((option) => !given.includes(option) && !meant.includes(option));
  return [
    ...strangers.map((option, index) =>
      problem('unknown-option', file.keyAt([...path, option]), {
        of: by,
        option,
        allowed: options,
        nearest: meant[index] ?? null,
      }),
    ),
    ...missing.map((key) => problem('missing-key', file.at(path), { key })),
  ];
}
