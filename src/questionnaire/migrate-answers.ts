import { type Edit, editData, editFile, editing } from '../shared/edit-data.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { carryOptions } from './carry-options.ts';
import { carryQuestions } from './carry-questions.ts';
import type { Carried, Change } from './migration-format.ts';
import { record } from './outline.ts';
import type { Questionnaire } from './questionnaire.ts';
import { compareVersions, isSameMajor, isVersion, majorOf } from './version.ts';

/** What makes answers to an older edition answers to this one. */
export type AnswersMigration = {
  /** The edition that was answered. */
  readonly found: string;
  /** One after the other; what they take away they keep below `x-carried`. */
  readonly edits: readonly Edit[];
  /** The changes that touched something that was said. */
  readonly carriedOver: readonly Carried[];
};

/**
 * Works out what a file of answers needs to be one of this edition.
 *
 * Nothing that was said is lost: what is asked no more, what another answer takes the place of, and what nobody can
 * carry over is kept in the file. An answer to a new question stays as it is, whatever an old one would make of it.
 *
 * @param data the file's data as it was read
 * @returns null where it does not answer an older edition of this questionnaire
 */
export function migrateAnswers(
  data: unknown,
  questionnaire: Questionnaire,
): AnswersMigration | null {
  const found = answeredVersion(data, questionnaire);
  if (found === null || compareVersions(found, questionnaire.version) >= 0) return null;
  const changes = questionnaire.migrations
    .filter(({ to }) => compareVersions(to, found) > 0)
    .flatMap((migration) => migration.changes);
  return { found, ...carriedThrough(changes, data, found, questionnaire) };
}

/** A file of answers as this edition reads it: one to an older edition of the same major version is carried over. */
export function inThisEdition(
  file: YamlFile,
  questionnaire: Questionnaire,
): { readonly file: YamlFile; readonly carriedOver: readonly Carried[] } {
  const migration = migrateAnswers(file.data, questionnaire);
  return migration !== null && isSameMajor(migration.found, questionnaire.version)
    ? { file: editFile(file, migration.edits), carriedOver: migration.carriedOver }
    : { file, carriedOver: [] };
}

/** The edition of a questionnaire that a file of answers says it answers; null where it says none of this one. */
function answeredVersion(data: unknown, { id }: Questionnaire): string | null {
  const given = record(record(data).questionnaire);
  return given.id === id && isVersion(given.version) ? given.version : null;
}

/** The major edition that no migration leads to, on the way of answers to this one; null where there is a way. */
export function missingStep(found: string, { version, migrations }: Questionnaire): string | null {
  for (let major = majorOf(found) + 1; major <= majorOf(version); major += 1) {
    const step = `${major}.0.0`;
    if (!migrations.some(({ to }) => compareVersions(to, step) === 0)) return step;
  }
  return null;
}

/** What says in a file of answers which edition it answers. */
export function editionEdits({ version, digest }: Questionnaire): readonly Edit[] {
  return [
    { path: ['questionnaire', 'version'], value: version, from: ['questionnaire', 'version'] },
    { path: ['questionnaire', 'digest'], value: digest, from: ['questionnaire', 'digest'] },
  ];
}

function carriedThrough(
  changes: readonly Change[],
  data: unknown,
  version: string,
  questionnaire: Questionnaire,
): Pick<AnswersMigration, 'edits' | 'carriedOver'> {
  const edits: Edit[] = [];
  const carriedOver: Carried[] = [];
  const edited = editing(data);
  for (const [index, change] of changes.entries()) {
    const later = (part: unknown) =>
      editData(part, carriedThrough(changes.slice(index + 1), part, version, questionnaire).edits);
    const situation = { data: edited.data(), version, questionnaire, later };
    const effect =
      change.of === null ? carryQuestions(change, situation) : carryOptions(change, situation);
    for (const edit of effect.edits) {
      edits.push(edit);
      edited.make(edit);
    }
    if (effect.touched) {
      const { change: kind, of, from, to } = change;
      const left = effect.left === undefined ? {} : { left: effect.left };
      carriedOver.push({ change: kind, of, from: [...from], to: [...to], ...left });
    }
  }
  return { edits, carriedOver };
}
