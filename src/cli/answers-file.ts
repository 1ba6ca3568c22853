import { existsSync } from 'node:fs';
import type { Turn } from '../interview/turns.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import { answersIn } from '../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type Edit, editYaml } from '../shared/edit-yaml.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { readText, writeWhole } from './files.ts';

/** A file of answers that is being written to, one answer at a time. */
export type AnswersFile = {
  readonly answers: Answers;
  /** Saves one answer; returns the answers as they then stand in the file. */
  readonly save: (turn: Turn, answer: Answer) => Answers;
  /** Whether anything was ever saved. */
  readonly exists: () => boolean;
};

/** What a new file begins with. */
export type NewFile = {
  readonly comment: string;
  readonly language: string;
  readonly scope: { readonly quick?: boolean; readonly role?: string };
};

/**
 * Opens a file of answers; a new one is written with its first answer.
 *
 * Every save reads the file again, so that what somebody changed in an editor meanwhile stays; if it then has
 * mistakes, nothing is written over it.
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
  const empty = () => newAnswersText(questionnaire, fresh, now());
  const current = () => (existsSync(path) ? readText(path, name) : empty());
  const parse = (text: string) => {
    const read = readYaml(text, name);
    return read.ok ? answersIn(read.file, questionnaire) : read;
  };
  const opened = parse(current());
  if (!opened.ok) throw new FileProblems(opened.problems);

  return {
    answers: opened.value,
    exists: () => existsSync(path),
    save: (turn, answer) => {
      const before = current();
      if (!parse(before).ok) throw new Failure('changed-meanwhile', { file: name });
      const text = editYaml(before, [
        ...editsFor(turn, answer),
        { path: ['updated'], value: stamp(now()) },
      ]);
      const after = parse(text);
      if (!after.ok) throw new Error(`Saving ${turn.id} would have broken ${name}.`);
      writeWhole(path, name, text);
      return after.value;
    },
  };
}

function editsFor(turn: Turn, answer: Answer): readonly Edit[] {
  switch (turn.kind) {
    case 'name':
      return answer.state === 'answered'
        ? [{ path: ['subject', 'name'], value: answer.answer }]
        : [];
    case 'profile': {
      const names = turn.question.names === 'use' && answer.state === 'answered';
      return [
        { path: ['profile', turn.id], value: shortest(answer, turn.question.kind === 'text') },
        ...(names ? [{ path: ['subject', 'use'], value: answer.answer }] : []),
      ];
    }
    case 'question':
      return [
        { path: ['answers', turn.id], value: shortest(answer, turn.question.kind === 'text') },
      ];
    default:
      return turn satisfies never;
  }
}

// The bare answer where nothing else was said; of a text only the long form can say "unknown".
function shortest(answer: Answer, isText: boolean): unknown {
  const { state, ...rest } = answer;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const keys = Object.keys(given);
  if (answer.state === 'answered') {
    const { answer: value } = answer;
    const isWord = isText && (value === 'unknown' || value === 'not-applicable');
    return keys.length === 1 && !isWord ? value : given;
  }
  return keys.length === 0 && !isText ? state : { state, ...given };
}

function newAnswersText(questionnaire: Questionnaire, fresh: NewFile, now: Date): string {
  const { id, version, digest } = questionnaire;
  const scope = Object.entries(fresh.scope)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => `${key}: ${value}`);
  return `${[
    `# ${fresh.comment.replace(/\s+/g, ' ')}`,
    'format: answers/1',
    `questionnaire: { id: ${id}, version: ${version}, digest: ${digest} }`,
    ...(scope.length > 0 ? [`scope: { ${scope.join(', ')} }`] : []),
    `language: ${fresh.language}`,
    `started: "${stamp(now)}"`,
    `updated: "${stamp(now)}"`,
    'subject: {}',
    'profile: {}',
    'answers: {}',
    'steps: {}',
  ].join('\n')}\n`;
}

function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}
