import { limits } from './limits.ts';
import { type Problem, problem, type Severity } from './problem.ts';

/**
 * What is told of each file at most: its gravest problems, in the order they came, and behind them how many more there
 * are. Told already within the limit, it stays as it is.
 */
export function withinLimit(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= limits.problems) return problems;
  const byFile = new Map<string, Problem[]>();
  for (const one of problems) {
    const there = byFile.get(one.at.file);
    if (there) there.push(one);
    else byFile.set(one.at.file, [one]);
  }
  return [...byFile.values()].flatMap(ofOneFile);
}

/** How many errors or warnings there are, those that are not told one by one included. */
export function countOf(problems: readonly Problem[], severity: Severity): number {
  return problems.reduce((count, one) => {
    if (one.code === 'more-problems') return count + one.facts[`${severity}s`];
    return one.severity === severity ? count + 1 : count;
  }, 0);
}

const severities = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

function ofOneFile(problems: readonly Problem[]): readonly Problem[] {
  const single = problems.filter(({ code }) => code !== 'more-problems');
  if (single.length <= limits.problems) return problems;
  const gravest = severities.flatMap((one) => single.filter(({ severity }) => severity === one));
  const told = new Set(gravest.slice(0, limits.problems));
  const rest = problems.filter((one) => !told.has(one));
  const [first] = rest;
  const counts = {
    errors: countOf(rest, 'error'),
    warnings: countOf(rest, 'warning'),
    notes: countOf(rest, 'note'),
    limit: limits.problems,
  };
  const worst = severities.find((one) => counts[`${one}s`] > 0);
  return [
    ...single.filter((one) => told.has(one)),
    ...(first ? [problem('more-problems', first.at, counts, worst)] : []),
  ];
}
