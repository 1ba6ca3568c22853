import { toEntry } from '../../src/questionnaire/answer-entry.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { AnswersData } from '../../src/questionnaire/answers-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';

/** Answers as a file holds them. */
export function asWritten(
  answers: Answers,
  { profile, questions }: Questionnaire,
): Record<string, unknown> {
  const asked = [...profile, ...questions.map(({ question }) => question)];
  const entries = (section: Answers['answers']) =>
    Object.fromEntries(
      Object.entries(section).map(([id, answer]) => [
        id,
        toEntry(answer, asked.find((question) => question.id === id)?.kind === 'text'),
      ]),
    );
  const { carriedOver: _carriedOver, ...rest } = answers;
  return {
    ...rest,
    profile: entries(answers.profile),
    answers: entries(answers.answers),
  } satisfies Partial<Record<keyof AnswersData, unknown>>;
}

/** Texts as lines, each with its end. */
export function ndjson(...lines: readonly (string | object)[]): string {
  return lines
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
}

/** What stands on each line of an output. */
export function linesIn<Line = Record<string, unknown>>(output: string): readonly Line[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
