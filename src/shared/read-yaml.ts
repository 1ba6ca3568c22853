import {
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { limits } from './limits.ts';
import { linesIn } from './lines-in.ts';
import { type Path, type Place, type Problem, problem } from './problem.ts';
import { syntaxProblem, withoutFlood } from './yaml-syntax.ts';

/** A file's data, and where in the file each part of it stands. */
export type YamlFile = {
  readonly data: unknown;
  /** The place of the value at a path; of the nearest enclosing value when there is none. */
  readonly at: (path: Path) => Place;
  /** The place of the key that a path ends in. */
  readonly keyAt: (path: Path) => Place;
  /** Whether a key stands there with nothing behind it: no value, not even `~`. */
  readonly isBlank: (path: Path) => boolean;
  /** Words without quotation marks that readers of YAML 1.1 take for something else than a text. */
  readonly turned: readonly { readonly word: string; readonly at: Place }[];
  /** Texts that typographic quotation marks go around, and none that YAML would take off. */
  readonly typeset: readonly { readonly text: string; readonly at: Place }[];
  /** Where an entry of a file below was taken away, by the ids that went with it. */
  readonly removed?: ReadonlyMap<string, Place>;
};

/**
 * Reads YAML 1.2 (JSON is part of it) strictly: duplicate keys, unknown tags and aliases are problems.
 *
 * @param file the name that places carry
 */
export function readYaml(
  text: string,
  file: string,
): { ok: true; file: YamlFile } | { ok: false; problems: readonly Problem[] } {
  const start = { file, line: 1, column: 1 };
  const refused = (problems: readonly Problem[]) => ({ ok: false as const, problems });
  if (text.length > limits.characters) {
    return refused([
      problem('too-large', start, { characters: text.length, limit: limits.characters }),
    ]);
  }
  const lineCount = linesIn(text);
  if (lineCount > limits.lines) {
    const at = { file, line: limits.lines + 1, column: 1 };
    return refused([problem('too-many-lines', at, { lines: lineCount, limit: limits.lines })]);
  }

  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // A parser that is stopped has not told all its lines.
  const stoppedAt = (offset: number): Place => {
    const before = text.slice(0, offset);
    const column = offset - before.lastIndexOf('\n');
    return { file, line: linesIn(`${before}.`), column };
  };
  const parsed = parse(text, lines);
  if ('tooDeepAt' in parsed) {
    return refused([problem('too-deep', stoppedAt(parsed.tooDeepAt), { limit: limits.depth })]);
  }
  if ('tooManyAt' in parsed) {
    const facts = { limit: limits.parts };
    return refused([problem('too-many-parts', stoppedAt(parsed.tooManyAt), facts)]);
  }
  const { document, nextDocumentAt } = parsed;

  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => {
    const at = place(error.pos[0]);
    const message = error.message.split('\n')[0] ?? '';
    return error.code === 'TAG_RESOLVE_FAILED'
      ? problem('unknown-tag', at, {
          tag: message.replace(/^.*: (tag:yaml\.org,2002:)?/, (_, known) => (known ? '!!' : '')),
        })
      : syntaxProblem(at, error.code, message, text, lines);
  });
  if (nextDocumentAt !== null) {
    const facts = { reason: 'MULTIPLE_DOCS', message: 'The file holds several documents' };
    problems.push(problem('yaml-syntax', place(nextDocumentAt), facts));
  }
  const refuseAnchor = (node: Node & { anchor?: string }) => {
    if (node.anchor) problems.push(problem('alias-refused', place(node.range?.[0] ?? 0), {}));
  };
  const turned: { word: string; at: Place }[] = [];
  const typeset: { text: string; at: Place }[] = [];
  const refuseLong = ({ value, range }: Scalar) => {
    if (typeof value !== 'string' || value.length <= limits.text) return;
    const facts = { characters: value.length, limit: limits.text };
    problems.push(problem('too-long-text', place(range?.[0] ?? 0), facts));
  };
  const noteWords = ({ type, value, source = '', range }: Scalar) => {
    if (type !== 'PLAIN' || typeof value !== 'string') return;
    const at = () => place(range?.[0] ?? 0);
    if (isTurned(source)) turned.push({ word: source, at: at() });
    if (isTypeset(value)) typeset.push({ text: value, at: at() });
  };
  visit(document, {
    Alias: (_key, node) => {
      problems.push(problem('alias-refused', place(node.range?.[0] ?? 0), {}));
    },
    Scalar: (_key, node) => {
      refuseAnchor(node);
      refuseLong(node);
      noteWords(node);
    },
    Seq: (_key, node) => refuseAnchor(node),
    Map: (_key, node, above) => {
      refuseAnchor(node);
      const repeated = repeatedKeys(node);
      const isEntry = isSeq(above.at(-1)) && repeated.length > 1 && !node.flow;
      const more = isEntry ? { more: repeated.length - 1 } : {};
      for (const key of isEntry ? repeated.slice(0, 1) : repeated) {
        problems.push(problem('duplicate-key', place(key.range?.[0] ?? 0), more));
      }
    },
  });
  if (problems.length > 0) return refused(withoutFlood(problems));

  const data: unknown = document.toJS({ maxAliasCount: 0 });
  if (data === null || data === undefined) return refused([problem('empty-file', start, {})]);

  const find = finder(document.contents);
  const startOf = (node: Node | null | undefined) => place(node?.range?.[0] ?? 0);
  const at = (path: Path): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const value = find(path.slice(0, length))?.value;
      if (value?.range) return startOf(value);
    }
    return startOf(document.contents);
  };
  const keyAt = (path: Path): Place => {
    const key = find(path)?.key;
    return key ? startOf(key) : at(path);
  };
  const isBlank = (path: Path): boolean => {
    const value = find(path)?.value;
    return isScalar(value) && value.value === null && !value.source;
  };
  return { ok: true, file: { data, at, keyAt, isBlank, turned, typeset } };
}

// Norway (`no`), a switch (`on`), a time of day read in base sixty.
function isTurned(source: string): boolean {
  return /^(?:y|n|yes|no|on|off|[+-]?\d+(?::[0-5]?\d)+)$/i.test(source);
}

// Around all of it: a text that begins with one quotation and ends with another has them inside.
function isTypeset(source: string): boolean {
  return /^(?:„[^„“”]*[“”]|“[^“”]*”|‚[^‚‘’]*[‘’]|‘[^‘’]*’|»[^»«]*«|«[^»«]*»)$/u.test(source);
}

type Read =
  | { document: Document.Parsed; nextDocumentAt: number | null }
  | { tooDeepAt: number }
  | { tooManyAt: number };

// Stops at the first bracket or indent too many: composing recurses, and answers deep nesting late or never.
function parse(text: string, lines: LineCounter): Read {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  let parts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (isPart(lexeme)) parts += 1;
    if (parts > limits.parts) return { tooManyAt: parser.offset };
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > limits.depth && depthOf(parser) > limits.depth) {
      return { tooDeepAt: parser.offset - lexeme.length };
    }
  }
  tokens.push(...parser.end());
  // YAML 1.2 whatever a %YAML line says. The composer's own search for repeated keys is quadratic.
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'error',
  });
  const [document, next] = composer.compose(tokens, true, text.length);
  return { document: document as Document.Parsed, nextDocumentAt: next?.range[0] ?? null };
}

// What costs memory: all but white space, comments and what the lexer says of its own state.
function isPart(lexeme: string): boolean {
  const first = lexeme.charCodeAt(0);
  return first > 0x20 && first !== 0x23 && first !== 0xfeff;
}

function depthOf(parser: Parser): number {
  return parser.stack.filter(({ type }) => /^(block-map|block-seq|flow-collection)$/.test(type))
    .length;
}

type Entry = { readonly key: Node | null; readonly value: Node | null };

// Looks up many paths of one document without going through its maps again for each.
function finder(root: Node | null): (path: Path) => Entry | undefined {
  const entries = new WeakMap<YAMLMap, ReadonlyMap<string, Entry>>();
  const entriesOf = (map: YAMLMap) => {
    const known =
      entries.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair.key), pair as Entry]));
    entries.set(map, known);
    return known;
  };
  return (path) => {
    let entry: Entry | undefined = { key: null, value: root };
    for (const step of path) {
      const parent: Node | null | undefined = entry?.value;
      if (isMap(parent)) entry = entriesOf(parent).get(String(step));
      else if (isSeq(parent))
        entry = { key: null, value: (parent.items[Number(step)] ?? null) as Node | null };
      else return undefined;
    }
    return entry;
  };
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : '';
}

// Keys are texts once they are read: `1` and `"1"` are the same.
function repeatedKeys(map: YAMLMap): readonly Node[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = nameOf(key);
    if (seen.has(name)) return [key as Node];
    seen.add(name);
    return [];
  });
}
