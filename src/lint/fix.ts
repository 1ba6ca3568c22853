import type { Problem } from '../shared/problem.ts';

/** A piece of a text to be replaced; offsets count UTF-16 units from 0. */
type Change = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Mends what has only one right answer: quotation marks around a word that other readers turn or a text that a comma
 * cuts, a list of one, a weight that does not count. Every other byte stays.
 *
 * @param problems what was found in this text
 */
export function fixText(
  text: string,
  problems: readonly Problem[],
): { readonly text: string; readonly fixed: readonly Problem[] } {
  const starts = lineStarts(text);
  let changes: readonly Change[] = [];
  const fixed: Problem[] = [];
  for (const one of problems) {
    const offset = (starts[one.at.line - 1] ?? 0) + one.at.column - 1;
    const change = changeFor(one, text, offset);
    if (change === null) continue;
    fixed.push(one);
    // Two commas in one text are two problems and one pair of quotation marks, around all of it.
    const touching = changes.filter(({ start, end }) => change.start < end && start < change.end);
    const widest = [...touching, change].sort((a, b) => b.end - b.start - (a.end - a.start));
    changes = [...changes.filter((other) => !touching.includes(other)), ...widest.slice(0, 1)];
  }
  const mended = [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: part }) => now.slice(0, start) + part + now.slice(end), text);
  return { text: mended, fixed };
}

/** Whether a problem is of a kind that can be mended without asking. */
export function isFixable({ code, facts }: Problem): boolean {
  switch (code) {
    case 'turned-word':
    case 'cut-text':
    case 'idle-weight':
    case 'decimal-comma':
      return true;
    case 'wrong-type':
      return facts.expected === 'array';
    default:
      return false;
  }
}

function changeFor(one: Problem, text: string, offset: number): Change | null {
  if (!isFixable(one)) return null;
  switch (one.code) {
    case 'turned-word':
      return quoted(text, offset, offset + one.facts.word.length);
    case 'cut-text':
      return joined(text, offset);
    case 'idle-weight':
      return withoutKey(text, offset);
    case 'decimal-comma':
      return withPoint(text, offset);
    case 'wrong-type':
      return listed(text, offset);
    default:
      return null;
  }
}

// The comma stands before the digits that are told, or between them.
function withPoint(text: string, offset: number): Change | null {
  const [comma] = /, *$/.exec(text.slice(Math.max(0, offset - 20), offset)) ?? [];
  if (comma !== undefined) return { start: offset - comma.length, end: offset, text: '.' };
  const [, whole] = /^(-?\d+),\d/.exec(text.slice(offset)) ?? [];
  // In quotation marks it would still be a text.
  const [marked, , number = ''] = /^(["'])(-?\d+,\d+)\1/.exec(text.slice(offset)) ?? [];
  if (marked !== undefined) {
    return { start: offset, end: offset + marked.length, text: number.replace(',', '.') };
  }
  if (whole === undefined) return null;
  const start = offset + whole.length;
  return { start, end: start + 1, text: '.' };
}

function quoted(text: string, start: number, end: number): Change {
  return { start, end, text: JSON.stringify(text.slice(start, end)) };
}

// From where the text began, before the comma, to where the next key or the end of the bracket stands.
function joined(text: string, offset: number): Change | null {
  const start = text.lastIndexOf(': ', offset) + 2;
  const [rest = ''] =
    /^[^\n{}[\]"]*?(?=\s*(?:,\s*[\w-]+:\s|\}|\n|$))/.exec(text.slice(start)) ?? [];
  const end = start + rest.length;
  const isWhole = start > 1 && end > offset && !/["'\n]/.test(text.slice(start, end));
  return isWhole ? quoted(text, start, end) : null;
}

function withoutKey(text: string, offset: number): Change | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = /^[a-z]+: *[\d.]+ *(?:#.*)?(?:\r?\n|$)/.exec(text.slice(offset)) ?? [];
  const isOwnLine = line !== '' && /^ *$/.test(text.slice(lineStart, offset));
  if (isOwnLine) return { start: lineStart, end: offset + line.length, text: '' };
  const [pair = '', number = ''] = /^([a-z]+: *[\d.]+)(?:, *)?/.exec(text.slice(offset)) ?? [];
  // In brackets, with the comma behind it or else the one before.
  if (pair !== number) return { start: offset, end: offset + pair.length, text: '' };
  const before = /, *$/.exec(text.slice(lineStart, offset));
  return before && pair !== ''
    ? { start: lineStart + before.index, end: offset + pair.length, text: '' }
    : null;
}

function listed(text: string, offset: number): Change | null {
  const isListOfIds = /\b(?:roles|requires|helps|first|defers|for|languages|hurdles)\s*:\s*$/;
  if (!isListOfIds.test(text.slice(Math.max(0, offset - 40), offset))) return null;
  const [scalar = ''] = /^[\w.-]+(?=\s*(?:[,}#\n\r]|$))/.exec(text.slice(offset)) ?? [];
  return scalar === '' ? null : { start: offset, end: offset + scalar.length, text: `[${scalar}]` };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
