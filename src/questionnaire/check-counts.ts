import { type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Outline } from './outline.ts';

/** How much a questionnaire may ask, profile included, and how much it may offer as an answer to one question. */
export const countLimits = { questions: 4_000, options: 500 } as const;

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
  return [...tooMany, ...tooManyOptions];
}
