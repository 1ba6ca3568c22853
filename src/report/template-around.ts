import { type Place, type Problem, problem } from '../shared/problem.ts';
import type { TemplateFile, Templates } from './check-template.ts';
import type { TemplateTree } from './parse-template.ts';
import type { ReportWords } from './report-words.ts';
import type { Value, Values } from './template-value.ts';

/** What is known while a template is looked at, and what was found. */
export type Checking = {
  readonly templates: Templates;
  readonly values: Values;
  readonly words: ReportWords;
  readonly trees: ReadonlyMap<TemplateFile, TemplateTree>;
  /** Parts that somebody called. */
  readonly called: Set<string>;
  /** Calls that were followed. */
  readonly done: Set<string>;
  readonly tell: (problem: Problem) => void;
};

export type Node = hbs.AST.Node;
export type Path = hbs.AST.PathExpression;
export type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>;

/** A value that names are looked up in, and the one around it. */
export type Scope = {
  readonly value: Value;
  readonly outer: Scope | null;
  /** Names given behind `as |…|`, here and around. */
  readonly given: ReadonlyMap<string, Value>;
  /** `@index` and the like. */
  readonly data: readonly string[];
};

/** Where in the templates one is, and what can be seen from there. */
export type Around = {
  readonly scope: Scope;
  /** Keys of the values that are there: somebody asked. */
  readonly there: ReadonlySet<string>;
  /** Parts that a template has within itself, with the file they stand in. */
  readonly inline: ReadonlyMap<string, { readonly tree: TemplateTree; readonly in: TemplateFile }>;
  readonly where: TemplateFile;
  /** Where a file of the user's called what comes with the program. */
  readonly caller: { readonly at: Place; readonly part: string } | null;
  readonly depth: number;
};

/** Tells a problem at a place. What is wrong in a part that comes with the program is wrong in how it was called. */
export function tell<Code extends Problem['code']>(
  code: Code,
  node: Node,
  facts: Extract<Problem, { code: Code }>['facts'],
  around: Around,
  checking: Checking,
): void {
  const { caller } = around;
  if (caller === null) {
    checking.tell(problem(code, placeOf(node, around), facts as never));
    return;
  }
  const name = 'name' in facts ? String(facts.name) : code;
  checking.tell(problem('part-needs', caller.at, { part: caller.part, names: [name] }));
}

export function placeOf({ loc }: Pick<Node, 'loc'>, { where }: Around): Place {
  return { file: where.file, line: loc.start.line, column: loc.start.column + 1 };
}
