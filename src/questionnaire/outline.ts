import type { Path } from '../shared/problem.ts';

/** What can be named in a questionnaire: gathered from raw data, so that a broken file can still be checked whole. */
export type Outline = {
  readonly languages: readonly string[];
  readonly profile: readonly Named[];
  readonly questions: readonly NamedQuestion[];
  readonly hurdles: readonly {
    readonly id: string;
    readonly path: Path;
    readonly scored: boolean;
  }[];
  readonly groups: readonly { readonly id: string; readonly path: Path }[];
  readonly roles: readonly string[];
  readonly scales: readonly string[];
  readonly worksheets: readonly string[];
};

/** A profile or other question, with what can be answered. */
export type Named = {
  readonly id: string;
  readonly kind: string;
  /** Option ids; for a level question its numbers as text. */
  readonly options: readonly string[];
  readonly ordered: boolean;
  readonly required: boolean;
  readonly path: Path;
};

export type NamedQuestion = Named & {
  readonly hasRecommendation: boolean;
  readonly requires: readonly string[];
};

/** Reads off what a questionnaire names. Tolerant: what is not there, or of another shape, is left out. */
export function outline(data: unknown): Outline {
  const root = record(data);
  const hurdles = list(root.hurdles).map((hurdle, index) => ({
    node: record(hurdle),
    path: ['hurdles', index] as Path,
  }));
  const branches = hurdles.flatMap(({ node, path }) => branchesOf(node, path));
  const questions = branches.flatMap(({ node, path }) =>
    list(node.questions).map((question, index) =>
      namedQuestion(record(question), [...path, 'questions', index]),
    ),
  );
  return {
    languages: list(root.languages).filter(isText),
    profile: list(root.profile).map((item, index) =>
      named(record(item), ['profile', index], 'text'),
    ),
    questions,
    hurdles: hurdles.map(({ node, path }) => ({
      id: text(node.id),
      path,
      scored: questions.some(
        (question) => question.kind !== 'text' && question.path[1] === path[1],
      ),
    })),
    groups: branches
      .filter(({ path }) => path.length > 2)
      .map(({ node, path }) => ({ id: text(node.id), path })),
    roles: ids(root.roles),
    scales: Object.keys(record(root.scales)),
    worksheets: ids(root.worksheets),
  };
}

/** The value if it is a list, else an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a map, else an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The ids of a list of maps. */
export function ids(value: unknown): readonly string[] {
  return list(value).map((item) => text(record(item).id));
}

function branchesOf(
  node: Readonly<Record<string, unknown>>,
  path: Path,
): readonly { node: Readonly<Record<string, unknown>>; path: Path }[] {
  return [
    { node, path },
    ...list(node.groups).flatMap((group, index) =>
      branchesOf(record(group), [...path, 'groups', index]),
    ),
  ];
}

function named(node: Readonly<Record<string, unknown>>, path: Path, usualKind: string): Named {
  const kind = isText(node.kind) ? node.kind : usualKind;
  return {
    id: text(node.id),
    kind,
    options:
      kind === 'level'
        ? list(node.options).map((_option, level) => String(level))
        : ids(node.options),
    ordered: isSaid(node.ordered),
    required: isSaid(node.required),
    path,
  };
}

// `ja` and `yes` are no booleans, which is told; what they are meant to say is not missed beside it.
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

function namedQuestion(node: Readonly<Record<string, unknown>>, path: Path): NamedQuestion {
  return {
    ...named(node, path, 'level'),
    hasRecommendation: node.recommendation !== undefined,
    requires: list(record(node.recommendation).requires).filter(isText),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function text(value: unknown): string {
  return isText(value) ? value : '';
}

/** What stands at a path, or undefined. */
export function nodeAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (Array.isArray(node) ? node[key as number] : record(node)[key]),
    data,
  );
}
