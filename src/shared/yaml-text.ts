import { stringify } from 'yaml';
import { unruly } from './tame.ts';

/** A key as YAML, or as JSON. */
export function keyText(key: string, json: boolean): string {
  return json ? JSON.stringify(key) : valueText(key, true);
}

/**
 * A value on one line.
 *
 * @param inFlow whether it stands between brackets, where a comma would end it
 */
export function valueText(value: unknown, inFlow: boolean, json = false): string {
  if (json) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part) => valueText(part, true)).join(', ')}]`;
  if (isPlainMap(value)) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    if (entries.length === 0) return '{}';
    const parts = entries.map(([key, part]) => `${keyText(key, false)}: ${valueText(part, true)}`);
    return `{ ${parts.join(', ')} }`;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (needsEscape.test(value)) return escaped(value);
  const plain = stringify(value, { lineWidth: 0, blockQuote: false, compat: 'yaml-1.1' }).trimEnd();
  const needsQuotes = plain.includes('\n') || (inFlow && /[,[\]{}]/.test(plain) && plain === value);
  return needsQuotes ? JSON.stringify(value) : plain;
}

// What steers a terminal, and what ends a line for readers of YAML 1.1: for them the rest would be a line of its own.
const needsEscape = new RegExp(`[\\u2028\\u2029]|${unruly.source}`, 'u');
const allToEscape = new RegExp(needsEscape, 'gu');

function escaped(text: string): string {
  return JSON.stringify(text).replace(
    allToEscape,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a value is a map of keys and values. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
