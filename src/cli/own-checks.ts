import type { OwnCheck } from '../assessment/check/demands.ts';
import { checkOwnCondition } from '../questionnaire/check-conditions.ts';
import { namesOf } from '../questionnaire/names-of.ts';
import { list, record } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { nearest } from '../shared/nearest.ts';
import { eachOnce, inReadingOrder, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { type Config, openConfig } from './config.ts';
import { FileProblems } from './file-problems.ts';
import type { Io } from './io.ts';
import { type CommonOptions, knownIds } from './load.ts';

/** A check of the config, and what is said when it fails. */
export type ConfiguredCheck = OwnCheck &
  Pick<Config['checks'][number], 'message' | 'questionnaire'>;

/**
 * The checks that the config of the working folder demands.
 *
 * @param questionnaires those whose answers are checked
 * @throws FileProblems where one cannot be asked of the answers it is for
 */
export function ownChecks(
  questionnaires: readonly Questionnaire[],
  options: CommonOptions,
  io: Io,
): readonly ConfiguredCheck[] {
  const opened = options.config ? openConfig(io.cwd) : null;
  if (opened === null) return [];
  const { config, file } = opened;
  const known = knownIds(options, io);
  const problems = checkProblems(config, file, questionnaires, questionnaires, known);
  if (problems.length > 0) throw new FileProblems(problems);
  return config.checks;
}

/**
 * Everything wrong with the checks of a config beyond its shape.
 *
 * @param all   those that a check is for that names none
 * @param named those that checks name
 */
export function checkProblems(
  { checks }: Config,
  file: YamlFile,
  all: readonly Questionnaire[],
  named: readonly Questionnaire[],
  known: readonly string[],
): readonly Problem[] {
  const ids = checks.map(({ id }) => id);
  const raw = list(record(file.data).checks);
  const problems = checks.flatMap(({ id, questionnaire: of }, index) => {
    const first = ids.indexOf(id);
    const twice = { id, first: { line: file.at(['checks', first, 'id']).line } };
    const names = [...known, ...named.map((one) => one.id)];
    return [
      ...(first < index ? [problem('duplicate-id', file.at(['checks', index, 'id']), twice)] : []),
      ...(of !== undefined && !names.includes(of)
        ? [
            problem('unknown-questionnaire', file.at(['checks', index, 'questionnaire']), {
              id: of,
              known,
              nearest: nearest(of, known),
            }),
          ]
        : []),
      ...(of === undefined ? all : named.filter((one) => one.id === of)).flatMap((one) =>
        checkOwnCondition(record(raw[index]).when, ['checks', index, 'when'], file, namesOf(one)),
      ),
    ];
  });
  return inReadingOrder(eachOnce(problems));
}
