import { nearest } from '../shared/nearest.ts';
import { problem } from '../shared/problem.ts';
import type { TemplateFile } from './check-template.ts';
import type { TemplateTree } from './parse-template.ts';
import { isPlainText } from './plain-texts.ts';
import {
  type Around,
  type Call,
  type Checking,
  type Node,
  type Path,
  placeOf,
  type Scope,
  tell,
} from './template-around.ts';
import { blockHelpers, meaningOfPath, simpleName, textOf, valueHelpers } from './template-paths.ts';
import { namesIn, shapeOf, type Value, wordsOf } from './template-value.ts';
import { missedWords } from './template-words.ts';

const eachData = ['index', 'key', 'first', 'last'];

// A part may call itself; what it names is known after a few rounds.
const deepest = 24;

/** Looks at a template and at every part it calls. */
export function lookAtTemplate(main: TemplateFile, checking: Checking): void {
  const tree = checking.trees.get(main);
  if (!tree) return;
  const around: Around = {
    scope: { value: checking.values.root, outer: null, given: new Map(), data: [] },
    there: new Set(),
    inline: new Map(),
    where: main,
    caller: null,
    depth: 0,
  };
  lookAt(tree, around, checking);
}

function lookAt(tree: TemplateTree, around: Around, checking: Checking): void {
  const inline = new Map(around.inline);
  for (const node of tree.body) {
    if (node.type !== 'DecoratorBlock') continue;
    const { path, params, program } = node as hbs.AST.DecoratorBlock;
    const [name] = params as [hbs.AST.StringLiteral | undefined];
    if ((path as Path).original !== 'inline') unknownHelper(path as Path, around, checking);
    else if (name) inline.set(String(name.value), { tree: program, in: around.where });
  }
  const inside = { ...around, inline };
  for (const node of tree.body) lookAtNode(node, inside, checking);
}

function lookAtNode(node: Node, around: Around, checking: Checking): void {
  switch (node.type) {
    case 'MustacheStatement': {
      const mustache = node as hbs.AST.MustacheStatement;
      const isHtml = checking.templates.format === 'html';
      if (!mustache.escaped && isHtml) {
        const name = String((mustache.path as Path).original);
        tell('unescaped', mustache, { name }, around, checking);
      }
      printed(mustache, around, checking);
      return;
    }
    case 'BlockStatement':
      lookAtBlock(node as hbs.AST.BlockStatement, around, checking);
      return;
    case 'PartialStatement':
    case 'PartialBlockStatement':
      lookAtCall(node as hbs.AST.PartialBlockStatement, around, checking);
      return;
    case 'Decorator':
      unknownHelper((node as hbs.AST.Decorator).path as Path, around, checking);
      return;
    default:
  }
}

// Something that is put into the text.
function printed(mustache: Call, around: Around, checking: Checking): void {
  if (isCall(mustache, around)) {
    const name = simpleName(mustache.path) ?? '';
    called(mustache, around, checking);
    if (name === 'lookup' || name === 'inner') doubted(mustache, `(${name} …)`, around, checking);
    return;
  }
  if (mustache.path.type !== 'PathExpression') return;
  if (mustache.params.length > 0) {
    unknownHelper(mustache.path as Path, around, checking);
    return;
  }
  const value = mustBeText(mustache.path, around, checking);
  if (!value || !isAnybodys(value)) return;
  doubted(mustache, String((mustache.path as Path).original), around, checking);
}

// In Markdown nothing is escaped that does not go through `md`.
function doubted(mustache: Call, name: string, around: Around, checking: Checking): void {
  if (checking.templates.format !== 'md' || around.where.isOurs) return;
  checking.tell(problem('not-through-md', placeOf(mustache, around), { name }, 'warning'));
}

// A text that somebody wrote, as far as that is known.
function isAnybodys(value: Value): boolean {
  const isText = value.kinds.some(
    (kind) => [kind.type].flat().includes('string') || Object.keys(kind).length === 0,
  );
  return isText && wordsOf(value) === null && !isPlainText(value.key);
}

function mustBeText(node: Node, around: Around, checking: Checking, lists = false): Value | null {
  const value = meaningOf(node, around, checking);
  const shape = value ? shapeOf(value) : 'text';
  if (!value || shape === 'text' || (lists && shape === 'list')) return value;
  const name = String((node as Path).original ?? value.said);
  const parts = shape === 'list' ? [] : namesIn(value);
  tell('not-a-text', node, { name, parts }, around, checking);
  return null;
}

function isCall({ path, params, hash }: Call, around: Around): boolean {
  const name = simpleName(path);
  if (name === null || around.scope.given.has(name)) return false;
  const isHelper = valueHelpers.includes(name) || blockHelpers.includes(name);
  return isHelper && (params.length > 0 || hash !== undefined || name === 't');
}

// A helper that gives a value; returns what it gives.
function called({ path, params, hash, loc }: Call, around: Around, checking: Checking): Value {
  const name = simpleName(path) ?? '';
  const { values } = checking;
  if (!valueHelpers.includes(name)) {
    unknownHelper(path as Path, around, checking);
    return values.anything(name);
  }
  const isText = name === 'md' || name === 'inner';
  const given = params.map((param) => {
    if (isText) mustBeText(param, around, checking);
    return meaningOf(param, around, checking);
  });
  for (const pair of hash?.pairs ?? []) mustBeText(pair.value, around, checking, true);
  if (name === 't') {
    const counts = (hash?.pairs ?? []).some(({ key }) => key === 'n');
    const asked = params.map((param, index) => {
      if (param.type === 'StringLiteral') return [(param as hbs.AST.StringLiteral).value];
      const value = given[index];
      return value ? wordsOf(value) : null;
    });
    const missed = missedWords(asked, counts, checking.words);
    if (missed) tell('unknown-words', params[0] ?? { type: '', loc }, missed, around, checking);
  }
  return values.anything(name);
}

function lookAtBlock(block: hbs.AST.BlockStatement, around: Around, checking: Checking): void {
  const { path, params, program, inverse } = block;
  const name = simpleName(path);
  const isHelper =
    name !== null && blockHelpers.includes(name) && !around.scope.given.has(name) && params[0];
  if (!isHelper && params.length > 0) {
    unknownHelper(path, around, checking);
    return;
  }
  const subject = params[0] ?? path;
  const value = meaningOf(subject, around, checking);
  const known = value && subject.type === 'PathExpression' ? [value.key] : [];
  const asked = { ...around, there: new Set([...around.there, ...known]) };
  // A value as a block is a list to go through, or something to step into.
  const isList = value !== null && value.kinds.length > 0 && shapeOf(value) === 'list';
  switch (isHelper ? name : isList ? 'each' : 'with') {
    case 'if':
      lookAt(program, asked, checking);
      if (inverse) lookAt(inverse, around, checking);
      return;
    case 'unless':
      lookAt(program, around, checking);
      if (inverse) lookAt(inverse, asked, checking);
      return;
    case 'each': {
      const item = value && checking.values.item(value);
      const said = String((subject as Path).original ?? '');
      if (value && !item) tell('not-a-list', subject, { name: said }, around, checking);
      const each = item ?? checking.values.anything(said);
      const [one, index] = program.blockParams ?? [];
      const given = new Map(around.scope.given);
      if (one !== undefined) given.set(one, { ...each, said: one });
      if (index !== undefined) given.set(index, textOf(index));
      lookAt(program, { ...asked, scope: inside(asked, each, given, eachData) }, checking);
      if (inverse) lookAt(inverse, around, checking);
      return;
    }
    default: {
      const whole = { ...(value ?? checking.values.anything('')), said: 'this' };
      const given = new Map(around.scope.given);
      const [one] = program.blockParams ?? [];
      if (one !== undefined) given.set(one, { ...whole, said: one });
      lookAt(program, { ...asked, scope: inside(asked, whole, given, []) }, checking);
      if (inverse) lookAt(inverse, around, checking);
    }
  }
}

function inside(
  { scope }: Around,
  value: Value,
  given: Scope['given'],
  data: readonly string[],
): Scope {
  return { value, outer: scope, given, data: [...scope.data, ...data] };
}

// `{{> part value name=value}}`, and `{{#> part}}what stands there without one{{/part}}`.
function lookAtCall(node: hbs.AST.PartialBlockStatement, around: Around, checking: Checking): void {
  const { name: path, params, hash, program } = node as typeof node & { program?: TemplateTree };
  const name = path.type === 'SubExpression' ? '(…)' : String((path as Path).original);
  const { parts } = checking.templates;
  const own = around.inline.get(name);
  const file = own?.in ?? (Object.hasOwn(parts, name) ? parts[name] : undefined);
  const tree = own?.tree ?? (file ? checking.trees.get(file) : undefined);
  if (program) lookAt(program, around, checking);
  if (!file) {
    const known = [...around.inline.keys(), ...Object.keys(parts)];
    if (!program) {
      tell('unknown-part', path, { name, nearest: nearest(name, known) }, around, checking);
    }
    return;
  }
  checking.called.add(name);
  const base = params[0] ? meaningOf(params[0], around, checking) : around.scope.value;
  if (!base || !tree || around.depth > deepest) return;
  const added = new Map(base.own);
  for (const { key, value } of hash?.pairs ?? []) {
    added.set(key, meaningOf(value, around, checking) ?? checking.values.anything(key));
  }
  const value: Value = { ...base, said: 'this', ...(added.size > 0 ? { own: added } : {}) };
  const inline = new Map(around.inline);
  if (program) inline.set('@partial-block', { tree: program, in: around.where });
  const isOurs = file.isOurs === true && around.where.isOurs !== true;
  const caller = isOurs ? { at: placeOf(node, around), part: name } : around.caller;
  const within: Around = {
    scope: { value, outer: around.scope, given: new Map(), data: around.scope.data },
    there: around.there,
    inline,
    where: file,
    caller: file.isOurs ? caller : null,
    depth: around.depth + 1,
  };
  const call = callKey(name, within);
  if (checking.done.has(call)) return;
  checking.done.add(call);
  lookAt(tree, within, checking);
}

// Two calls alike are one.
function callKey(name: string, { scope, there, inline, caller }: Around): string {
  const own = [...(scope.value.own ?? [])].map(([key, value]) => [key, value.key]);
  const parts = [...inline.keys()];
  return JSON.stringify([name, scope.value.key, own, [...there].sort(), parts, caller?.at]);
}

// What an expression stands for; null where that was told to be wrong.
function meaningOf(node: Node, around: Around, checking: Checking): Value | null {
  switch (node.type) {
    case 'PathExpression':
      return meaningOfPath(node as Path, around, checking);
    case 'SubExpression':
      return called(node as hbs.AST.SubExpression, around, checking);
    default:
      return textOf('');
  }
}

function unknownHelper(path: Path, around: Around, checking: Checking): void {
  const name = String(path.original);
  const known = [...valueHelpers, ...blockHelpers];
  tell('unknown-helper', path, { name, nearest: nearest(name, known) }, around, checking);
}
