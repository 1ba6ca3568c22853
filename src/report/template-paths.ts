import { nearest } from '../shared/nearest.ts';
import {
  type Around,
  type Checking,
  type Node,
  type Path,
  type Scope,
  tell,
} from './template-around.ts';
import { namesIn, type Value } from './template-value.ts';

/** Helpers that give a value, and those that open a block. */
export const valueHelpers = ['t', 'md', 'is', 'inner', 'lookup'];
export const blockHelpers = ['if', 'unless', 'each', 'with'];

/** What a path stands for; null where that was told to be wrong. */
export function meaningOfPath(path: Path, around: Around, checking: Checking): Value | null {
  return path.data ? dataAt(path, around, checking) : valueAt(path, around, checking);
}

function dataAt(path: Path, around: Around, checking: Checking): Value | null {
  const [first = '', ...rest] = path.parts as string[];
  if (first === 'root') return follow(checking.values.root, rest, path, around, checking);
  if (around.scope.data.includes(first) || first === 'partial-block') return textOf(first);
  const known = ['root', ...around.scope.data].map((name) => `@${name}`);
  const name = `@${first}`;
  tell('unknown-name', path, { name, of: null, nearest: nearest(name, known) }, around, checking);
  return null;
}

function valueAt(path: Path, around: Around, checking: Checking): Value | null {
  const parts = path.parts as string[];
  const [first = '', ...rest] = parts;
  const given = path.depth === 0 && !isScoped(path) ? around.scope.given.get(first) : undefined;
  if (given) return follow(given, rest, path, around, checking);
  let scope: Scope | null = around.scope;
  for (let depth = path.depth; depth > 0 && scope; depth -= 1) scope = scope.outer;
  if (!scope) {
    const facts = { name: String(path.original), of: null, nearest: null };
    tell('unknown-name', path, facts, around, checking);
    return null;
  }
  return follow(scope.value, parts, path, around, checking);
}

function follow(
  start: Value,
  parts: readonly string[],
  path: Path,
  around: Around,
  checking: Checking,
): Value | null {
  let value = start;
  const asked = String(path.original);
  for (const [index, name] of parts.entries()) {
    const before = beforeLast(asked, parts.length - index);
    if (value.mayMiss && !around.there.has(value.key)) {
      const facts = { name: before ?? value.said, asked };
      tell('may-be-missing', path, facts, around, checking);
    }
    const next = checking.values.part(value, name);
    if (!next) {
      const isAlone = value === around.scope.value;
      const meant = isAlone ? meantName(name, around) : nearest(name, namesIn(value));
      tell('unknown-name', path, { name, of: before, nearest: meant }, around, checking);
      return null;
    }
    value = next;
  }
  return { ...value, said: asked };
}

// `a.b` of `a.b.c`, where one name is taken off; null where nothing is left that has a name.
function beforeLast(asked: string, names: number): string | null {
  const left = asked.split('.').slice(0, -names).join('.');
  return /^[./]*$|^this$|^@root$/.test(left) ? null : left;
}

// What is there further out is meant first.
function meantName(name: string, { scope }: Around): string | null {
  let way = '../';
  for (let outer = scope.outer; outer; outer = outer.outer) {
    const isRoot = outer.outer === null;
    if (namesIn(outer.value).includes(name)) return isRoot ? `@root.${name}` : `${way}${name}`;
    way += '../';
  }
  return nearest(name, [...namesIn(scope.value), ...scope.given.keys(), ...valueHelpers]);
}

/** A text of which no more is known. */
export function textOf(said: string): Value {
  return { kinds: [{ type: 'string' }], mayMiss: false, key: `"${said}`, said };
}

/** The name that a path consists of; null for one that leads somewhere. */
export function simpleName(node: Node): string | null {
  const { type, parts, data, depth } = node as Path;
  if (type !== 'PathExpression' || data || depth > 0 || isScoped(node as Path)) return null;
  return parts.length === 1 ? String(parts[0]) : null;
}

function isScoped({ original }: Path): boolean {
  return /^\.|^this\b/.test(String(original));
}
