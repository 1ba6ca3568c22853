import { answersIn } from '../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import { nearest } from '../shared/nearest.ts';
import { inReadingOrder, type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Assessment } from './assessment-format.ts';
import { writtenAnswers } from './stored-answers.ts';

/**
 * What is wrong with a stored assessment of the right shape: ids that its questionnaire does not have, answers that it
 * does not have or that are told otherwise than they were given. Edited by hand, a verdict of another name would silently
 * be told no more.
 */
export function checkStored(
  source: YamlFile,
  assessment: Assessment,
  questionnaire: Questionnaire,
): readonly Problem[] {
  const said = answersIn({ ...source, data: writtenAnswers(assessment) }, questionnaire);
  return inReadingOrder([
    ...strangeIds(source, assessment, questionnaire),
    ...otherAnswers(source, assessment, questionnaire),
    ...(said.ok ? [] : said.problems),
  ]);
}

type Named = { readonly what: Thing; readonly id: string; readonly path: Path };
type Thing = 'hurdle' | 'verdict' | 'contradiction' | 'question';

function strangeIds(
  source: YamlFile,
  assessment: Assessment,
  { hurdles, verdicts, contradictions, questions }: Questionnaire,
): readonly Problem[] {
  const known: Readonly<Record<Thing, readonly string[]>> = {
    hurdle: hurdles.map(({ id }) => id),
    verdict: verdicts.map(({ id }) => id),
    contradiction: contradictions.map(({ id }) => id),
    question: questions.map(({ question }) => question.id),
  };
  return namedIn(assessment).flatMap(({ what, id, path }) =>
    known[what].includes(id)
      ? []
      : [problem('unknown-id', source.at(path), { what, id, nearest: nearest(id, known[what]) })],
  );
}

function namedIn(assessment: Assessment): readonly Named[] {
  const listed = (
    list: 'hurdles' | 'verdicts' | 'contradictions' | 'recommendations',
    what: Thing,
  ) => assessment[list].map(({ id }, index) => ({ what, id, path: [list, index, 'id'] }));
  return [
    ...listed('hurdles', 'hurdle'),
    ...questionsIn(assessment).map(({ question: { id }, path }) => ({
      what: 'question' as const,
      id,
      path: [...path, 'id'],
    })),
    ...listed('verdicts', 'verdict'),
    ...listed('contradictions', 'contradiction'),
    ...listed('recommendations', 'question'),
  ];
}

// With the result of a question stands its answer once more, for whoever reads only that.
function otherAnswers(
  source: YamlFile,
  assessment: Assessment,
  { questions }: Questionnaire,
): readonly Problem[] {
  const known = new Set(questions.map(({ question }) => question.id));
  return questionsIn(assessment).flatMap(({ question: { id, answer }, path }) =>
    !known.has(id) || deepEqual(answer, assessment.answers[id]?.answer)
      ? []
      : [problem('other-answer', source.at([...path, 'answer']), { id })],
  );
}

function questionsIn({ hurdles }: Assessment) {
  return hurdles.flatMap(({ questions }, hurdle) =>
    questions.map((question, index) => ({
      question,
      path: ['hurdles', hurdle, 'questions', index],
    })),
  );
}
