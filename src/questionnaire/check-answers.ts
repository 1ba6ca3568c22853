import { asMeant } from '../shared/as-meant.ts';
import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { isLong, toAnswer } from './answer-entry.ts';
import type { Answer, Source } from './answers.ts';
import { AnswerEntry, AnswersFormat } from './answers-format.ts';
import { checkValue } from './check-value.ts';
import { inThisEdition } from './migrate-answers.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import { record } from './outline.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import { isTextual, type Questionnaire, questionCalled } from './questionnaire.ts';
import { missingRequired } from './required-answers.ts';

/** Profile answers to questions that do not exist, that cannot be left open, or that have no such answer. */
export function checkProfile(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const known = questionnaire.profile.map((question) => question.id);
  return Object.entries(record(record(file.data).profile)).flatMap(
    ([id, raw]): readonly Problem[] => {
      const path = ['profile', id];
      const question = questionnaire.profile.find((candidate) => candidate.id === id);
      if (!question) return [unknownId('profile', id, known, path, file)];
      const answer = entryAt(raw, isTextual(question), path, file);
      if (!('state' in answer)) return answer.problems;
      if (answer.state === 'not-applicable') {
        return [problem('not-applicable-refused', file.at(path), { id, why: 'says-so' })];
      }
      if (answer.state === 'unknown') {
        return [
          ...(question.required ? [problem('unknown-refused', file.at(path), { id })] : []),
          ...checkSources(answer, question, path, file, questionnaire),
        ];
      }
      return [
        ...checkValue(answer.answer, question, valuePath(raw, path), file),
        ...checkSources(answer, question, path, file, questionnaire),
      ];
    },
  );
}

/** Answers to questions that do not exist, not applicable where that is no way out, or no answer of theirs. */
export function checkAnswers(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const known = questionnaire.questions.map(({ question }) => question.id);
  return Object.entries(record(record(file.data).answers)).flatMap(
    ([id, raw]): readonly Problem[] => {
      const path = ['answers', id];
      const question = questionCalled(questionnaire, id);
      if (!question) return [unknownId('question', id, known, path, file)];
      const answer = entryAt(raw, isTextual(question), path, file);
      if (!('state' in answer)) return answer.problems;
      return [
        ...checkAnswer(answer, question, raw, path, file, questionnaire),
        ...checkSources(answer, question, path, file, questionnaire),
      ];
    },
  );
}

function checkAnswer(
  answer: Answer,
  question: Question,
  raw: unknown,
  path: Path,
  file: YamlFile,
  questionnaire: Questionnaire,
): readonly Problem[] {
  const { id } = question;
  switch (answer.state) {
    case 'not-applicable': {
      const why = notApplicableRefusal(question, questionnaire);
      return why ? [problem('not-applicable-refused', file.at(path), { id, why })] : [];
    }
    case 'unknown':
      return [];
    case 'answered':
      return checkValue(answer.answer, question, valuePath(raw, path), file);
    default:
      return answer satisfies never;
  }
}

function checkSources(
  { sources = [] }: Answer,
  question: Question | ProfileQuestion,
  path: Path,
  file: YamlFile,
  questionnaire: Questionnaire,
): readonly Problem[] {
  return sources.flatMap((source, index) =>
    checkSource(source, question, [...path, 'sources', index], file, questionnaire),
  );
}

// What one role said, in a merged file.
function checkSource(
  { role, answer, state }: Source,
  question: Question | ProfileQuestion,
  path: Path,
  file: YamlFile,
  { roles }: Questionnaire,
): readonly Problem[] {
  const known = roles.map(({ id }) => id);
  const facts = { what: 'role' as const, id: role, nearest: nearest(role, known) };
  return [
    ...(known.includes(role) ? [] : [problem('unknown-id', file.at([...path, 'role']), facts)]),
    ...(answer === undefined ? [] : checkValue(answer, question, [...path, 'answer'], file)),
    ...(answer !== undefined && state !== undefined
      ? [problem('answer-and-state', file.keyAt([...path, 'state']), {})]
      : []),
  ];
}

/** Decided steps whose question does not exist or has no recommendation. */
export function checkSteps(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const known = questionnaire.questions.map(({ question }) => question.id);
  return Object.keys(record(record(file.data).steps)).flatMap((id): readonly Problem[] => {
    const question = questionCalled(questionnaire, id);
    if (!question) return [unknownId('question', id, known, ['steps', id], file)];
    if (question.kind !== 'text' && question.recommendation) return [];
    return [problem('no-recommendation', file.keyAt(['steps', id]), { id })];
  });
}

function unknownId(
  what: 'profile' | 'question',
  id: string,
  known: readonly string[],
  path: Path,
  file: YamlFile,
): Problem {
  return problem('unknown-id', file.keyAt(path), { what, id, nearest: nearest(id, known) });
}

// An entry of another shape was told with the shape, an empty one says nothing: here both are passed over.
function entryAt(
  raw: unknown,
  textual: boolean,
  path: Path,
  file: YamlFile,
): Answer | { readonly problems: readonly Problem[] } {
  const entry = AnswerEntry.safeParse(raw);
  if (!entry.success) return { problems: [] };
  if (isLong(entry.data)) {
    const { answer, state } = entry.data;
    if (answer === undefined && state === undefined) {
      return { problems: [problem('missing-key', file.at(path), { key: 'answer' })] };
    }
    if (answer !== undefined && state !== undefined) {
      return { problems: [problem('answer-and-state', file.keyAt([...path, 'state']), {})] };
    }
  }
  return toAnswer(entry.data, textual);
}

function valuePath(raw: unknown, path: Path): Path {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw)
    ? [...path, 'answer']
    : path;
}

/** Profile answers that targets hang on and that are not there: without them nothing can be judged. */
export function checkRequired(source: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  // Below a misspelt key the profile may be there all the same.
  const { profile } = record(source.data);
  const meant = profile === undefined ? asMeant(AnswersFormat, source).file : source;
  const { file } = inThisEdition(meant, questionnaire);
  const given = record(record(file.data).profile);
  // Where its line is there and empty, that line; else the profile.
  return missingRequired(given, questionnaire, (id) => file.keyAt(['profile', id]));
}
