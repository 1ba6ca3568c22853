import type * as z from 'zod';
import { safeParse } from 'zod';
import type { Path } from './problem.ts';

type AnyType = z.core.$ZodType;

/** A schema with its wrappers taken off: what stands behind optional, default, transform, lazy; all of a union. */
function alternativesOf(type: AnyType): readonly AnyType[] {
  const def = (type as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return alternativesOf(def.innerType);
    case 'pipe':
      return alternativesOf(def.in);
    case 'lazy':
      return alternativesOf(def.getter());
    case 'union':
      return def.options.flatMap(alternativesOf);
    default:
      return [type];
  }
}

/** What a schema says of one key (or index) of a value. */
function childrenOf(type: AnyType, key: string | number): readonly AnyType[] {
  const def = (type as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object': {
      const child = Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall;
      return child ? [child] : [];
    }
    case 'array':
      return [def.element];
    case 'record':
      return [def.valueType];
    default:
      return [];
  }
}

/** The keys that an object schema names; none for anything else. */
function keysOf(type: AnyType): readonly string[] {
  const def = (type as z.core.$ZodTypes)._zod.def;
  return def.type === 'object' ? Object.keys(def.shape) : [];
}

/** The keys a schema knows at a path, of every alternative where there are several. */
export function keysAt(schema: AnyType, path: Path): readonly string[] {
  let here = alternativesOf(schema);
  for (const key of path)
    here = here.flatMap((type) => childrenOf(type, key)).flatMap(alternativesOf);
  return [...new Set(here.flatMap(keysOf))];
}

/** What stands at a path by a schema: `object`, `array`, `record` …, each way it can be. */
export function kindsAt(schema: AnyType, path: Path): readonly string[] {
  let here = alternativesOf(schema);
  for (const key of path)
    here = here.flatMap((type) => childrenOf(type, key)).flatMap(alternativesOf);
  return here.map((type) => (type as z.core.$ZodTypes)._zod.def.type);
}

/** The words a schema allows at a path; none where anything else can stand there. */
export function wordsAt(schema: AnyType, path: Path): readonly string[] {
  let here = alternativesOf(schema);
  for (const key of path)
    here = here.flatMap((type) => childrenOf(type, key)).flatMap(alternativesOf);
  const words = here.map((type) => {
    const def = (type as z.core.$ZodTypes)._zod.def;
    if (def.type === 'literal') return def.values.map(String);
    return def.type === 'enum' ? Object.values(def.entries).map(String) : null;
  });
  return words.includes(null) ? [] : [...new Set(words.flatMap((some) => some ?? []))];
}

/**
 * Finds every value that stands where a schema allows one of the wanted types, whether or not it fits.
 *
 * @param wanted types by name, unwrapped on the way (a transform around an object counts as the object)
 * @returns the finds in reading order, each place once; not those that could be of an unwanted type as well
 */
export function findByType<Name extends string>(
  schema: AnyType,
  data: unknown,
  wanted: Readonly<Record<Name, AnyType>>,
): readonly { readonly name: Name; readonly value: unknown; readonly path: Path }[] {
  const names = new Map<AnyType, Name>();
  for (const name of Object.keys(wanted) as Name[]) {
    for (const type of alternativesOf(wanted[name])) names.set(type, name);
  }
  const next = steps();
  const finds: { name: Name; value: unknown; path: Path }[] = [];
  const walk = (types: readonly AnyType[], value: unknown, path: Path): void => {
    if (value === null || typeof value !== 'object') return;
    const [name, ...others] = types.filter(isObject).map((type) => names.get(type));
    if (name !== undefined && others.every((other) => other === name)) {
      finds.push({ name, value, path });
      return;
    }
    const isList = Array.isArray(value);
    for (const [key, part] of Object.entries(value)) {
      if (part === null || typeof part !== 'object') continue;
      const below = next(types, isList ? Number(key) : key, part);
      if (below.length > 0) walk(below, part, [...path, isList ? Number(key) : key]);
    }
  };
  walk(alternativesOf(schema), data, []);
  return finds;
}

// What may stand below a key of some types, by the kind the value says it is. A file asks the same again and again.
function steps(): (
  types: readonly AnyType[],
  key: string | number,
  part: object,
) => readonly AnyType[] {
  const known = new Map<readonly AnyType[], Map<string, Step>>();
  return (types, key, part) => {
    const name = String(typeof key === 'number' ? 0 : key);
    const ofTypes = known.get(types) ?? new Map<string, Step>();
    known.set(types, ofTypes);
    const step = ofTypes.get(name) ?? stepOf(types, key);
    ofTypes.set(name, step);
    const kind = step.discriminators
      .map((discriminator) => (part as Readonly<Record<string, unknown>>)[discriminator])
      .join(' ');
    const below = step.byKind.get(kind) ?? [
      ...new Set(step.children.flatMap((child) => alternativesFor(child, part))),
    ];
    step.byKind.set(kind, below);
    return below;
  };
}

type Step = {
  readonly children: readonly AnyType[];
  readonly discriminators: readonly string[];
  readonly byKind: Map<string, readonly AnyType[]>;
};

function stepOf(types: readonly AnyType[], key: string | number): Step {
  const children = types.flatMap((type) => childrenOf(type, key));
  const unions = children.flatMap((child) => discriminatedUnion(child) ?? []);
  return {
    children,
    discriminators: unions.map(({ discriminator }) => discriminator),
    byKind: new Map(),
  };
}

function isObject(type: AnyType): boolean {
  return (type as z.core.$ZodTypes)._zod.def.type === 'object';
}

// Of kinds that a value tells apart by a key, the one it names; all of them where it names none there is.
function alternativesFor(type: AnyType, value: unknown): readonly AnyType[] {
  const alternatives = alternativesOf(type);
  const union = discriminatedUnion(type);
  if (union === null || value === null || typeof value !== 'object') return alternatives;
  const named = (value as Readonly<Record<string, unknown>>)[union.discriminator];
  const fitting = union.options
    .flatMap(alternativesOf)
    .filter((option) =>
      childrenOf(option, union.discriminator).some((child) => safeParse(child, named).success),
    );
  return fitting.length > 0 ? fitting : alternatives;
}

function discriminatedUnion(type: AnyType) {
  const def = (type as z.core.$ZodTypes)._zod.def;
  if (def.type !== 'union' || !('discriminator' in def)) return null;
  return { discriminator: String(def.discriminator), options: def.options };
}
