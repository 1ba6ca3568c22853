import type { Problem, ProblemCode, ProblemFacts } from '../shared/problem.ts';
import { tame } from '../shared/tame.ts';
import type { ProblemWords } from './words/de.ts';
import type { Words } from './words/words.ts';

/** Words problems: `file:line:column  what`, and the hint below it. */
export function formatProblems(problems: readonly Problem[], words: Words): string {
  return problems.map((one) => formatProblem(one, words)).join('');
}

function formatProblem(one: Problem, words: Words): string {
  const { what, hint } = problemWords(one, words);
  const { file, line, column } = one.at;
  const mark = one.severity === 'warning' ? `${words.warning}: ` : '';
  const first = `${file}:${line}:${column}  ${mark}${what}`;
  return tame(`${oneLine(first)}\n${hint === undefined ? '' : `  ${oneLine(hint)}\n`}`);
}

function problemWords<Code extends ProblemCode>(
  { code, facts }: { readonly code: Code; readonly facts: ProblemFacts[Code] },
  words: Words,
): ProblemWords {
  const tell = words.problems[code] as (facts: ProblemFacts[Code]) => ProblemWords;
  return tell(facts);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
