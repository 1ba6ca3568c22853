import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Assessment } from './assessment-format.ts';
import type { UsesSideBySide } from './comparison-format.ts';
import { isSameAnswer } from './same-answer.ts';

/** The uses of one company: the lowest levels, every standing verdict with its uses, and what is told differently. */
export function usesSideBySide(
  questionnaire: Questionnaire,
  assessments: readonly Assessment[],
): UsesSideBySide {
  return {
    overall: lowest(assessments.map(({ overall }) => overall)),
    hurdles: questionnaire.hurdles.map(({ id }) => ({
      id,
      ...lowest(
        assessments.map(({ hurdles }) => hurdles.find((hurdle) => hurdle.id === id) ?? absent),
      ),
    })),
    verdicts: questionnaire.verdicts.flatMap(({ id, kind }) => {
      const uses = assessments.flatMap(({ verdicts }, file) =>
        verdicts.filter((verdict) => verdict.id === id).map(({ certain }) => ({ file, certain })),
      );
      return uses.length > 0 ? [{ id, kind, uses }] : [];
    }),
    differing: [
      ...questionnaire.profile.map((question) => ({ question, of: 'profile' as const })),
      ...questionnaire.questions.map(({ question }) => ({ question, of: 'answers' as const })),
    ].flatMap(({ question: { id, unit }, of }) => {
      if (unit !== 'company') return [];
      const values = distinct(assessments.map((one) => one[of][id] ?? null));
      return values.length > 1 ? [{ id, values }] : [];
    }),
  };
}

type Ranged = {
  readonly level: number | null;
  readonly levelHigh: number | null;
  readonly reason: Assessment['overall']['reason'] | 'not-applicable';
};

const absent: Ranged = { level: null, levelHigh: null, reason: 'not-due' };

// What is not due counts nowhere. While one use has no level the lowest of the others is only the most it can be.
function lowest(uses: readonly Ranged[]): Omit<UsesSideBySide['hurdles'][number], 'id'> {
  const counting = uses.flatMap((use, file) =>
    use.reason === null || use.reason === 'not-rateable' ? [{ ...use, file }] : [],
  );
  const levels = counting.flatMap(({ level }) => level ?? []);
  const least = levels.length > 0 ? Math.min(...levels) : null;
  const highs = counting.flatMap(({ levelHigh }) => levelHigh ?? []);
  const complete = counting.length > 0 && levels.length === counting.length;
  return {
    level: complete || least === 0 ? least : null,
    levelHigh: highs.length > 0 ? Math.min(...highs) : null,
    files: counting
      .filter(({ level }) => level !== null && level === least)
      .map(({ file }) => file),
    complete,
  };
}

type Said = Assessment['answers'][string] | null;

// Whoever says nothing contradicts nobody: a question may not have been due there.
function distinct(said: readonly Said[]): UsesSideBySide['differing'][number]['values'] {
  const values: { files: number[]; said: Said }[] = [];
  said.forEach((one, file) => {
    if (one === null) return;
    const same = values.find((value) => isSameAnswer(value.said, one));
    if (same) same.files.push(file);
    else values.push({ files: [file], said: one });
  });
  return values;
}
