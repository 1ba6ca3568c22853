import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { list, type Outline, record } from './outline.ts';

/**
 * How much a questionnaire may ask, profile included, how much it may offer as an answer to one question, and how many
 * entries any other of its lists may have. Ids are compared with each other: twice as many cost four times as much.
 */
export const countLimits = { questions: 4_000, options: 500, entries: 2_000 } as const;

/** Names what is more than anybody can be asked or choose from. */
export function checkCounts(file: YamlFile, { profile, questions }: Outline): readonly Problem[] {
  const all = [...profile, ...questions];
  const [first] = all.slice(countLimits.questions);
  const tooMany = first
    ? [
        problem('too-many', file.at(first.path), {
          what: 'question',
          count: all.length,
          limit: countLimits.questions,
        }),
      ]
    : [];
  const tooManyOptions = all
    .filter(({ options }) => options.length > countLimits.options)
    .map(({ options, path }) =>
      problem('too-many', file.at([...path, 'options']), {
        what: 'option',
        count: options.length,
        limit: countLimits.options,
      }),
    );
  const lists = Object.entries(record(file.data)).flatMap(([key, value]) =>
    checkEntries(value, [key], file),
  );
  return [...tooMany, ...tooManyOptions, ...lists];
}

/** Names a list that is longer than any may be; nothing where it is none. */
export function checkEntries(value: unknown, path: Path, file: YamlFile): readonly Problem[] {
  const { length: count } = list(value);
  const limit = countLimits.entries;
  return count > limit ? [problem('too-many', file.at(path), { what: 'entry', count, limit })] : [];
}
