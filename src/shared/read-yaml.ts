import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Path, type Place, type Problem, problem } from './problem.ts';

/** A file's data, and where in the file each part of it stands. */
export type YamlFile = {
  readonly data: unknown;
  /** The place of the value at a path; of the nearest enclosing value when there is none. */
  readonly at: (path: Path) => Place;
  /** The place of the key that a path ends in. */
  readonly keyAt: (path: Path) => Place;
};

/** What a file may weigh and how deep it may nest before it is refused. */
export const limits = { bytes: 2_000_000, depth: 64 } as const;

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
  const refused = (...problems: Problem[]) => ({ ok: false as const, problems });
  if (text.length > limits.bytes) {
    return refused(problem('too-large', start, { bytes: text.length, limit: limits.bytes }));
  }
  if (nestsTooDeep(text)) return refused(problem('too-deep', start, { limit: limits.depth }));

  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => {
    const at = place(error.pos[0]);
    const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    switch (error.code) {
      case 'DUPLICATE_KEY':
        return problem('duplicate-key', at, {});
      case 'TAG_RESOLVE_FAILED':
        return problem('unknown-tag', at, { tag: /!\S*/.exec(message)?.[0] ?? '!' });
      default:
        return problem('yaml-syntax', at, { reason: error.code, message });
    }
  });
  visit(document, {
    Alias: (_key, node) => {
      problems.push(problem('alias-refused', place(node.range?.[0] ?? 0), {}));
    },
    Scalar: (_key, node) => {
      if (node.anchor) problems.push(problem('alias-refused', place(node.range?.[0] ?? 0), {}));
    },
    Collection: (_key, node) => {
      if (node.anchor) problems.push(problem('alias-refused', place(node.range?.[0] ?? 0), {}));
    },
  });
  if (problems.length > 0) return refused(...problems);

  const data: unknown = document.toJS({ maxAliasCount: 0 });
  if (data === null || data === undefined) return refused(problem('empty-file', start, {}));

  const startOf = (node: Node | null | undefined) => place(node?.range?.[0] ?? 0);
  const at = (path: Path): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range && !isAlias(node)) return startOf(node);
    }
    return startOf(document.contents);
  };
  const keyAt = (path: Path): Place => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (!isMap(parent)) return at(path);
    const pair = parent.items.find(
      (item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
    );
    return pair ? startOf(pair.key as Node) : at(path);
  };
  return { ok: true, file: { data, at, keyAt } };
}

// Cheap and early: the parser itself recurses, and answers deep nesting late.
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) {
      open += 1;
      if (open > limits.depth * 4) return true;
    } else if (code === 0x5d || code === 0x7d) {
      open = Math.max(0, open - 1);
    }
  }
  return false;
}
