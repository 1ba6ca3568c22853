import { readFileSync } from 'node:fs';
import { engineOf } from '../../src/assessment/engine.ts';
import { sheetOf } from '../../src/assessment/sheet.ts';
import { standOf } from '../../src/assessment/stand.ts';
import {
  type Answer,
  type Answers,
  type AnswerValue,
  noAnswers,
} from '../../src/questionnaire/answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';

const url = new URL('../../questionnaires/five-hurdles.yaml', import.meta.url);

/** The text of our own questionnaire. */
export const fiveHurdlesText = readFileSync(url, 'utf8');

/** Our own questionnaire, read once for a file of tests. */
export const fiveHurdles = (() => {
  const parsed = parseQuestionnaire(fiveHurdlesText, 'five-hurdles.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3), null, 2));
  return parsed.value;
})();

export const fiveHurdlesEngine = engineOf(fiveHurdles);

/** A company nothing special is said of: small, inside, internal data, many cases, nothing planned. */
export const ordinary: Readonly<Record<string, AnswerValue>> = {
  size: 'small',
  sector: 'other',
  area: 'admin',
  use: 'Beispiel',
  outward: 'inside',
  data: 'internal',
  cases: 'many',
  'tool-count': 'few',
  plans: [],
  'private-use': 'not-known',
};

/** What was said about one question, in short: an answer, or a state. */
export type Short = AnswerValue | 'unknown' | 'not-applicable';

export function answer(short: Short): Answer {
  if (short === 'unknown' || short === 'not-applicable') return { state: short };
  return { state: 'answered', answer: short };
}

/**
 * A sheet of answers to our own questionnaire.
 *
 * @param base what every due question is answered that `answers` does not name; `target` is its own target
 */
export function sheet(
  profile: Readonly<Record<string, Short>>,
  base: number | 'unknown' | 'target' | null,
  answers: Readonly<Record<string, Short>> = {},
): Answers {
  const asked: Answers = {
    ...noAnswers(fiveHurdles),
    profile: mapValues({ ...ordinary, ...profile }, answer),
  };
  const { notDue, targets } = standOf(fiveHurdlesEngine, sheetOf(fiveHurdlesEngine, asked));
  const due = fiveHurdlesEngine.questions.filter(({ position }) => notDue[position] === null);
  const basic =
    base === null
      ? []
      : due.map(
          ({ id, position }) =>
            [id, answer(base === 'target' ? (targets[position] as number) : base)] as const,
        );
  return { ...asked, answers: { ...Object.fromEntries(basic), ...mapValues(answers, answer) } };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
