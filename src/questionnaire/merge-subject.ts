import { type Problem, problem } from '../shared/problem.ts';
import type { Answers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { RoleFile } from './role-file.ts';

type Subject = { readonly name?: string; readonly use?: string };

/**
 * The company and the AI use that all files are about; a problem where they name different ones.
 *
 * A use that is named by an answer of the profile is that answer's affair.
 *
 * @param profile the answers that stand
 */
export function mergeSubject(
  { profile: questions }: Questionnaire,
  files: readonly RoleFile[],
  profile: Answers['profile'],
): { readonly subject: Subject; readonly problems: readonly Problem[] } {
  const naming = questions.find(({ names }) => names === 'use');
  const answered = (answers: Answers['profile']) => {
    const answer = naming && answers[naming.id];
    return answer?.state === 'answered' ? String(answer.answer) : undefined;
  };
  const uses = files.flatMap(({ answers }) => answers.subject?.use ?? []);
  const isOfProfile =
    naming !== undefined &&
    files.every(({ answers: { subject, profile: own } }) =>
      [undefined, answered(own)].includes(subject?.use),
    );
  const named = answered(profile);
  const use = isOfProfile ? (uses.length > 0 ? named : undefined) : uses[0];
  const name = files.flatMap(({ answers }) => answers.subject?.name ?? [])[0];
  return {
    subject: { ...(name === undefined ? {} : { name }), ...(use === undefined ? {} : { use }) },
    problems: [...different('name', files), ...(isOfProfile ? [] : different('use', files))],
  };
}

function different(key: 'name' | 'use', files: readonly RoleFile[]): readonly Problem[] {
  const saying = files.filter(({ answers }) => answers.subject?.[key] !== undefined);
  const [first] = saying;
  const other = saying.find(
    ({ answers }) => answers.subject?.[key] !== first?.answers.subject?.[key],
  );
  if (!first || !other) return [];
  return [
    problem('other-subject', other.file.at(['subject', key]), {
      key,
      found: other.answers.subject?.[key] ?? '',
      other: first.answers.subject?.[key] ?? '',
      file: first.file.at([]).file,
    }),
  ];
}
