import type { LineCounter } from 'yaml';
import { inReadingOrder, type Place, type Problem, problem } from './problem.ts';
import { yamlSlip } from './yaml-slip.ts';

/** What keeps a text from being YAML. The parser says where it got stuck; the slip is there, or in the line before. */
export function syntaxProblem(
  at: Place,
  code: string,
  message: string,
  text: string,
  { lineStarts }: LineCounter,
): Problem {
  for (const line of [at.line, at.line - 1]) {
    const start = lineStarts[line - 1];
    const slip = start === undefined ? null : yamlSlip(lineAt(text, start));
    if (slip) {
      const facts = { reason: slip.reason, message };
      return problem('yaml-syntax', { ...at, line, column: slip.column }, facts);
    }
  }
  const start = lineStarts[at.line - 1];
  if (code === 'UNEXPECTED_TOKEN' && at.column === 1 && start !== undefined) {
    const isAnother = text[start] === '{' && text.trimStart().startsWith('{');
    if (isAnother) return problem('yaml-syntax', at, { reason: 'MANY_OBJECTS', message });
  }
  // A bracket that nobody closes swallows the lines behind it, until one of them is indented too little.
  const isUnclosed = code === 'BAD_INDENT' && /end with a [\]}]/.test(message);
  // As many signs as open a text close it.
  const line = start === undefined ? '' : lineAt(text, start);
  const isOpen = code === 'UNEXPECTED_TOKEN' && line.split('"').length % 2 === 0;
  const reason = isUnclosed || isOpen ? 'MISSING_CHAR' : code;
  return problem('yaml-syntax', at, { reason, message });
}

const longestLine = 2_000;

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + longestLine));
}

/**
 * One slip of the pen can make every line behind it unreadable, and a place in several ways: leaves out what only follows
 * from the first few places, and says how much that is.
 */
export function withoutFlood(problems: readonly Problem[]): readonly Problem[] {
  // A file of lines, each an object, has a sign that is wrong in each.
  const another = problems.find((one) => reasonOf(one) === 'MANY_OBJECTS');
  if (another) return [another];
  const others = problems.filter(({ code }) => code !== 'yaml-syntax');
  const syntax = problems.filter(({ code }) => code === 'yaml-syntax');
  const places = new Map(
    syntax.toReversed().map((one) => [`${one.at.line}:${one.at.column}`, one]),
  );
  const ordered = inReadingOrder([...places.values()]);
  // What cannot be seen comes first: a line is then read as part of another, and what follows is no help.
  const unseen = ordered.filter(isUnseen);
  const first = (unseen.length > 0 ? unseen : ordered).slice(0, syntaxErrorsTold);
  const told = inReadingOrder([...others, ...first]);
  const next = ordered.find((one) => !first.includes(one));
  if (!next) return told;
  return [...told, problem('more-syntax', next.at, { count: ordered.length - first.length })];
}

function isUnseen(one: Problem): boolean {
  return ['TAB_AS_INDENT', 'HARD_SPACE'].includes(reasonOf(one) ?? '');
}

function reasonOf(one: Problem): string | null {
  return one.code === 'yaml-syntax' ? one.facts.reason : null;
}

const syntaxErrorsTold = 3;
