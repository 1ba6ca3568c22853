import { existsSync } from 'node:fs';
import type { Turn } from '../interview/turns.ts';
import { type Answer, type Answers, noAnswers } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';

/** The file of answers where none is named. */
export const usualFile = 'hurdles-answers.yaml';

/** A file of answers that is being written to, one answer at a time. */
export type AnswersFile = {
  readonly answers: Answers;
  /** Saves one answer; returns the answers as they then stand in the file, and whether others had changed it. */
  readonly save: (
    turn: Turn,
    answer: Answer,
  ) => { readonly answers: Answers; readonly changedMeanwhile: boolean };
  /** Whether anything was ever saved. */
  readonly exists: () => boolean;
  /** Waits until it can save. */
  readonly ready: () => Promise<void>;
};

/** What a new file begins with. */
export type NewFile = {
  readonly comment: string;
  readonly language: string;
  readonly scope: { readonly quick?: boolean; readonly role?: string };
};

/**
 * A file that is not there yet, of which it is known what stands in it before anybody looks.
 *
 * @param load opens it for writing; that takes a while, and need not be over before the first question is asked
 */
export function newAnswersFile(
  path: string,
  questionnaire: Questionnaire,
  { language, scope }: NewFile,
  now: () => Date,
  load: () => Promise<AnswersFile>,
): AnswersFile {
  const { digest } = questionnaire;
  const { format, questionnaire: asked, ...nothing } = noAnswers(questionnaire);
  const at = stamp(now());
  let opened: AnswersFile | null = null;
  return {
    answers: {
      format,
      questionnaire: { ...asked, digest },
      subject: {},
      scope,
      language,
      started: at,
      updated: at,
      ...nothing,
    },
    exists: () => existsSync(path),
    save: (turn, answer) => {
      if (opened === null) throw new Error(`Nothing can be saved before ${path} is opened.`);
      return opened.save(turn, answer);
    },
    ready: async () => {
      opened ??= await load();
    },
  };
}

/** The text of a new file. */
export function newAnswersText(questionnaire: Questionnaire, fresh: NewFile, now: Date): string {
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

/** A moment as it is written in a file of answers: in UTC, to the second. */
export function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}
