import type * as z from 'zod';
import { checkShape, withoutOwnKeys } from '../shared/check-shape.ts';
import { nearest } from '../shared/nearest.ts';
import {
  eachOnce,
  inReadingOrder,
  type Parsed,
  type Path,
  type Problem,
  problem,
} from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { type Answer, type Answers, type AnswerValue, fromLong } from './answers.ts';
import { AnswerEntry, AnswersFormat, type LongAnswer } from './answers-format.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import { record } from './outline.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * Reads a file of answers (`format: answers/1`, YAML or JSON) against the questionnaire it answers.
 *
 * @param name what the file is called in problems
 * @returns the answers, with a warning where another edition of the questionnaire was answered; or every problem
 */
export function parseAnswers(
  text: string,
  name: string,
  questionnaire: Questionnaire,
): Parsed<Answers> {
  const read = readYaml(text, name);
  return read.ok
    ? answersIn(read.file, questionnaire)
    : { ok: false, problems: inReadingOrder(read.problems) };
}

/** The same for a file that is read already. */
export function answersIn(source: YamlFile, questionnaire: Questionnaire): Parsed<Answers> {
  const file = { ...source, data: withoutOwnKeys(source.data) };
  const format = record(file.data).format;
  if (format !== 'answers/1') {
    const facts = { found: String(format ?? ''), expected: 'answers/1' };
    return { ok: false, problems: [problem('wrong-format', file.at(['format']), facts)] };
  }

  const shape = checkShape(AnswersFormat, file);
  const found = [
    ...(shape.ok ? [] : shape.problems),
    ...checkEdition(file, questionnaire),
    ...checkRoles(file, questionnaire),
    ...checkProfile(file, questionnaire),
    ...checkAnswers(file, questionnaire),
    ...checkSteps(file, questionnaire),
  ];
  const problems = found.filter(({ severity }) => severity === 'error');
  const warnings = inReadingOrder(found.filter(({ severity }) => severity === 'warning'));
  if (!shape.ok || problems.length > 0)
    return { ok: false, problems: inReadingOrder(eachOnce(found)) };
  const value = {
    ...shape.value,
    profile: mapEntries(shape.value.profile, (entry, id) =>
      toAnswer(entry, isTextual(questionnaire.profile.find((question) => question.id === id))),
    ),
    answers: mapEntries(shape.value.answers, (entry, id) =>
      toAnswer(entry, isTextual(questionCalled(questionnaire, id))),
    ),
  };
  return { ok: true, value, warnings };
}

/** The questions of the profile that targets hang on and that were not answered. */
export function missingRequired(answers: Answers, questionnaire: Questionnaire): readonly string[] {
  return questionnaire.profile
    .filter(({ id, required }) => required && answers.profile[id]?.state !== 'answered')
    .map(({ id }) => id);
}

type Entry = z.infer<typeof AnswerEntry>;
type Long = z.infer<typeof LongAnswer>;

function toAnswer(entry: Entry, textual: boolean): Answer {
  if (typeof entry !== 'object' || Array.isArray(entry)) {
    // Only the long form of a text can say "unknown" as a word.
    if (!textual && (entry === 'unknown' || entry === 'not-applicable')) return { state: entry };
    return { state: 'answered', answer: entry };
  }
  return fromLong(entry);
}

function checkEdition(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const given = record(record(file.data).questionnaire);
  const at = (key: string) => file.at(['questionnaire', key]);
  if (typeof given.id === 'string' && given.id !== questionnaire.id) {
    return [
      problem('other-questionnaire', at('id'), { found: given.id, expected: questionnaire.id }),
    ];
  }
  // A version that is none was told with the shape.
  const says = typeof given.version === 'string' && /^\d+\.\d+\.\d+$/.test(given.version);
  const version = says ? String(given.version) : questionnaire.version;
  const facts = { found: version, expected: questionnaire.version };
  if (majorOf(version) !== majorOf(questionnaire.version)) {
    return [problem('other-major-version', at('version'), facts)];
  }
  if (version !== questionnaire.version) {
    return [problem('other-version', at('version'), facts, 'warning')];
  }
  if (typeof given.digest === 'string' && given.digest !== questionnaire.digest) {
    return [problem('other-digest', at('digest'), facts, 'warning')];
  }
  return [];
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}

function checkRoles(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const roles = questionnaire.roles.map((role) => role.id);
  return ['scope', 'respondent'].flatMap((key): Problem[] => {
    const role = record(record(file.data)[key]).role;
    if (typeof role !== 'string' || roles.includes(role)) return [];
    const facts = { what: 'role' as const, id: role, nearest: nearest(role, roles) };
    return [problem('unknown-id', file.at([key, 'role']), facts)];
  });
}

function checkProfile(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
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
        return question.required ? [problem('unknown-refused', file.at(path), { id })] : [];
      }
      return checkValue(answer.answer, question, valuePath(raw, path), file);
    },
  );
}

function checkAnswers(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const known = questionnaire.questions.map(({ question }) => question.id);
  return Object.entries(record(record(file.data).answers)).flatMap(
    ([id, raw]): readonly Problem[] => {
      const path = ['answers', id];
      const question = questionCalled(questionnaire, id);
      if (!question) return [unknownId('question', id, known, path, file)];
      const answer = entryAt(raw, isTextual(question), path, file);
      if (!('state' in answer)) return answer.problems;
      if (answer.state === 'not-applicable') {
        const why = notApplicableRefusal(question, questionnaire);
        return why ? [problem('not-applicable-refused', file.at(path), { id, why })] : [];
      }
      if (answer.state === 'unknown') return [];
      return checkValue(answer.answer, question, valuePath(raw, path), file);
    },
  );
}

function checkSteps(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
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

// An entry of another shape was told with the shape; here it is passed over.
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

function isLong(entry: Entry): entry is Long {
  return typeof entry === 'object' && !Array.isArray(entry);
}

function valuePath(raw: unknown, path: Path): Path {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw)
    ? [...path, 'answer']
    : path;
}

function checkValue(
  value: AnswerValue,
  question: Question | ProfileQuestion,
  path: Path,
  file: YamlFile,
): readonly Problem[] {
  const wrongType = (expected: string) => [
    problem('wrong-type', file.at(path), { expected, found: shown(value) }),
  ];
  switch (question.kind) {
    case 'level': {
      if (typeof value !== 'number') return wrongType('number');
      const allowed = question.options.map((_option, level) => String(level));
      return allowed.includes(String(value))
        ? []
        : [noOption(question.id, value, allowed, path, file)];
    }
    case 'choice': {
      if (typeof value !== 'string') return wrongType('string');
      const allowed = question.options.map((option) => option.id);
      return allowed.includes(value) ? [] : [noOption(question.id, value, allowed, path, file)];
    }
    case 'several': {
      if (!Array.isArray(value)) return wrongType('array');
      const chosen: readonly string[] = value;
      const allowed = question.options.map((option) => option.id);
      const missing = chosen.flatMap((id, index) =>
        allowed.includes(id) ? [] : [noOption(question.id, id, allowed, [...path, index], file)],
      );
      const twice = chosen.flatMap((id, index) =>
        chosen.indexOf(id) === index
          ? []
          : [problem('duplicate-id', file.at([...path, index]), { id })],
      );
      const alone = question.options.find(
        (option) => option.exclusive && chosen.includes(option.id),
      );
      const crowded =
        alone && chosen.length > 1
          ? [problem('exclusive-with-others', file.at(path), { option: alone.id })]
          : [];
      return [...missing, ...twice, ...crowded];
    }
    case 'number':
      return typeof value === 'number' ? [] : wrongType('number');
    case 'text':
      return typeof value === 'string' ? [] : wrongType('string');
    default:
      return question satisfies never;
  }
}

function noOption(
  of: string,
  value: string | number,
  allowed: readonly string[],
  path: Path,
  file: YamlFile,
): Problem {
  const option = String(value);
  const facts = { of, option, allowed, nearest: nearest(option, allowed) };
  return problem('unknown-option', file.at(path), facts);
}

function shown(value: AnswerValue): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

function questionCalled(questionnaire: Questionnaire, id: string): Question | undefined {
  return questionnaire.questions.find(({ question }) => question.id === id)?.question;
}

function isTextual(question: { readonly kind: string } | undefined): boolean {
  return question?.kind === 'text';
}

function mapEntries<From, To>(
  entries: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, map(value, key)]));
}
