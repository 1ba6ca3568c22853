import type { Place } from '../shared/problem.ts';
import type { ToldDemand, ToldFile, ToldFinding } from './check-told.ts';
import { githubCommand } from './github-command.ts';
import type { Words } from './words/words.ts';

// GitHub shows ten of a step at the most: no demand shall take the place of all others.
const mostBeside = 5;

/**
 * What was found in a file, as notes beside its lines. What several demands find at the same answer is one note: mending
 * it mends them all.
 */
export function githubNotes(
  { file, demands, warnings, notes, problems }: ToldFile,
  words: Words,
): string {
  const start = { file, line: 1, column: 1 };
  const about = { at: start, title: words.check.unusable };
  return [
    ...problems.map(({ at, message }) =>
      githubCommand('error', message, { ...about, at: at ?? start }),
    ),
    ...byAnswer(demands.flatMap((demand) => failing(demand, words))).map((same) =>
      githubCommand('error', messageOf(same), {
        at: same[0].finding.at,
        title: words.check.unmet(labelsOf(same)),
      }),
    ),
    ...byAnswer(demands.flatMap(standing)).map((same) =>
      githubCommand('warning', `${titlesOf(same).join('; ')} (${words.check.before})`, {
        at: same[0].finding.at,
        title: labelsOf(same),
      }),
    ),
    ...warnings.map((warning) =>
      githubCommand('warning', warning, { at: start, title: words.check.baseline.title }),
    ),
    ...notes.map((note) => githubCommand('notice', note, { at: start, title: 'hurdles check' })),
  ].join('');
}

/** A finding, with the demand that it keeps from being met. */
type Beside = {
  readonly label: string;
  readonly finding: ToldFinding;
  /** That there are more of this demand; null where there are not. */
  readonly more: string | null;
};

/** Several at the same answer. */
type Same = readonly [Beside, ...Beside[]];

function failing({ label, findings }: ToldDemand, words: Words): readonly Beside[] {
  const fails = findings.filter(({ isNew }) => isNew);
  const rest = fails.length - mostBeside;
  return fails.slice(0, mostBeside).map((finding, index) => {
    const isLast = rest > 0 && index === mostBeside - 1;
    return { label, finding, more: isLast ? `(${words.check.more(rest)})` : null };
  });
}

function standing({ label, findings }: ToldDemand): readonly Beside[] {
  const before = findings.filter(({ isNew }) => !isNew).slice(0, mostBeside);
  return before.map((finding) => ({ label, finding, more: null }));
}

// In the order in which they were found. What stands at no answer has nothing in common but the first line.
function byAnswer(all: readonly Beside[]): readonly Same[] {
  const places = new Map<string, Same>();
  for (const [index, one] of all.entries()) {
    const { at, causes } = one.finding;
    const isAtAnswer = causes.some((cause) => cause.at !== null && isSamePlace(cause.at, at));
    const key = isAtAnswer ? `${at.line}:${at.column}` : `- ${index}`;
    const before = places.get(key);
    places.set(key, before === undefined ? [one] : [...before, one]);
  }
  return [...places.values()];
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.line === other.line && one.column === other.column;
}

function labelsOf(same: Same): string {
  return eachOnce(same.map(({ label }) => label)).join('; ');
}

function titlesOf(same: Same): readonly string[] {
  return eachOnce(same.map(({ finding }) => finding.title));
}

function messageOf(same: Same): string {
  const causes = eachOnce(same.flatMap(({ finding }) => finding.causes.map(({ text }) => text)));
  // The same with more behind it says all.
  const whole = causes.filter(
    (text) => !causes.some((other) => other !== text && other.startsWith(text)),
  );
  return [
    ...titlesOf(same),
    ...whole.map((text) => `↳ ${text}`),
    ...eachOnce(same.flatMap(({ finding }) => finding.steps)).map((step) => `→ ${step}`),
    ...same.flatMap(({ more }) => more ?? []),
  ].join('\n');
}

function eachOnce(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
