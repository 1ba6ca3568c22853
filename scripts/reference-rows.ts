export type Json = { readonly [key: string]: unknown };

/** What a key may hold, in pieces that each language has words for. */
export type Type =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'number'; readonly whole: boolean; readonly bounds: Bounds }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'map'; readonly of: Type }
  | { readonly kind: 'either'; readonly of: readonly Type[] };

export type Bounds = {
  readonly least: number | null;
  readonly most: number | null;
  readonly above: number | null;
};

/** A key of the format. */
export type Row = {
  /** From the part's beginning; `[]` is any entry of a list, `*` any key of a map. */
  readonly path: string;
  readonly type: Type;
  readonly required: boolean;
  readonly fallback: unknown;
  /** In English; of several meanings each. */
  readonly description: string;
};

/** Where a schema points to, by the name of its definition: the part of the page that tells it. */
export type PartOf = (name: string) => string;

/**
 * Reads the keys off objects of a schema, those within them included, in the order of the schema.
 *
 * @param objects the alternatives there are; a key of several is told once
 * @param elsewhere the keys that have a part of their own; they are told without what is in them
 */
export function rowsOf(
  objects: readonly Json[],
  partOf: PartOf,
  elsewhere: ReadonlyMap<string, string> = new Map(),
  base = '',
): readonly Row[] {
  const keys = [...new Set(objects.flatMap((object) => Object.keys(propertiesOf(object))))];
  return keys.flatMap((key): readonly Row[] => {
    const path = base === '' ? key : `${base}.${key}`;
    const having = objects.filter((object) => Object.hasOwn(propertiesOf(object), key));
    const nodes = having.map((object) => propertiesOf(object)[key] as Json);
    const part = elsewhere.get(path);
    const own: Row = {
      path,
      type:
        part === undefined ? either(nodes.map((one) => typeOf(one, partOf))) : inPart(nodes, part),
      required: objects.every((object) => (object.required as string[] | undefined)?.includes(key)),
      fallback: nodes.find((one) => one.default !== undefined)?.default,
      description: [...new Set(nodes.flatMap(descriptionsOf))].join(' Or: '),
    };
    if (part !== undefined) return [own];
    // A map that says nothing of its own is the sum of its keys.
    const isTold = own.description !== '' || own.type.kind !== 'word' || own.type.word !== 'map';
    return [
      ...(isTold ? [own] : []),
      ...nodes
        .flatMap(insidesOf)
        .reduce(together, [])
        .flatMap(({ suffix, objects }) => rowsOf(objects, partOf, elsewhere, `${path}${suffix}`)),
    ];
  });
}

/** What a node may hold. */
export function typeOf(node: Json, partOf: PartOf): Type {
  const word = (name: string): Type => ({ kind: 'word', word: name });
  const { $ref, anyOf, oneOf, type, items, additionalProperties, properties } = node;
  if (typeof $ref === 'string') return { kind: 'part', part: partOf($ref.split('/').at(-1) ?? '') };
  const choices = (anyOf ?? oneOf) as readonly Json[] | undefined;
  if (choices) return either(choices.map((one) => typeOf(one, partOf)));
  if (node.const !== undefined) return { kind: 'values', values: [node.const] };
  if (Array.isArray(node.enum)) return { kind: 'values', values: node.enum };
  if (Array.isArray(type)) return either(type.map((one) => typeOf({ type: one }, partOf)));
  switch (type) {
    case 'array':
      return { kind: 'list', of: typeOf((items ?? {}) as Json, partOf) };
    case 'object': {
      const values = additionalProperties as Json | false | undefined;
      const isText = properties && typeof values === 'object';
      const names = node.propertyNames as Json | undefined;
      const isPlainText = names !== undefined && names.pattern === undefined;
      if (isText || isPlainText) return { kind: 'part', part: 'text' };
      if (typeof values === 'object') return { kind: 'map', of: typeOf(values, partOf) };
      return word(properties ? 'map' : 'option');
    }
    case 'number':
    case 'integer':
      return { kind: 'number', whole: type === 'integer', bounds: boundsOf(node) };
    case 'string':
      return word(
        node.format === 'date' ? 'date' : (formOf(String(node.pattern ?? '')) ?? 'string'),
      );
    default:
      return word(String(type ?? 'anything'));
  }
}

// By the patterns of the formats.
const forms: Readonly<Record<string, string>> = {
  '^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$': 'id',
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$': 'question-id',
  '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$': 'version',
  '^[a-z]{2,3}(-[A-Z]{2})?$': 'language',
  '^\\d{1,3}[dw]$': 'duration',
  '^#[0-9a-fA-F]{6}$': 'colour',
};

function formOf(pattern: string): string | undefined {
  if (pattern !== '' && !Object.hasOwn(forms, pattern)) throw new Error(`no word for ${pattern}`);
  return forms[pattern];
}

// What an id says of itself is its form, and told there.
const formDescriptions = ['kebab-case', 'two or more ids joined by dots'];

function descriptionsOf({ description, anyOf, items }: Json): readonly string[] {
  if (typeof description === 'string' && !formDescriptions.includes(description)) {
    return [description];
  }
  const within = (anyOf ?? (items ? [items] : [])) as readonly Json[];
  return within.flatMap(descriptionsOf);
}

function boundsOf({ minimum, maximum, exclusiveMinimum }: Json): Bounds {
  const number = (value: unknown) =>
    typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;
  return { least: number(minimum), most: number(maximum), above: number(exclusiveMinimum) };
}

function inPart(nodes: readonly Json[], part: string): Type {
  const target: Type = { kind: 'part', part };
  if (nodes.some(({ type }) => type === 'array')) return { kind: 'list', of: target };
  const isMap = nodes.some(({ additionalProperties }) => typeof additionalProperties === 'object');
  return isMap ? { kind: 'map', of: target } : target;
}

function either(types: readonly Type[]): Type {
  const flat = types.flatMap((type) => (type.kind === 'either' ? type.of : [type]));
  const values = flat.flatMap((type) => (type.kind === 'values' ? type.values : []));
  const items = flat.flatMap((type) => (type.kind === 'list' ? [type.of] : []));
  const all: Type[] = [
    ...(values.length > 0 ? [{ kind: 'values', values: [...new Set(values)] } as const] : []),
    ...flat.filter(({ kind }) => kind !== 'values' && kind !== 'list'),
    ...(items.length > 0 ? [{ kind: 'list', of: either(items) } as const] : []),
  ];
  const known = new Set<string>();
  const once = all.filter((type) => {
    const isNew = !known.has(JSON.stringify(type));
    known.add(JSON.stringify(type));
    return isNew;
  });
  const [only] = once;
  return once.length === 1 && only ? only : { kind: 'either', of: once };
}

type Inside = { readonly suffix: string; readonly objects: readonly Json[] };

// The objects within a node: itself, an entry of a list, a value of a map, an alternative. What has a definition of
// its own is told there.
function insidesOf(node: Json): readonly Inside[] {
  const { anyOf, oneOf, items, properties, additionalProperties } = node;
  const deeper = (suffix: string, part: unknown) =>
    typeof part === 'object' && part !== null
      ? insidesOf(part as Json).map((one) => ({ ...one, suffix: `${suffix}${one.suffix}` }))
      : [];
  return [
    ...(properties ? [{ suffix: '', objects: [node] }] : []),
    ...((anyOf ?? oneOf ?? []) as readonly Json[]).flatMap(insidesOf),
    ...deeper('[]', items),
    ...(properties ? [] : deeper('.*', additionalProperties)),
  ];
}

function together(all: readonly Inside[], one: Inside): readonly Inside[] {
  const place = all.findIndex(({ suffix }) => suffix === one.suffix);
  const before = all[place];
  if (before === undefined) return [...all, one];
  return all.with(place, { ...before, objects: [...before.objects, ...one.objects] });
}

function propertiesOf({ properties }: Json): Json {
  return (properties ?? {}) as Json;
}
