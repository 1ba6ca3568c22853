import type { Assessment } from './assessment-format.ts';

/** An assessment without the targets that are none: where no question has one, the target is just what was reached. */
export function withOwnTargets(assessment: Assessment): Assessment {
  const hurdles = assessment.hurdles.map((hurdle) => {
    const hasOwn = hurdle.questions.some(({ target }) => target !== null);
    return hasOwn ? hurdle : { ...hurdle, target: null };
  });
  const { overall } = assessment;
  const hasAny = hurdles.some(({ target }) => target !== null);
  return { ...assessment, hurdles, overall: hasAny ? overall : { ...overall, target: null } };
}
