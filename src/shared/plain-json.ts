import { limits } from './limits.ts';
import { linesIn } from './lines-in.ts';

/**
 * What a text of JSON says; undefined where it is none, or where it may hold something that `readYaml` refuses: a key
 * given twice, of which JSON.parse silently takes the last, brackets too deep, or too much of it.
 */
export function plainJson(text: string): unknown {
  const data = parsedJson(text);
  return data !== undefined && keysIn(data, deepest) === keysWritten(text) ? data : undefined;
}

/**
 * The same for whoever counts the keys of what it says: where there are fewer than `keysWritten`, one was given twice,
 * and the text is to be read properly.
 */
export function parsedJson(text: string): unknown {
  // Without these, every key stands right before its colon.
  if (text.includes(' :') || text.includes('\n:')) return undefined;
  if (text.includes('\t') || text.includes('\r')) return undefined;
  if (text.length > longest) return undefined;
  if (text.length > limits.lines && linesIn(text) > limits.lines) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return text.length > limits.text && hasLongText(data) ? undefined : data;
  } catch {
    return undefined;
  }
}

/** How many keys stand in a text that `parsedJson` takes; too many where a text in it has a quotation mark and a colon. */
export function keysWritten(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (text.charCodeAt(at - 1) === quotationMark) count += 1;
  }
  return count;
}

const quotationMark = 0x22;

// Well below what `readYaml` takes; fewer signs than that have no more parts.
const longest = limits.parts;
const deepest = 32;

// What nests deeper than anything is left to `readYaml`, too.
function hasLongText(value: unknown, depth: number = deepest): boolean {
  if (typeof value === 'string') return value.length > limits.text;
  if (value === null || typeof value !== 'object') return false;
  if (depth === 0) return true;
  return Object.entries(value).some(
    ([key, part]) => key.length > limits.text || hasLongText(part, depth - 1),
  );
}

function keysIn(value: unknown, depth: number): number {
  if (value === null || typeof value !== 'object') return 0;
  if (depth === 0) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const part of value) if (typeof part === 'object') count += keysIn(part, depth - 1);
    return count;
  }
  const map = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(map)) {
    const part = map[key];
    count += typeof part === 'object' ? 1 + keysIn(part, depth - 1) : 1;
  }
  return count;
}
