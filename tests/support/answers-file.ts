import type { Answer, Answers } from '../../src/questionnaire/answers.ts';

/**
 * Answers as a file says them, every answer on a line of its own.
 *
 * @param beside keys that the file has besides: `updated`, `scope`, `subject` …
 */
export function answersFile(
  { questionnaire: { id, version }, profile, answers }: Answers,
  beside: object = {},
): string {
  const written = (entries: Answers['answers']) =>
    Object.fromEntries(Object.entries(entries).map(([key, answer]) => [key, entry(answer)]));
  const updated = '2026-11-20';
  return JSON.stringify(
    {
      format: 'answers/1',
      questionnaire: { id, version },
      updated,
      ...beside,
      profile: written(profile),
      answers: written(answers),
    },
    null,
    1,
  );
}

function entry({ state, ...answer }: Answer): unknown {
  if (state === 'not-applicable') return { state, reason: 'Not here' };
  return state === 'answered' && 'answer' in answer ? answer.answer : state;
}

/** The line on which a question is answered in such a file. */
export function lineOf(text: string, id: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(`  "${id}":`)) + 1;
}
