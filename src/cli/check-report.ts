import type { Check } from '../assessment/check/check-format.ts';
import type { ToldDemand, ToldFile, ToldFinding } from './check-told.ts';
import { githubCommand } from './github-command.ts';
import type { Io } from './io.ts';
import { jsonText } from './json-text.ts';
import { junitText } from './junit-text.ts';
import { showCheck } from './show-check.ts';
import type { Words } from './words/words.ts';

export type CheckReportFormat = 'text' | 'github' | 'junit' | 'json';

type CheckReport = (check: Check, files: readonly ToldFile[], words: Words, io: Io) => string;

/** Tells what was found: to people, to GitHub beside the lines of a pull request, to a display of tests, to programs. */
export const checkReports: Readonly<Record<CheckReportFormat, CheckReport>> = {
  text: (_check, files, words, io) => showCheck(files, words, io),
  github: (_check, files, words) => files.map((file) => commands(file, words)).join(''),
  junit: (_check, files, words) => junitText(files, words),
  json: (check) => jsonText(check),
};

// GitHub shows ten of a step at the most: no demand shall take the place of all others.
const mostBeside = 5;

function commands({ file, demands, warnings, notes, problems }: ToldFile, words: Words): string {
  const start = { file, line: 1, column: 1 };
  const about = { at: start, title: words.check.unusable };
  return [
    ...problems.map(({ at, message }) =>
      githubCommand('error', message, { ...about, at: at ?? start }),
    ),
    ...demands.flatMap((demand) => ofDemand(demand, words)),
    ...warnings.map((warning) =>
      githubCommand('warning', warning, { at: start, title: words.check.baseline.title }),
    ),
    ...notes.map((note) => githubCommand('notice', note, { at: start, title: 'hurdles check' })),
  ].join('');
}

function ofDemand({ label, findings }: ToldDemand, words: Words): readonly string[] {
  const fails = findings.filter(({ isNew }) => isNew);
  const rest = fails.length - mostBeside;
  return [
    ...fails.slice(0, mostBeside).map((finding, index) => {
      const more = rest > 0 && index === mostBeside - 1 ? [`(${words.check.more(rest)})`] : [];
      return githubCommand('error', [messageOf(finding), ...more].join('\n'), {
        at: finding.at,
        title: words.check.unmet(label),
      });
    }),
    ...findings
      .filter(({ isNew }) => !isNew)
      .slice(0, mostBeside)
      .map(({ title, at }) =>
        githubCommand('warning', `${title} (${words.check.before})`, { at, title: label }),
      ),
  ];
}

function messageOf({ title, causes, steps }: ToldFinding): string {
  return [
    title,
    ...causes.map(({ text }) => `↳ ${text}`),
    ...steps.map((step) => `→ ${step}`),
  ].join('\n');
}
