/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** What a name in a template stands for: what it can be, and what it is called. */
export type Value = {
  /** What it can be; `{}` is anything. */
  readonly kinds: readonly Schema[];
  /** It can be null. */
  readonly mayMiss: boolean;
  /** The way to it from the whole, the same for the same value; what was asked for is remembered by it. */
  readonly key: string;
  /** As the template says it. */
  readonly said: string;
  /** What a call of a part adds to it. */
  readonly own?: ReadonlyMap<string, Value>;
};

/** Reads values off a schema. */
export type Values = {
  readonly root: Value;
  /** What a value has under a name; null where it cannot have it. */
  readonly part: (value: Value, name: string) => Value | null;
  /** Any item of a list, any value of a map; null where it is neither. */
  readonly item: (value: Value) => Value | null;
  /** What a value has under a name that is not known before it is shown. */
  readonly anything: (said: string) => Value;
};

/** Makes the reader of the values of a schema. */
export function valuesOf(schema: Schema): Values {
  const definitions = (schema.$defs ?? {}) as Readonly<Record<string, Schema>>;
  const kindsOf = (node: Schema): readonly Schema[] => {
    if (typeof node.$ref === 'string') {
      const name = node.$ref.split('/').at(-1) ?? '';
      return kindsOf(definitions[name] ?? {});
    }
    const choices = (node.anyOf ?? node.oneOf) as readonly Schema[] | undefined;
    return choices ? choices.flatMap(kindsOf) : [node];
  };
  const value = (node: Schema, key: string, said: string): Value => {
    const kinds = kindsOf(node);
    return {
      kinds: kinds.filter(({ type }) => type !== 'null'),
      mayMiss: kinds.some(({ type }) => type === 'null'),
      key,
      said,
    };
  };
  return {
    root: value(schema, '', 'this'),
    anything: (said) => value({}, `?${said}`, said),
    part: (whole, name) => {
      const own = whole.own?.get(name);
      if (own) return own;
      const found = whole.kinds.flatMap((kind) => partOf(kind, name) ?? []);
      if (found.length === 0) return null;
      const said = whole.said === 'this' || whole.said === '' ? name : `${whole.said}.${name}`;
      return value({ anyOf: found }, `${whole.key}.${name}`, said);
    },
    item: (whole) => {
      const found = whole.kinds.flatMap((kind) => itemOf(kind) ?? []);
      if (found.length === 0) return null;
      return value({ anyOf: found }, `${whole.key}[]`, 'this');
    },
  };
}

/** The names a value has parts under. */
export function namesIn({ kinds, own }: Value): readonly string[] {
  const names = kinds.flatMap(({ properties }) => Object.keys(Object(properties)));
  return [...new Set([...names, ...(own?.keys() ?? [])])];
}

/** What a value is when it is printed: something to read, or something with parts. */
export function shapeOf({ kinds }: Value): 'text' | 'list' | 'parts' {
  if (kinds.some(({ type }) => type === 'object')) return 'parts';
  return kinds.some(({ type }) => type === 'array') ? 'list' : 'text';
}

/** The words a value can be, where only a few can; null where any text can. */
export function wordsOf({ kinds }: Value): readonly string[] | null {
  const words = kinds.map((kind) => kind.enum ?? (kind.const === undefined ? null : [kind.const]));
  return words.length > 0 && words.every(Array.isArray) ? words.flat().map(String) : null;
}

function partOf(kind: Schema, name: string): Schema | null {
  if (isAnything(kind)) return {};
  const properties = Object(kind.properties) as Readonly<Record<string, Schema>>;
  if (Object.hasOwn(properties, name)) return properties[name] ?? null;
  if (kind.type === 'object') return mapped(kind);
  if (name === 'length' && (kind.type === 'array' || kind.type === 'string')) {
    return { type: 'number' };
  }
  return kind.type === 'array' && /^\d+$/.test(name) ? itemOf(kind) : null;
}

function itemOf(kind: Schema): Schema | null {
  if (isAnything(kind)) return {};
  if (kind.type === 'array') return (kind.items ?? {}) as Schema;
  return mapped(kind);
}

function mapped({ additionalProperties }: Schema): Schema | null {
  return typeof additionalProperties === 'object' ? (additionalProperties as Schema) : null;
}

function isAnything(kind: Schema): boolean {
  return !['type', 'enum', 'const', 'properties'].some((key) => key in kind);
}
