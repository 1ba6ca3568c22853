import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { eachOnce, type Path, type Place, type Problem, problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';
import { keysAt, kindsAt, wordsAt } from './walk-schema.ts';

/**
 * Holds data against a schema and says everything that does not fit, each with its place.
 *
 * Keys that begin with `x-` are anyone's own: they are kept in the file and never read.
 *
 * @param schema the single statement of the shape
 * @param file   the file as it was read
 */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
):
  | { readonly ok: true; readonly value: z.output<Schema> }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(withoutOwnKeys(file.data));
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, [], schema, file));
  return { ok: false, problems: eachOnce(problems) };
}

/** A copy without the keys that begin with `x-`. */
export function withoutOwnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, part]) => [key, withoutOwnKeys(part)]),
  );
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, base: Path, schema: z.ZodType, file: YamlFile): Problem[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  const found = valueAt(file.data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const at = file.keyAt([...path, key]);
        // In `{ de: Ja, klar, en: Yes }` the comma ends the text and `klar` becomes a key without a value.
        if (valueAt(file.data, [...path, key]) === null) {
          return decimalComma(key, path, at, file) ?? problem('cut-text', at, { key });
        }
        // That another alternative knows the key is no help here.
        const others = keysAt(schema, path).filter((other) => other !== key);
        const meant = nearest(key, others);
        const given = Object.keys(Object(valueAt(file.data, path)));
        const allowed = others.filter((other) => !given.includes(other));
        // Of several alternatives the keys do not go together.
        const isOne = kindsAt(schema, path).filter((kind) => kind === 'object').length === 1;
        const isFew = meant === null && isOne && 0 < allowed.length && allowed.length <= keysTold;
        return problem('unknown-key', at, { key, nearest: meant, ...(isFew ? { allowed } : {}) });
      });
    case 'invalid_type':
      if (found === undefined) return missing(path, schema, file);
      if (found === null && isTextKey(path, schema, file)) {
        return [problem('cut-text', file.keyAt(path), { key: String(path.at(-1)) })];
      }
      // `1.0` without quotes is a number; as a text it would be no version either.
      if (path.at(-1) === 'version' && typeof found === 'number') {
        return [problem('malformed', file.at(path), { found: show(found), form: 'version' })];
      }
      return [wrongType(issue.expected, found, path, schema, file)];
    case 'invalid_value':
      if (found === undefined) return missing(path, schema, file);
      return [notOneOf(found, issue.values.map(String), path, file)];
    case 'invalid_union':
      if (found === undefined) return missing(path, schema, file);
      if (issue.errors.length === 0) {
        const options = (issue as { options?: readonly unknown[] }).options ?? [];
        return [notOneOf(found, options.filter(isText), path, file)];
      }
      return closestBranch(issue.errors, found, path, schema, file);
    case 'too_small':
    case 'too_big': {
      const open = issue.inclusive === false;
      const bound =
        issue.code === 'too_small'
          ? `${open ? '>' : '≥'} ${issue.minimum}`
          : `${open ? '<' : '≤'} ${issue.maximum}`;
      const size = Array.isArray(found) || typeof found === 'string' ? found.length : found;
      return [problem('out-of-range', file.at(path), { found: show(size), bound })];
    }
    case 'invalid_format':
      return [problem('malformed', file.at(path), { found: show(found), form: formOf(issue) })];
    case 'invalid_key':
      return [
        problem('malformed', file.keyAt(path), {
          found: String(path.at(-1)),
          form: formOf(issue.issues[0]),
        }),
      ];
    case 'custom':
      return [problem('malformed', file.at(path), { found: show(found), form: issue.message })];
    default:
      return [problem('wrong-type', file.at(path), { expected: issue.code, found: show(found) })];
  }
}

// More of them are no help; the reference lists them.
const keysTold = 12;

// The alternative that the value was most likely meant to be: the one whose kind of value fits.
function closestBranch(
  branches: readonly (readonly Issue[])[],
  found: unknown,
  path: Path,
  schema: z.ZodType,
  file: YamlFile,
): Problem[] {
  const fitting = branches
    .filter((issues) => !issues.some((issue) => issue.path.length === 0 && isKindMismatch(issue)))
    .sort((a, b) => a.length - b.length)[0];
  if (fitting) return fitting.flatMap((issue) => toProblems(issue, path, schema, file));
  const atRoot = branches.flatMap((issues) => issues.filter((issue) => issue.path.length === 0));
  const words = atRoot
    .flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []))
    .filter(isText);
  if (isText(found) && words.length > 0) return [notOneOf(found, words, path, file)];
  const expected = atRoot.map((issue) => {
    if (issue.code === 'invalid_value') return typeof issue.values[0];
    return issue.code === 'invalid_type' ? issue.expected : String(issue.code);
  });
  return [wrongType([...new Set(expected)].join(' / '), found, path, schema, file)];
}

function wrongType(
  expected: string,
  found: unknown,
  path: Path,
  schema: z.ZodType,
  file: YamlFile,
): Problem {
  const isDecimal = isText(found) && /^-?\d+,\d+$/.test(found) && /number|int/.test(expected);
  if (isDecimal) {
    return problem('decimal-comma', file.at(path), { found, meant: found.replace(',', '.') });
  }
  const write = isText(found) ? written(expected, found, path, schema, file) : null;
  return problem('wrong-type', file.at(path), {
    expected,
    // Of a number in quotes the quotes are what is wrong.
    found: write === found ? JSON.stringify(found) : show(found),
    ...(write === null ? {} : { write }),
  });
}

// How what was written as a text is written as what it is meant to be.
function written(
  expected: string,
  found: string,
  path: Path,
  schema: z.ZodType,
  file: YamlFile,
): string | null {
  if (/number|int/.test(expected) && /^-?\d+(\.\d+)?$/.test(found)) return found;
  if (expected === 'boolean' && /^(?:true|false)$/i.test(found)) return found.toLowerCase();
  if (expected === 'boolean' && /^(?:ja|yes|y|on)$/i.test(found)) return 'true';
  if (expected === 'boolean' && /^(?:nein|no|n|off)$/i.test(found)) return 'false';
  // A text of a questionnaire stands behind its language.
  const keys = keysAt(schema, path);
  if (expected !== 'object' || !keys.includes('variants') || keys.includes('id')) return null;
  const languages: unknown = valueAt(file.data, ['languages']);
  const each = Array.isArray(languages) && languages.every(isText) ? languages : [];
  return each.length === 0 ? null : `{ ${each.map((one) => `${one}: "…"`).join(', ')} }`;
}

// `{ min: 0,25 }` is a minimum of 0 and a key 25 without a value.
function decimalComma(key: string, path: Path, at: Place, file: YamlFile): Problem | null {
  if (!/^\d+$/.test(key)) return null;
  const before = Object.entries(Object(valueAt(file.data, path)))
    .filter(([, value]) => typeof value === 'number')
    .map(([name]) => ({ name, at: file.at([...path, name]) }))
    .filter((one) => one.at.line === at.line && one.at.column < at.column)
    .at(-1);
  if (!before) return null;
  const whole = String(valueAt(file.data, [...path, before.name]));
  return problem('decimal-comma', at, { found: `${whole},…`, meant: `${whole}.…` });
}

function isKindMismatch(issue: Issue): boolean {
  return (
    issue.code === 'invalid_type' || (issue.code === 'invalid_value' && issue.path.length === 0)
  );
}

function notOneOf(found: unknown, allowed: readonly string[], path: Path, file: YamlFile): Problem {
  const value = show(found);
  return problem('not-one-of', file.at(path), { value, allowed, nearest: nearest(value, allowed) });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

// What is there under a misspelt name is told by that name; a schema that lets others be says nothing of it itself.
function missing(path: Path, schema: z.ZodType, file: YamlFile): Problem[] {
  const key = String(path.at(-1) ?? '');
  const parent = path.slice(0, -1);
  const known = keysAt(schema, parent);
  const misspelt = Object.keys(Object(valueAt(file.data, parent))).find(
    (other) => !known.includes(other) && nearest(other, known) === key,
  );
  if (misspelt !== undefined) {
    const at = file.keyAt([...parent, misspelt]);
    return [problem('unknown-key', at, { key: misspelt, nearest: key })];
  }
  const allowed = wordsAt(schema, path);
  const facts = { key, ...(allowed.length === 0 ? {} : { allowed }) };
  return [problem('missing-key', file.at(parent), facts)];
}

// Beside a text in one language, a key without a value is what an unquoted comma leaves behind; one that belongs there
// only lacks its value.
function isTextKey(path: Path, schema: z.ZodType, file: YamlFile): boolean {
  const parent = valueAt(file.data, path.slice(0, -1));
  const isKnown = keysAt(schema, path.slice(0, -1)).includes(String(path.at(-1)));
  return (
    !isKnown &&
    parent !== null &&
    typeof parent === 'object' &&
    Object.entries(parent).some(([key, value]) => /^[a-z]{2,3}$/.test(key) && isText(value))
  );
}

// A schema names the form it wants in place of a message, and the catalogues have words for each name.
function formOf(issue: Issue | undefined): string {
  return issue?.message ?? '';
}

function show(value: unknown): string {
  if (isText(value)) return value;
  if (Array.isArray(value)) return `[${value.length}]`;
  return value !== null && typeof value === 'object' ? '{…}' : String(value);
}

/** The value at a path of plain data, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
