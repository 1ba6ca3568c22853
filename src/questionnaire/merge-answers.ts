import { canonicalJson } from '../shared/canonical-json.ts';
import { inUtc } from '../shared/day.ts';
import { inReadingOrder, type Parsed } from '../shared/problem.ts';
import type { Answers } from './answers.ts';
import { mergeEdition } from './merge-edition.ts';
import { least, type Ranking, type Worth, whole } from './merge-entry.ts';
import { mergeProfile } from './merge-profile.ts';
import { mergeSubject } from './merge-subject.ts';
import type { Questionnaire } from './questionnaire.ts';
import { counting, type RoleFile, voices, withoutRole } from './role-file.ts';

export type MergeOptions = {
  readonly worth: Worth;
  /** Roles whose answer stands where the profiles differ, the first of them that has one. */
  readonly prefer?: readonly string[];
  /** Whether to say who answered, and not only in which role. */
  readonly names?: boolean;
};

/**
 * Makes one sheet of answers of several: of each question the answer worth least stands, with `sources` that say what
 * each role said.
 *
 * The order of the files changes nothing, what is merged can be merged further, and what is merged already changes
 * nothing: of each question the least answer is taken of those that stand in the files, and the sources are united,
 * each once. Whoever agrees deletes the sources of a question in a merged file: that answer stands, whatever single
 * roles said or say again, and stays without sources.
 *
 * - What is known counts before "I do not know", that before "does not apply", and that before no answer.
 * - Profiles must agree; where they do not, a preferred role decides.
 * - Answers to an older edition are merged as this one reads them; only where all were given to the same one, and nothing
 *   had to be carried over, the merged ones are of it, too.
 * - Of a step the furthest status stands. `started` is the earliest, `updated` the latest.
 * - Only a check that was quick in every file is quick, and only the same role everywhere stays a scope.
 *
 * @param files answers that read without a problem, to this questionnaire
 */
export function mergeAnswers(
  questionnaire: Questionnaire,
  files: readonly RoleFile[],
  { worth, prefer = [], names = false }: MergeOptions,
): Parsed<Answers> {
  const ids = questionnaire.roles.map(({ id }) => id);
  const ranking: Ranking = { worth, roles: [...new Set([...prefer, ...ids])] };
  const ordered: Ranking = { worth, roles: ids };
  const profiles = files.map((one) => ({ ...one, said: voices(one, 'profile', names) }));
  const profile = mergeProfile(questionnaire, profiles, prefer, ranking, ordered);
  const subject = mergeSubject(questionnaire, files, profile.answers);
  // Whoever is not known, or is of another company, contradicts nobody.
  const first = [...files.flatMap((one) => withoutRole(one, ids)), ...subject.problems];
  const problems = first.length > 0 ? first : profile.problems;
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };

  const said = files.map((one) => voices(one, 'answers', names));
  const answers = questionnaire.questions.flatMap(({ question }) => {
    const voiced = counting(said.flatMap((entries) => entries[question.id] ?? []));
    const stands = least(voiced, question, ranking);
    return stands ? [[question.id, whole(stands, voiced, question, ordered)] as const] : [];
  });
  const moments = (key: 'started' | 'updated') =>
    files
      .flatMap((one) => one.answers[key] ?? [])
      .sort((a, b) => compare(inUtc(a), inUtc(b)) || compare(a, b));
  const [started] = moments('started');
  const updated = moments('updated').at(-1);
  const language = languageOf(questionnaire, files);
  const value: Answers = {
    format: 'answers/1',
    questionnaire: mergeEdition(questionnaire, files),
    ...(Object.keys(subject.subject).length > 0 ? { subject: subject.subject } : {}),
    ...scopeOf(files),
    ...(language === undefined ? {} : { language }),
    ...(started === undefined ? {} : { started }),
    ...(updated === undefined ? {} : { updated }),
    profile: profile.answers,
    answers: Object.fromEntries(answers),
    steps: stepsOf(questionnaire, files),
  };
  return { ok: true, value, warnings: [] };
}

function scopeOf(files: readonly RoleFile[]): Pick<Answers, 'scope'> {
  const scopes = files.map(({ answers }) => answers.scope ?? {});
  const quick = scopes.every((scope) => scope.quick === true);
  const [role] = scopes.map((scope) => scope.role);
  const isSame = role !== undefined && scopes.every((scope) => scope.role === role);
  if (!quick && !isSame) return {};
  return { scope: { ...(quick ? { quick } : {}), ...(isSame ? { role } : {}) } };
}

// The first of the questionnaire's languages that somebody answered in; of others the first by name.
function languageOf({ languages }: Questionnaire, files: readonly RoleFile[]): string | undefined {
  const spoken = files.flatMap(({ answers }) => answers.language ?? []).sort();
  return languages.find((language) => spoken.includes(language)) ?? spoken[0];
}

const furthestFirst = ['done', 'doing', 'open', 'dropped'];

function stepsOf({ questions }: Questionnaire, files: readonly RoleFile[]): Answers['steps'] {
  const rank = (step: Answers['steps'][string]) =>
    `${furthestFirst.indexOf(step.status)} ${step.due ?? '~'} ${canonicalJson(step)}`;
  return Object.fromEntries(
    questions.flatMap(({ question: { id } }) => {
      const steps = files.flatMap(({ answers }) => answers.steps[id] ?? []);
      const [furthest] = steps.sort((a, b) => compare(rank(a), rank(b)));
      return furthest ? [[id, furthest]] : [];
    }),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
