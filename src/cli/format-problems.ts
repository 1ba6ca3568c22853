import type { Problem, ProblemCode, ProblemFacts } from '../shared/problem.ts';
import { tame, tameLog } from '../shared/tame.ts';
import { withinLimit } from '../shared/within-limit.ts';
import type { ProblemWords, Words } from './words/de.ts';

/** What problems are worded with. */
export type WordsOfProblems = Pick<Words, 'problems' | 'severity'>;

/** Words problems: `file:line:column  what`, and the hint below it; of a file with very many the gravest, and a count. */
export function formatProblems(
  problems: readonly Problem[],
  words: WordsOfProblems,
  codes: 'with codes' | 'without codes' = 'without codes',
): string {
  return withinLimit(problems)
    .map((one) => formatProblem(one, words, codes === 'with codes' ? `  [${one.code}]` : ''))
    .join('');
}

/** What a problem says and what it advises. */
export function wordsOfProblem<Code extends ProblemCode>(
  { code, facts }: { readonly code: Code; readonly facts: ProblemFacts[Code] },
  words: WordsOfProblems,
): ProblemWords {
  const tell = words.problems[code] as (facts: ProblemFacts[Code]) => ProblemWords;
  return tell(facts);
}

function formatProblem(one: Problem, words: WordsOfProblems, code: string): string {
  const { what, hint } = wordsOfProblem(one, words);
  const { file, line, column } = one.at;
  const mark = one.severity === 'error' ? '' : `${words.severity[one.severity]}: `;
  const first = `${file}:${line}:${column}  ${mark}${what}${code}`;
  return tameLog(tame(`${oneLine(first)}\n${hint === undefined ? '' : `  ${oneLine(hint)}\n`}`));
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
