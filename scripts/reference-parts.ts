import { type Json, type Row, rowsOf } from './reference-rows.ts';

/** A part of the reference: what belongs together, in tables. */
export type Part = { readonly id: string; readonly tables: readonly Table[] };

/** The keys of a part, or those that only one kind of it has. */
export type Table = {
  /** Null for what all kinds have. */
  readonly kind: string | null;
  readonly rows: readonly Row[];
};

// Definitions of the schema, and the parts that tell them.
const parts: Readonly<Record<string, string>> = {
  Text: 'text',
  Scale: 'scales',
  ProfileQuestion: 'profile',
  Question: 'questions',
  Group: 'groups',
  Recommendation: 'recommendation',
  Condition: 'conditions',
  Migration: 'migrations',
};

// Keys of the root that have a part of their own.
const ownParts = [
  'method',
  'scales',
  'roles',
  'notes',
  'profile',
  'targets',
  'hurdles',
  'gates',
  'verdicts',
  'contradictions',
  'worksheets',
  'facts',
  'hints',
  'cases',
  'migrations',
];

/** Reads the parts of the reference off the schema of questionnaires, in the order in which one reads about them. */
export function referenceParts(schema: Json): readonly Part[] {
  const definitions = schema.$defs as Readonly<Record<string, Json>>;
  const defined = (name: string): Json => definitions[name] ?? {};
  const partOf = (name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part tells ${name}`);
    return part;
  };
  const root = defined('Questionnaire');
  const inRoot = (key: string) => (root.properties as Json)[key] as Json;
  const itemOf = (list: Json) => list.items as Json;
  const plain = (id: string, ...objects: readonly Json[]): Part => ({
    id,
    tables: [{ kind: null, rows: rowsOf(objects, partOf) }],
  });
  const ofRoot = (id: string) => plain(id, itemOf(inRoot(id)));
  const kinds = (id: string, definition: Json): Part => ({
    id,
    tables: byKind(definition.oneOf as readonly Json[], (objects) => rowsOf(objects, partOf)),
  });
  const elsewhere = new Map(ownParts.map((part) => [part, part]));
  return [
    { id: 'root', tables: [{ kind: null, rows: rowsOf([root], partOf, elsewhere) }] },
    plain('text', defined('Text')),
    plain('scales', itemOf(defined('Scale'))),
    ofRoot('roles'),
    kinds('profile', defined('ProfileQuestion')),
    plain('targets', inRoot('targets')),
    ofRoot('hurdles'),
    plain('groups', defined('Group')),
    kinds('questions', defined('Question')),
    plain('recommendation', defined('Recommendation')),
    conditions(defined('Condition'), partOf),
    ofRoot('gates'),
    ofRoot('verdicts'),
    ofRoot('contradictions'),
    ofRoot('notes'),
    ofRoot('worksheets'),
    ofRoot('facts'),
    ofRoot('hints'),
    plain('method', inRoot('method')),
    ofRoot('cases'),
    plain('migrations', defined('Migration')),
    extending(definitions, partOf),
  ];
}

// What all kinds have is told once, then what all scored ones have, then each kind's own.
function byKind(
  kinds: readonly Json[],
  rows: (objects: readonly Json[]) => readonly Row[],
): readonly Table[] {
  const nameOf = (kind: Json) => String(((kind.properties as Json).kind as Json).const);
  const top = ({ path }: Row) => path.split(/[.[]/)[0] ?? '';
  const has = (kind: Json, row: Row) => Object.hasOwn(kind.properties as Json, top(row));
  const alike = (row: Row, among: readonly Json[]) => {
    const written = among.map((kind) => JSON.stringify((kind.properties as Json)[top(row)]));
    return top(row) === 'kind' || written.every((one) => one === written[0]);
  };
  const scored = kinds.filter((kind) => Object.hasOwn(kind.properties as Json, 'target'));
  const inAll = (among: readonly Json[]) => (row: Row) =>
    among.length > 0 && among.every((kind) => has(kind, row)) && alike(row, among);
  const common = rows(kinds).filter(inAll(kinds));
  const ofScored = rows(scored).filter((row) => inAll(scored)(row) && !inAll(kinds)(row));
  return [
    { kind: null, rows: common },
    ...(ofScored.length > 0 ? [{ kind: 'scored', rows: ofScored }] : []),
    ...kinds.map((kind) => ({
      kind: nameOf(kind),
      rows: rows([kind]).filter(
        (row) => !inAll(kinds)(row) && !(scored.includes(kind) && inAll(scored)(row)),
      ),
    })),
  ].filter(({ rows: some }) => some.length > 0);
}

// A map of comparisons: what joins them, and the ways to compare.
function conditions(condition: Json, partOf: (name: string) => string): Part {
  const [comparison = {}] = (condition.additionalProperties as Json).anyOf as readonly Json[];
  return {
    id: 'conditions',
    tables: [
      { kind: null, rows: rowsOf([condition], partOf) },
      { kind: 'comparison', rows: rowsOf([comparison], partOf) },
    ],
  };
}

// What only a questionnaire that builds on another can say: of itself, and of any entry with an id.
function extending(
  definitions: Readonly<Record<string, Json>>,
  partOf: (name: string) => string,
): Part {
  const pick = (object: Json | undefined, keys: readonly string[]): Json => {
    const known = (object?.properties ?? {}) as Json;
    return { properties: Object.fromEntries(keys.map((key) => [key, known[key]])), required: [] };
  };
  const own = pick(definitions.Extension, ['extends']);
  const entry = pick(definitions.GroupChange, ['remove', 'before', 'after']);
  return {
    id: 'extending',
    tables: [
      { kind: null, rows: rowsOf([own], partOf) },
      { kind: 'entry', rows: rowsOf([entry], partOf) },
    ],
  };
}
