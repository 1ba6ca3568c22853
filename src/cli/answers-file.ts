import { existsSync } from 'node:fs';
import { said, type Turn } from '../interview/turns.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import { nodeAt } from '../questionnaire/outline.ts';
import { answersIn } from '../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type Edit, editYaml } from '../shared/edit-yaml.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { hasMark, readText, writeWhole } from './files.ts';

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
  const current = () => {
    const text = existsSync(path) ? readText(path, name) : '';
    return text.trim() === '' ? empty() : text;
  };
  const parse = (text: string) => {
    const read = readYaml(text, name);
    return read.ok ? answersIn(read.file, questionnaire) : read;
  };
  const opened = parse(current());
  if (!opened.ok) throw new FileProblems(opened.problems);

  return {
    answers: { ...opened.value, scope: { ...opened.value.scope, ...fresh.scope } },
    exists: () => existsSync(path),
    save: (turn, answer) => {
      const before = current();
      const standing = parse(before);
      if (!standing.ok) throw new Failure('changed-meanwhile', { file: name });
      const whole = { ...beside(said(turn, standing.value)), ...answer };
      const text = editYaml(before, [
        ...scopeEdits(fresh.scope),
        ...editsFor(turn, whole, before),
        { path: ['updated'], value: stamp(now()) },
      ]);
      const after = parse(text);
      if (!after.ok) throw new Error(`Saving ${turn.id} would have broken ${name}.`);
      writeWhole(path, name, text, hasMark(path));
      return after.value;
    },
  };
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
  const isLong = (section: string) => {
    const read = readYaml(before, '');
    const entry = read.ok ? nodeAt(read.file.data, [section, turn.id]) : undefined;
    return typeof entry === 'object' && !Array.isArray(entry);
  };
  switch (turn.kind) {
    case 'name':
      return answer.state === 'answered'
        ? [{ path: ['subject', 'name'], value: answer.answer }]
        : [];
    case 'profile': {
      const names = turn.question.names === 'use';
      const use = answer.state === 'answered' ? answer.answer : undefined;
      return [
        {
          path: ['profile', turn.id],
          value: written(answer, turn.question.kind === 'text', isLong('profile')),
        },
        ...(names ? [{ path: ['subject', 'use'], value: use }] : []),
      ];
    }
    case 'question':
      return [
        {
          path: ['answers', turn.id],
          value: written(answer, turn.question.kind === 'text', isLong('answers')),
        },
      ];
    default:
      return turn satisfies never;
  }
}

// The bare answer where nothing else was said, nor stands there; of a text only the long form can say "unknown".
function written(answer: Answer, isText: boolean, isLong: boolean): unknown {
  const { state, ...rest } = answer;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const keys = Object.keys(given);
  if (answer.state === 'answered') {
    const { answer: value } = answer;
    const isWord = isText && (value === 'unknown' || value === 'not-applicable');
    return keys.length === 1 && !isWord && !isLong ? value : given;
  }
  return keys.length === 0 && !isText && !isLong ? state : { state, ...given };
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
