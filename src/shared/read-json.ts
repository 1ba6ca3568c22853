import type { Problem } from './problem.ts';
import { limits, readYaml, type YamlFile } from './read-yaml.ts';

/**
 * Reads a line of JSON as `readYaml` would, many times faster: the places are only looked for when somebody asks.
 *
 * @param file the name that places carry
 */
export function readJsonLine(
  text: string,
  file: string,
): { ok: true; file: YamlFile } | { ok: false; problems: readonly Problem[] } {
  const data = plainJson(text);
  if (data === undefined || data === null) return readYaml(text, file);
  let known: YamlFile | null = null;
  const placed = () => {
    if (known) return known;
    const read = readYaml(text, file);
    if (!read.ok) throw new Error(`What is plain JSON is YAML, too: ${read.problems[0]?.code}`);
    known = read.file;
    return known;
  };
  return {
    ok: true,
    file: {
      data,
      at: (path) => placed().at(path),
      keyAt: (path) => placed().keyAt(path),
      // JSON has a word for nothing, and quotation marks around every other one.
      isBlank: () => false,
      turned: [],
      typeset: [],
    },
  };
}

/**
 * What a line of JSON says; undefined where it is none, or where it may hold something that `readYaml` refuses: a key
 * given twice, of which JSON.parse silently takes the last, or brackets too deep.
 */
export function plainJson(text: string): unknown {
  // Then every key stands right before its colon, and nothing else does but what only delays the reader.
  if (text.includes(' :') || text.includes('\t') || text.includes('\r')) return undefined;
  if (text.length > limits.characters) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return keysIn(data, deepest) === colonsIn(text) ? data : undefined;
}

// Well below what `readYaml` takes.
const deepest = 32;

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

function keysIn(value: unknown, depth: number): number {
  if (value === null || typeof value !== 'object') return 0;
  if (depth === 0) return Number.NaN;
  if (Array.isArray(value)) {
    let count = 0;
    for (const part of value) if (typeof part === 'object') count += keysIn(part, depth - 1);
    return count;
  }
  let count = 0;
  for (const key of Object.keys(value)) {
    count += 1;
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof part === 'object') count += keysIn(part, depth - 1);
  }
  return count;
}
