import { checkShape, withoutOwnKeys } from '../shared/check-shape.ts';
import { nearest } from '../shared/nearest.ts';
import { eachOnce, inReadingOrder, type Parsed, type Problem, problem } from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { toAnswer } from './answer-entry.ts';
import type { Answers } from './answers.ts';
import { AnswersFormat } from './answers-format.ts';
import { checkAnswers, checkProfile, checkSteps } from './check-answers.ts';
import { inThisEdition, missingStep } from './migrate-answers.ts';
import type { Carried } from './migration-format.ts';
import { record } from './outline.ts';
import { isTextual, type Questionnaire, questionCalled } from './questionnaire.ts';
import { compareVersions, isSameMajor, isVersion } from './version.ts';

/**
 * Reads a file of answers (`format: answers/1`, YAML or JSON) against the questionnaire it answers.
 *
 * Answers to an older edition of the same major version are read as its migrations carry them over; places in
 * problems are those in the file as it is written.
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
  const { file: migrated, carriedOver } = inThisEdition(source, questionnaire);
  const file = { ...migrated, data: withoutOwnKeys(migrated.data) };
  const format = record(file.data).format;
  if (format !== 'answers/1') {
    const facts = { found: String(format ?? ''), expected: 'answers/1' };
    return { ok: false, problems: [problem('wrong-format', file.at(['format']), facts)] };
  }

  const shape = checkShape(AnswersFormat, file);
  const found = [
    ...(shape.ok ? [] : shape.problems),
    ...checkEdition(file, questionnaire, carriedOver),
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
    ...(carriedOver.length > 0 ? { carriedOver } : {}),
  };
  return { ok: true, value, warnings };
}

function checkEdition(
  file: YamlFile,
  questionnaire: Questionnaire,
  carriedOver: readonly Carried[],
): readonly Problem[] {
  const given = record(record(file.data).questionnaire);
  const at = (key: string) => file.at(['questionnaire', key]);
  if (typeof given.id === 'string' && given.id !== questionnaire.id) {
    return [
      problem('other-questionnaire', at('id'), { found: given.id, expected: questionnaire.id }),
    ];
  }
  // A version that is none was told with the shape.
  const version = isVersion(given.version) ? given.version : questionnaire.version;
  const facts = { found: version, expected: questionnaire.version };
  if (!isSameMajor(version, questionnaire.version)) {
    const isOlder = compareVersions(version, questionnaire.version) < 0;
    const migrates = isOlder && missingStep(version, questionnaire) === null;
    const told = { ...facts, ...(migrates ? { migrates } : {}) };
    return [problem('other-major-version', at('version'), told)];
  }
  if (version !== questionnaire.version) {
    const told = { ...facts, ...(carriedOver.length > 0 ? { carriedOver } : {}) };
    return [problem('other-version', at('version'), told, 'warning')];
  }
  if (typeof given.digest === 'string' && given.digest !== questionnaire.digest) {
    const edition = (digest: string) => `${version}, ${digest.slice(0, 'sha256-'.length + 8)}…`;
    const editions = { found: edition(given.digest), expected: edition(questionnaire.digest) };
    return [problem('other-digest', at('digest'), editions, 'warning')];
  }
  return [];
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

function mapEntries<From, To>(
  entries: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, map(value, key)]));
}
