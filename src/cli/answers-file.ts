import { existsSync } from 'node:fs';
import { said, type Turn } from '../interview/turns.ts';
import { isLong, toEntry } from '../questionnaire/answer-entry.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import { editionEdits, migrateAnswers } from '../questionnaire/migrate-answers.ts';
import { nodeAt } from '../questionnaire/outline.ts';
import { answersIn } from '../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { isSameMajor } from '../questionnaire/version.ts';
import type { Edit } from '../shared/edit-data.ts';
import { editYaml } from '../shared/edit-yaml.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { hasMark, readText } from './files.ts';
import { type AnswersFile, type NewFile, newAnswersText, stamp } from './new-answers-file.ts';
import { rewriteWhole } from './write-whole.ts';

/**
 * Opens a file of answers; a new one is written with its first answer.
 *
 * Every save reads the file again, so that what somebody changed in an editor meanwhile stays; if it then has
 * mistakes, nothing is written over it; if it is gone, it is written anew with all that was said. Answers to an older edition are migrated with the first save.
 *
 * @throws FileProblems when the file is there and cannot be used
 */
export function openAnswers(
  path: string,
  name: string,
  questionnaire: Questionnaire,
  fresh: NewFile,
  now: () => Date,
): AnswersFile {
  let last: string | null = null;
  // Of a file that was taken away meanwhile, all that was said goes into the next one.
  const current = () => {
    const text = existsSync(path) ? readText(path, name) : '';
    return text.trim() === '' ? (last ?? newAnswersText(questionnaire, fresh, now())) : text;
  };
  const parse = (text: string) => {
    const read = readYaml(text, name);
    return read.ok ? answersIn(read.file, questionnaire) : read;
  };
  last = current();
  const opened = parse(last);
  if (!opened.ok) throw new FileProblems(opened.problems);

  return {
    answers: { ...opened.value, scope: { ...opened.value.scope, ...fresh.scope } },
    exists: () => existsSync(path),
    ready: async () => {},
    save: (turn, answer) => {
      // Nobody else can write it between the reading and the writing.
      const written = rewriteWhole(path, name, () => {
        const there = current();
        const changedMeanwhile = existsSync(path) && there !== last;
        const before = inThisEdition(there, questionnaire);
        const standing = parse(before);
        if (!standing.ok) throw new Failure('changed-meanwhile', { file: name });
        const whole = { ...beside(said(turn, standing.value)), ...answer };
        const data = editYaml(before, [
          ...scopeEdits(fresh.scope),
          ...editsFor(turn, whole, before),
          ...(isUnsaid(standing.value) ? [{ path: ['started'], value: stamp(now()) }] : []),
          { path: ['updated'], value: stamp(now()) },
        ]);
        const after = parse(data);
        if (!after.ok) throw new Error(`Saving ${turn.id} would have broken ${name}.`);
        return { data, mark: hasMark(path), answers: after.value, changedMeanwhile };
      });
      last = written.data;
      return { answers: written.answers, changedMeanwhile: written.changedMeanwhile };
    },
  };
}

function inThisEdition(text: string, questionnaire: Questionnaire): string {
  const read = readYaml(text, '');
  const migration = read.ok ? migrateAnswers(read.file.data, questionnaire) : null;
  return migration !== null && isSameMajor(migration.found, questionnaire.version)
    ? editYaml(text, [...migration.edits, ...editionEdits(questionnaire)])
    : text;
}

// A file somebody laid out to be filled in is begun with its first answer.
function isUnsaid({ started, subject, profile, answers }: Answers): boolean {
  const said = Object.keys({ ...subject, ...profile, ...answers });
  return started === undefined && said.length === 0;
}

// What somebody wrote beside an answer stays with the new one.
function beside(answer: Answer | undefined): Pick<Answer, 'note' | 'evidence' | 'sources'> {
  return {
    ...(answer?.note === undefined ? {} : { note: answer.note }),
    ...(answer?.evidence === undefined ? {} : { evidence: answer.evidence }),
    ...(answer?.sources === undefined ? {} : { sources: answer.sources }),
  };
}

// What was asked for on the command line holds for a file that is there already, too.
function scopeEdits(scope: NewFile['scope']): readonly Edit[] {
  return Object.entries(scope).map(([key, value]) => ({ path: ['scope', key], value }));
}

function editsFor(turn: Turn, answer: Answer, before: string): readonly Edit[] {
  const read = readYaml(before, '');
  const standing = (path: readonly string[]) =>
    read.ok ? nodeAt(read.file.data, path) : undefined;
  // What stands there in its long form keeps it.
  const entry = (section: string, isText: boolean): Edit => {
    const path = [section, turn.id];
    return { path, value: toEntry(answer, isText, isLong(standing(path))) };
  };
  switch (turn.kind) {
    case 'name':
      return answer.state === 'answered'
        ? [{ path: ['subject', 'name'], value: answer.answer }]
        : [];
    case 'profile': {
      const names = turn.question.names === 'use';
      const use = answer.state === 'answered' ? answer.answer : undefined;
      // An empty line is as good as none: it is left to be filled in.
      const isToldOf = use !== undefined || (standing(['subject', 'use']) ?? null) !== null;
      return [
        entry('profile', turn.question.kind === 'text'),
        ...(names && isToldOf ? [{ path: ['subject', 'use'], value: use }] : []),
      ];
    }
    case 'question':
      return [entry('answers', turn.question.kind === 'text')];
    default:
      return turn satisfies never;
  }
}
