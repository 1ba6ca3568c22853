import { canonicalJson } from '../shared/canonical-json.ts';
import type { Answer, Answers, Source } from './answers.ts';
import { fromLong } from './answers.ts';
import { normal, united } from './merge-entry.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { isAgreed, type RoleFile, voices } from './role-file.ts';

/** A question on which a merge kept something else than what some said. */
export type Overruled = {
  readonly question: Question | ProfileQuestion;
  readonly kept: Answer;
  /** Whether it was agreed on in a merged file; else a preferred role decided. */
  readonly isAgreed: boolean;
  /** What was said otherwise, each once, in the order of the roles. */
  readonly said: readonly Source[];
};

/**
 * What a merge decided against somebody: what the roles said about the company where another one was preferred, and
 * what they say to a question on which all have agreed. That the lowest answer counts overrules nobody.
 *
 * @param merged what the files make together
 */
export function overruled(
  { profile, questions, roles }: Questionnaire,
  files: readonly RoleFile[],
  merged: Answers,
  names: boolean,
): readonly Overruled[] {
  const ranking = { roles: roles.map(({ id }) => id), worth: () => null };
  const inSection = (
    section: 'profile' | 'answers',
    asked: readonly (Question | ProfileQuestion)[],
  ) => {
    const said = files.map((one) => voices(one, section, names));
    return asked.flatMap((question): Overruled[] => {
      const kept = merged[section][question.id];
      const voiced = said.flatMap((entries) => entries[question.id] ?? []);
      const agreed = voiced.some(isAgreed);
      if (!kept || (section === 'answers' && !agreed)) return [];
      const sources = voiced.flatMap((one) => one.sources);
      const others = otherwise(united(sources, question, ranking), kept, question);
      return others.length === 0 ? [] : [{ question, kept, isAgreed: agreed, said: others }];
    });
  };
  return [
    ...inSection('profile', profile),
    ...inSection(
      'answers',
      questions.map(({ question }) => question),
    ),
  ];
}

/** What was said about a question otherwise than what stands, each once; who does not know says nothing else. */
export function otherwise(
  sources: readonly Source[],
  stands: Answer,
  question: Question | ProfileQuestion,
): readonly Source[] {
  const kept = wordOf(stands, question);
  const once = new Map(
    sources.flatMap((source) => {
      const word = wordOf(fromLong(source), question);
      const { role, name = '' } = source;
      return word === null || word === kept ? [] : [[canonicalJson({ role, name, word }), source]];
    }),
  );
  return [...once.values()];
}

// What was said, as a text that is equal where the answers are; null where nothing is known.
function wordOf(answer: Answer, question: Question | ProfileQuestion): string | null {
  if (answer.state === 'unknown') return null;
  if (answer.state === 'not-applicable') return answer.state;
  // What a migration took away of what a role said is said no more.
  return answer.answer === undefined ? null : canonicalJson(normal(answer.answer, question));
}
