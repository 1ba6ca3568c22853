import type { Answers, Source } from '../questionnaire/answers.ts';
import { editionOf } from '../questionnaire/merge-edition.ts';
import { type Overruled, overruled } from '../questionnaire/overruled.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type RoleFile, roleOf } from '../questionnaire/role-file.ts';
import { teller } from '../questionnaire/teller.ts';
import { compareVersions } from '../questionnaire/version.ts';
import { briefly, speaker } from '../report/said-in-words.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import type { Words } from './words/words.ts';

type Lines = readonly string[];

/** What a merge decided that whoever reads it may want to object to; indented lines belong to the line before them. */
export function mergeRemarks(
  questionnaire: Questionnaire,
  files: readonly RoleFile[],
  merged: Answers,
  names: boolean,
  language: string,
  words: Words,
): { readonly warnings: Lines; readonly remarks: Lines } {
  const { merge } = words;
  const tell = teller(questionnaire, merged.profile, language);
  const decided = overruled(questionnaire, files, merged, names);
  const inWords = (id: string, said: Source) => {
    const answer = briefly({ source: said, points: null }, id, questionnaire, tell, language);
    return answer ?? merge.notApplicable;
  };
  const told = ({ question, kept, said }: Overruled) => {
    const { id } = question;
    const stands = inWords(id, { role: '', ...kept } as Source);
    const others = said.map((one) => {
      const who = speaker({ source: one, points: null }, questionnaire, tell);
      return merge.says(who, inWords(id, one));
    });
    const title = tell(question.title ?? question.text);
    return `  ${merge.kept(title, stands, others.join('; '))}`;
  };
  const chapter = (intro: string, lines: Lines) => (lines.length === 0 ? [] : [intro, ...lines]);
  const agreed = decided.filter(({ isAgreed }) => isAgreed);
  const preferred = decided.filter(({ isAgreed }) => !isAgreed);
  const uses = usesOf(questionnaire, files, agreed);
  return {
    warnings: [
      ...(uses.length === 0 ? [] : [merge.uses(uses)]),
      ...editionLines(questionnaire, files, merged, words),
    ],
    remarks: [
      ...chapter(merge.agreed, agreed.map(told)),
      ...chapter(merge.overruled, preferred.map(told)),
      ...chapter(merge.steps, stepLines(questionnaire, files, merged, language, words)),
    ],
  };
}

// That answers were given to another edition the merged file says no more, and what is asked no more it does not have.
function editionLines(
  questionnaire: Questionnaire,
  files: readonly RoleFile[],
  merged: Answers,
  { merge }: Words,
): Lines {
  const { version = '' } = merged.questionnaire;
  const editions = files.map((one) => editionOf(one.answers, questionnaire).version ?? version);
  const others = [...new Set(editions)]
    .filter((one) => one !== version)
    .sort(compareVersions)
    .map((one) => ({
      version: one,
      files: files.filter((_file, index) => editions[index] === one),
    }));
  const left = files.filter(({ answers: { carriedOver = [] } }) =>
    carriedOver.some(({ change, left: rest }) => change === 'remove' || rest !== undefined),
  );
  return others.length === 0
    ? []
    : [
        merge.editions(
          version,
          others.map((one) => ({ ...one, files: one.files.map(nameOf) })),
          left.map(nameOf),
        ),
      ];
}

// The AI uses that the files name, where these clearly differ: not only in capitals and spaces.
function usesOf(
  { profile }: Questionnaire,
  files: readonly RoleFile[],
  agreed: readonly Overruled[],
): readonly { readonly use: string; readonly file: string }[] {
  const naming = profile.find(({ names }) => names === 'use');
  if (agreed.some(({ question }) => question === naming)) return [];
  const named = files.flatMap((one) => {
    const answer = naming && one.answers.profile[naming.id];
    const said = answer?.state === 'answered' ? String(answer.answer) : undefined;
    const use = said ?? one.answers.subject?.use;
    return use === undefined ? [] : [{ use, file: nameOf(one) }];
  });
  const key = (use: string) =>
    use
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, '');
  const different = named.filter(
    ({ use }, index) => named.findIndex((other) => key(other.use) === key(use)) === index,
  );
  return different.length > 1 ? different : [];
}

function stepLines(
  questionnaire: Questionnaire,
  files: readonly RoleFile[],
  merged: Answers,
  language: string,
  words: Words,
): Lines {
  const tell = teller(questionnaire, merged.profile, language);
  const whose = (one: RoleFile) => {
    const role = roleOf(one.answers);
    const source = { role: role ?? '' } as Source;
    return role === null ? nameOf(one) : speaker({ source, points: null }, questionnaire, tell);
  };
  return questionnaire.questions.flatMap(({ question }) => {
    const said = files.flatMap((one) => {
      const step = one.answers.steps[question.id];
      return step ? [{ who: whose(one), step }] : [];
    });
    if (said.every(({ step }) => deepEqual(step, said[0]?.step))) return [];
    const kept = said.filter(({ step }) => deepEqual(step, merged.steps[question.id]));
    const told = said.map(({ who, step: { status, who: assigned, due } }) => {
      const beside = [assigned, due && words.plan.due(due, false)].filter(Boolean).join(', ');
      const state = words.plan.status[status];
      return words.merge.says(who, beside === '' ? state : `${state} (${beside})`);
    });
    const title = tell(question.title);
    return [`  ${words.merge.step(title, told.join('; '), kept[0]?.who ?? '')}`];
  });
}

/** What a file is called. */
export function nameOf({ file }: RoleFile): string {
  return file.at([]).file;
}
