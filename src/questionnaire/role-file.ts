import { type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Answer, Answers, Source } from './answers.ts';

/** A file of answers to merge: what it says, and where. */
export type RoleFile = { readonly file: YamlFile; readonly answers: Answers };

/** An answer with who said what about its question. */
export type Voiced = Answer & { readonly sources: Source[] };

/** The role that somebody answered in; null where the file does not say. */
export function roleOf({ respondent, scope }: Answers): string | null {
  return respondent?.role ?? scope?.role ?? null;
}

/**
 * The answers of a file, each with who gave it: the role that the file is of, or what is noted in a merged file.
 *
 * @param names whether people are named, and not only their roles
 */
export function voices(
  { answers }: RoleFile,
  section: 'profile' | 'answers',
  names: boolean,
): Readonly<Record<string, Voiced>> {
  const role = roleOf(answers);
  const isJoint = isOfSeveral(answers);
  const name = names ? answers.respondent?.name : undefined;
  return Object.fromEntries(
    Object.entries(answers[section]).map(([id, answer]) => {
      const known = answer.sources ?? [];
      const own =
        known.length > 0 || role === null || isJoint ? [] : [sourceOf(answer, role, name)];
      const sources = names ? known : known.map(({ name: _left, ...source }) => source);
      return [id, { ...answer, sources: [...sources, ...own] }];
    }),
  );
}

// A merged file has no role, or is of several people of one role; in it, what has no source is nobody's in particular.
function isOfSeveral({ respondent, scope, profile, answers }: Answers): boolean {
  const entries = [...Object.values(profile), ...Object.values(answers)];
  const sources = entries.flatMap((entry) => entry.sources ?? []);
  const ofOne = scope?.role === undefined || sources.every(({ role }) => role === scope.role);
  return sources.length > 0 && respondent?.role === undefined && ofOne;
}

/**
 * Whether an answer was agreed on: in a merged file it has no source any more. Who does not know has agreed on nothing.
 *
 * @param voiced an answer of a file that says in which role it was given, or that is merged
 */
export function isAgreed({ sources, state }: Voiced): boolean {
  return sources.length === 0 && state !== 'unknown';
}

/** The answers to a question that count: what was agreed on beats what single roles said. */
export function counting(voiced: readonly Voiced[]): readonly Voiced[] {
  const agreed = voiced.filter(isAgreed);
  return agreed.length > 0 ? agreed : voiced;
}

/** Whose answers they are has to be known; of what is merged already it is, and what has no source there was agreed. */
export function withoutRole(
  { file, answers }: RoleFile,
  roles: readonly string[],
): readonly Problem[] {
  const entries = [...Object.values(answers.profile), ...Object.values(answers.answers)];
  const isNobodys = entries.every(({ sources = [] }) => sources.length === 0);
  return roleOf(answers) === null && entries.length > 0 && isNobodys
    ? [problem('no-role', file.at(['respondent']), { roles })]
    : [];
}

function sourceOf(answer: Answer, role: string, name: string | undefined): Source {
  const { sources: _sources, at: _at, state, ...said } = answer;
  const named = name === undefined ? {} : { name };
  const stated = state === 'answered' ? {} : { state };
  return { role, ...named, ...stated, ...said } as Source;
}
