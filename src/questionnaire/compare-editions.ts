import { nearest } from '../shared/nearest.ts';
import { inReadingOrder, type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { differences } from './edition-differences.ts';
import { type Common, meaningOf } from './edition-meaning.ts';
import { lineages } from './lineage.ts';
import type { Change } from './migration-format.ts';
import { outline } from './outline.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type Renames, renamesSince } from './renames.ts';
import { compareVersions, nextVersion } from './version.ts';

/**
 * Holds an edition of a questionnaire against an older one: whatever answers to that may say must have become
 * something, and the version must say how much changed.
 *
 * @param file          the newer edition as it was read, for the places
 * @param questionnaire the same, parsed
 */
export function compareEditions(
  file: YamlFile,
  questionnaire: Questionnaire,
  old: Questionnaire,
): readonly Problem[] {
  if (questionnaire.id !== old.id) {
    const facts = { found: questionnaire.id, expected: old.id, against: true } as const;
    return [problem('other-questionnaire', file.at(['id']), facts)];
  }
  const changes = questionnaire.migrations
    .filter(({ to }) => compareVersions(to, old.version) > 0)
    .flatMap((migration) => migration.changes);
  const missing = missingMigrations(file, questionnaire, old, changes);
  // How much changed can only be said once it is clear what became of everything.
  return missing.length > 0
    ? inReadingOrder(missing)
    : versionTooLow(file, questionnaire, old, changes);
}

type Asked = Question | ProfileQuestion;

function missingMigrations(
  file: YamlFile,
  questionnaire: Questionnaire,
  old: Questionnaire,
  changes: readonly Change[],
): readonly Problem[] {
  const lineageOf = lineages(changes);
  const now = askedIn(questionnaire);
  const before = askedIn(old);
  const names = outline(file.data);
  const places = new Map([...names.profile, ...names.questions].map(({ id, path }) => [id, path]));
  const hurdleOf = new Map(old.questions.map(({ question, hurdle }) => [question.id, hurdle]));

  const goneQuestion = (id: string): Problem => {
    const what = hurdleOf.has(id) ? 'question' : 'profile';
    const among = (what === 'question' ? names.questions : names.profile).map((one) => one.id);
    const hurdle = names.hurdles.find((one) => one.id === hurdleOf.get(id));
    const place: Path = what === 'profile' ? ['profile'] : (hurdle?.path ?? ['migrations']);
    const guess = nearest(
      id,
      among.filter((one) => !before.has(one)),
    );
    return problem('missing-migration', file.at(place), { what, id, of: null, nearest: guess });
  };
  const goneOptions = (question: Asked, name: string): readonly Problem[] => {
    const asked = now.get(name);
    if (!asked || !('options' in asked)) return [];
    const present = optionsOf(asked);
    const chain = lineageOf(question.id).names;
    const carried = changes
      .filter(({ of }) => of !== null && chain.includes(of))
      .flatMap(({ from }) => from);
    const added = present.filter((option) => !optionsOf(question).includes(option));
    return optionsOf(question)
      .filter((option) => !present.includes(option) && !carried.includes(option))
      .map((option) =>
        problem('missing-migration', file.at([...(places.get(name) ?? []), 'options']), {
          what: 'option',
          id: option,
          of: name,
          nearest: nearest(option, added),
        }),
      );
  };
  return [...before.values()].flatMap((question) =>
    lineageOf(question.id).finals.flatMap((name) =>
      now.has(name) ? goneOptions(question, name) : [goneQuestion(question.id)],
    ),
  );
}

function askedIn({ profile, questions }: Questionnaire): ReadonlyMap<string, Asked> {
  const all: readonly Asked[] = [...profile, ...questions.map(({ question }) => question)];
  return new Map(all.map((question) => [question.id, question]));
}

// A level is its number.
function optionsOf(question: Asked): readonly string[] {
  if (!('options' in question)) return [];
  return question.options.map((option, level) => ('id' in option ? option.id : String(level)));
}

const parts = { wording: 'patch', addition: 'minor', meaning: 'major' } as const;

function versionTooLow(
  file: YamlFile,
  questionnaire: Questionnaire,
  old: Questionnaire,
  changes: readonly Change[],
): readonly Problem[] {
  if (questionnaire.digest === old.digest) return [];
  const found = questionnaire.version;
  const { because, id } = changeBetween(old, questionnaire, changes);
  const needed = nextVersion(old.version, parts[because]);
  if (compareVersions(found, needed) >= 0) return [];
  return [problem('version-too-low', file.at(['version']), { found, needed, because, id })];
}

// Something that is added leaves what is there as it was; what is only called otherwise, too.
function changeBetween(
  old: Questionnaire,
  now: Questionnaire,
  changes: readonly Change[],
): { readonly because: keyof typeof parts; readonly id: string } {
  const renames = renamesSince(old, changes);
  const found = (withWords: boolean) =>
    differences(
      meaningOf(old, oldIn(renames), withWords),
      meaningOf(now, sharedWith(old, renames), withWords),
      '',
    );
  const meant = found(false);
  const changed = [
    ...renames.remade,
    ...meant.filter(({ kind }) => kind === 'changed').map(({ id }) => id),
  ];
  if (changed[0] !== undefined) return { because: 'meaning', id: changed[0] };
  const added = [...meant.map(({ id }) => id), ...renames.applied];
  if (added[0] !== undefined) return { because: 'addition', id: added[0] };
  return { because: 'wording', id: found(true)[0]?.id ?? now.id };
}

function oldIn({ asked, option }: Renames): Common {
  return { asked, option, has: () => true, hasOption: () => true };
}

function sharedWith(old: Questionnaire, { asked, option }: Renames): Common {
  const known = new Set([
    ...[...askedIn(old).keys()].map(asked),
    ...[...old.hurdles, ...old.roles, ...old.verdicts].map(({ id }) => id),
  ]);
  const options = new Set(
    [...askedIn(old).values()].flatMap((question) =>
      optionsOf(question).map((one) => `${asked(question.id)} ${option(question.id, one)}`),
    ),
  );
  return {
    asked: (id) => id,
    option: (_of, one) => one,
    has: (id) => known.has(id),
    hasOption: (of, one) => options.has(`${of} ${one}`),
  };
}
