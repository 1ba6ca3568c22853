import { limits } from './limits.ts';

/**
 * What a text of JSON says; undefined where it is none, or where it may hold something that `readYaml` refuses: a key
 * given twice, of which JSON.parse silently takes the last, brackets too deep, or too much of it.
 */
export function plainJson(text: string): unknown {
  // Without these, every key stands right before its colon.
  if (text.includes(' :') || text.includes('\t') || text.includes('\r')) return undefined;
  if (text.length > longest) return undefined;
  const mayBeLong = text.length > limits.text;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (mayBeLong && hasLongText(data)) return undefined;
  return keysIn(data, deepest) === colonsIn(text) ? data : undefined;
}

// Well below what `readYaml` takes; fewer signs than that have no more parts.
const longest = limits.parts;
const deepest = 32;

// Called before the depth is looked at: what nests deeper than anything is left to `readYaml`.
function hasLongText(value: unknown, depth: number = deepest): boolean {
  if (typeof value === 'string') return value.length > limits.text;
  if (value === null || typeof value !== 'object' || depth === 0) return false;
  return Object.entries(value).some(
    ([key, part]) => key.length > limits.text || hasLongText(part, depth - 1),
  );
}

// In a text behind a quotation mark a colon makes the number too high: then it is read properly, too.
function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
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
