import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { nodeAt, type Outline, record } from './outline.ts';

/** Targets by an option that does not exist, and options of the selecting profile question without a target. */
export function checkTargets(file: YamlFile, names: Outline): readonly Problem[] {
  const { by } = record(record(file.data).targets);
  const mapped = names.questions
    .map(({ path }): Path => [...path, 'target'])
    .filter((path) => Object.keys(record(nodeAt(file.data, path))).length > 0);
  if (by === undefined && mapped.length > 0) {
    return [problem('missing-key', file.at(['targets']), { key: 'by' })];
  }
  const options = names.profile.find((question) => question.id === by)?.options;
  return options ? mapped.flatMap((path) => checkTarget(path, String(by), options, file)) : [];
}

function checkTarget(
  path: Path,
  by: string,
  options: readonly string[],
  file: YamlFile,
): readonly Problem[] {
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
