import type { Place } from '../shared/problem.ts';
import { tame } from '../shared/tame.ts';

export type GithubLevel = 'error' | 'warning' | 'notice';

/**
 * A line that makes a note beside a line of a pull request, as GitHub's runner reads it:
 * https://github.com/actions/toolkit, packages/core, command.ts.
 */
export function githubCommand(
  level: GithubLevel,
  message: string,
  about?: { readonly at: Place; readonly title: string },
): string {
  const text = escaped(tame(message));
  if (about === undefined) return `::${level}::${text}\n`;
  const { at, title } = about;
  const place = `file=${property(at.file)},line=${at.line},col=${at.column}`;
  return `::${level} ${place},title=${property(title)}::${text}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(tame(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
