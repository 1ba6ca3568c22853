import { isFixable } from '../lint/fix.ts';
import type { LintResult } from '../lint/lint-format.ts';
import type { Problem, Severity } from '../shared/problem.ts';
import { formatProblems, wordsOfProblem } from './format-problems.ts';
import { githubCommand } from './github-command.ts';
import { jsonText } from './json-text.ts';
import type { Words } from './words/words.ts';

export type LintFormat = 'text' | 'json' | 'github';

export type LintReport = {
  readonly problems: (
    problems: readonly Problem[],
    words: Words,
    unread: readonly string[],
  ) => string;
  /** What is said of a file that cannot be read or written, and where. */
  readonly failure: (sentence: string) => {
    readonly to: 'stdout' | 'stderr';
    readonly text: string;
  };
};

/** Words what `lint` found: for people, for programs, or as notes beside the lines of a pull request on GitHub. */
export const lintReports: Readonly<Record<LintFormat, LintReport>> = {
  text: {
    problems: (problems, words) => formatProblems(problems, words, 'with codes'),
    failure: (sentence) => ({ to: 'stderr', text: sentence }),
  },
  json: {
    problems: (problems, words, unread) =>
      jsonText({
        format: 'lint/1',
        problems: problems.map((one) => entry(one, words)),
        unread: [...unread],
      } satisfies LintResult),
    failure: (sentence) => ({ to: 'stderr', text: sentence }),
  },
  github: {
    problems: (problems, words) => problems.map((one) => annotation(one, words)).join(''),
    failure: (sentence) => ({ to: 'stdout', text: githubCommand('error', sentence.trimEnd()) }),
  },
};

function entry(one: Problem, words: Words): LintResult['problems'][number] {
  const { what, hint } = wordsOfProblem(one, words);
  const { code, severity, at } = one;
  return {
    ...at,
    severity,
    code,
    message: what,
    hint: hint ?? null,
    fixable: isFixable(one),
    facts: one.facts,
  };
}

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  string
>;

function annotation(one: Problem, words: Words): string {
  const { what, hint } = wordsOfProblem(one, words);
  const message = [what, ...(hint === undefined ? [] : [hint])].join(' ');
  return githubCommand(levels[one.severity], message, { at: one.at, title: one.code });
}
