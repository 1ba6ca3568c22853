import { nearest } from '../shared/nearest.ts';
import { type Path, type Place, type Problem, problem } from '../shared/problem.ts';
import { isPlainMap } from '../shared/yaml-text.ts';
import { checkEntries } from './check-counts.ts';
import { seenFrom } from './check-ids.ts';
import { entriesOf, itemsOf, type Layer, withEntries, withItems, without } from './layer.ts';
import { list, record } from './outline.ts';

type Merged = Layer | { readonly problems: readonly Problem[] };

// What a questionnaire says about itself and about its own past.
const ownKeys = ['extends', 'id', 'version', 'cases', 'migrations'];

/**
 * Lays a questionnaire over the one it extends.
 *
 * Merged key by key are the root, `method`, `scales`, `targets`, `optionScales`, `recommendation`, and whatever has an
 * `id`; lists of what has ids are merged by id. Everything else is replaced as a whole. `key: ~` takes a key away, `[]`
 * empties a list, `remove: true` takes one entry of it; `before: ID` and `after: ID` say where an entry goes, new ones
 * go to the end.
 */
export function mergeLayers(base: Layer, over: Layer): Merged {
  const told: Told = { problems: [], removed: new Map(base.removed) };
  const merged = mergeMaps(without(base, ownKeys), without(over, ['extends']), [], told);
  const { problems, removed } = told;
  return problems.length > 0 ? { problems } : { ...merged, removed };
}

/** What is to be told of a merge beside its outcome. */
type Told = { readonly problems: Problem[]; readonly removed: Map<string, Place> };

function mergeMaps(base: Layer, over: Layer, path: Path, told: Told): Layer {
  const entries = new Map(entriesOf(base));
  for (const [key, layer] of entriesOf(over)) {
    const inherited = entries.get(key);
    // A list with nothing below it was left open; taken away it is by `~`, emptied by `[]`.
    const isOpen = layer.origin.file.isBlank(layer.origin.path);
    if (isOpen && Array.isArray(inherited?.data)) continue;
    // Of what is not there nothing can be taken away: an empty key is told as such. In `method` it is a value.
    if (layer.data === null && inherited && path[0] !== 'method') entries.delete(key);
    else entries.set(key, inherited ? mergeValues(inherited, layer, [...path, key], told) : layer);
  }
  return withEntries(over, entries);
}

function mergeValues(base: Layer, over: Layer, path: Path, told: Told): Layer {
  if (isPlainMap(base.data) && isPlainMap(over.data) && isMergedByKey(path)) {
    return mergeMaps(base, over, path, told);
  }
  const haveIds = [base, over].every(({ data }) => list(data).some((item) => isPlainMap(item)));
  // A text in Indonesian (`id: …`) is no entry with an id.
  const isById = haveIds && list(base.data).every((item) => isId(record(item).id));
  return isById ? mergeLists(base, over, path, told) : over;
}

// Below `method` there is nothing but constants, each with a name.
function isMergedByKey(path: Path): boolean {
  const [first] = path;
  if (first === 'method') return true;
  if (path.length === 1) return ['scales', 'targets', 'optionScales'].includes(String(first));
  return path.at(-1) === 'recommendation';
}

function mergeLists(base: Layer, over: Layer, path: Path, told: Told): Layer {
  const tooMany = [base, over].flatMap(({ data, origin }) =>
    checkEntries(data, origin.path, origin.file),
  );
  if (tooMany.length > 0) {
    told.problems.push(...tooMany);
    return over;
  }
  let items = itemsOf(base);
  const seen = new Map<string, Place>();
  for (const item of itemsOf(over)) {
    const id = idOf(item);
    const { remove, before, after } = record(item.data);
    const at = (key: string) => item.origin.file.at([...item.origin.path, key]);
    const place = items.findIndex((other) => idOf(other) === id);
    const stranger = (key: string, name: unknown) =>
      told.problems.push(
        problem('unknown-id', at(key), {
          what: 'entry',
          id: String(name),
          nearest: nearest(String(name), items.map(idOf)),
        }),
      );
    const first = seen.get(id);
    if (id !== '' && first !== undefined) {
      const facts = { id, first: seenFrom(at('id'), first) };
      told.problems.push(problem('duplicate-id', at('id'), facts));
    } else seen.set(id, at('id'));
    if (remove === true) {
      if (place < 0) stranger('id', id);
      for (const gone of idsIn(items[place]?.data)) told.removed.set(gone, at('id'));
      items = items.filter((_other, index) => index !== place);
      continue;
    }
    const bare = without(item, ['before', 'after']);
    const inherited = items[place];
    // Whoever changes an entry and mistypes its id would else be told all that a new one lacks.
    if (!inherited && isChange(item, items)) stranger('id', id);
    const merged = inherited ? mergeMaps(inherited, bare, [...path, place], told) : bare;
    const neighbour = before ?? after;
    if (neighbour === undefined) {
      items = inherited ? items.with(place, merged) : [...items, merged];
      continue;
    }
    const others = items.filter((_other, index) => index !== place);
    const beside = others.findIndex((other) => idOf(other) === neighbour);
    if (beside < 0) stranger(before === undefined ? 'after' : 'before', neighbour);
    items = others.toSpliced(before === undefined ? beside + 1 : beside, 0, merged);
  }
  return withItems(over, items);
}

// A new entry has a name of its own; what has none, under nearly the same id, was to change one.
function isChange(item: Layer, others: readonly Layer[]): boolean {
  const isNamed = (layer: Layer) => nameKeys.some((key) => Object.hasOwn(record(layer.data), key));
  const isNear = nearest(idOf(item), others.map(idOf)) !== null;
  return isNear && !isNamed(item) && others.every(isNamed);
}

const nameKeys = ['title', 'label', 'limits', 'ask'];

// An entry goes with all that it holds: a hurdle with its questions.
function idsIn(data: unknown): readonly string[] {
  if (data === null || typeof data !== 'object') return [];
  const { id } = record(data);
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(data).flatMap(idsIn)];
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9.-]*$/.test(value);
}

function idOf({ data }: Layer): string {
  const { id } = record(data);
  return typeof id === 'string' ? id : '';
}
