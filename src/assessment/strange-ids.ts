import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { nearest } from '../shared/nearest.ts';
import { type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Assessment } from './assessment-format.ts';

/**
 * The ids in a stored assessment that its questionnaire does not have: edited by hand, a verdict of another name would
 * silently be told no more.
 */
export function strangeIds(
  source: YamlFile,
  assessment: Assessment,
  questionnaire: Questionnaire,
): readonly Problem[] {
  const known = {
    hurdles: questionnaire.hurdles.map(({ id }) => id),
    verdicts: questionnaire.verdicts.map(({ id }) => id),
    contradictions: questionnaire.contradictions.map(({ id }) => id),
    recommendations: questionnaire.questions.map(({ question }) => question.id),
  };
  const what = {
    hurdles: 'hurdle',
    verdicts: 'verdict',
    contradictions: 'contradiction',
    recommendations: 'question',
  } as const;
  return (Object.keys(known) as (keyof typeof known)[]).flatMap((list) =>
    assessment[list].flatMap(({ id }, index) =>
      known[list].includes(id)
        ? []
        : [
            problem('unknown-id', source.at([list, index, 'id']), {
              what: what[list],
              id,
              nearest: nearest(id, known[list]),
            }),
          ],
    ),
  );
}
