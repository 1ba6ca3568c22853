import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { lineages } from './lineage.ts';
import { changeKindOf } from './migration-format.ts';
import { list, type Named, type Outline, record } from './outline.ts';
import { compareVersions, isVersion } from './version.ts';

/** Migrations out of order, and changes from what is still there or to what is not. */
export function checkMigrations(file: YamlFile, names: Outline): readonly Problem[] {
  const steps = stepsIn(file);
  const past: Past = {
    file,
    asked: new Map([...names.profile, ...names.questions].map((named) => [named.id, named])),
    names,
    lineageOf: lineages(
      steps.map(({ of, from, to }) => ({ of: of?.id ?? null, from: ids(from), to: ids(to) })),
    ),
    lastFrom: lastPlaces(steps, 'from'),
    lastTo: lastPlaces(steps, 'to'),
  };
  return [
    ...checkOrder(file),
    ...checkTwice(steps, file),
    ...steps.flatMap((step, index) =>
      step.of === null
        ? checkQuestions(step, index, past)
        : checkOptions(step, step.of, index, past),
    ),
  ];
}

type Ref = { readonly id: string; readonly path: Path };

/** A change as far as it can be read. */
type Step = {
  readonly migration: number;
  readonly of: Ref | null;
  readonly from: readonly Ref[];
  readonly to: readonly Ref[];
};

type Past = {
  readonly file: YamlFile;
  readonly names: Outline;
  readonly asked: ReadonlyMap<string, Named>;
  readonly lineageOf: ReturnType<typeof lineages>;
  /** The last change that an id goes by, and the last that leads to it. */
  readonly lastFrom: ReadonlyMap<string, number>;
  readonly lastTo: ReadonlyMap<string, number>;
};

// What is no change at all was told with the shape.
function stepsIn(file: YamlFile): readonly Step[] {
  return list(record(file.data).migrations).flatMap((migration, index) =>
    list(record(migration).changes).flatMap((written, place): readonly Step[] => {
      const path: Path = ['migrations', index, 'changes', place];
      const kind = changeKindOf(record(written));
      if (kind === null) return [];
      const refs = (key: string): readonly Ref[] => {
        const value = record(written)[key];
        const each: readonly (readonly [unknown, Path])[] = Array.isArray(value)
          ? value.map((id, item) => [id, [...path, key, item]] as const)
          : [[value, [...path, key]]];
        return each.flatMap(([id, at]) =>
          typeof id === 'string' || typeof id === 'number' ? [{ id: String(id), path: at }] : [],
        );
      };
      const [of = null] = refs('of');
      if ('of' in record(written) && of === null) return [];
      return [{ migration: index, of, from: refs(kind), to: [...refs('to'), ...refs('into')] }];
    }),
  );
}

function ids(refs: readonly Ref[]): readonly string[] {
  return refs.map(({ id }) => id);
}

function lastPlaces(steps: readonly Step[], side: 'from' | 'to'): ReadonlyMap<string, number> {
  return new Map(
    steps.flatMap((step, index) =>
      step[side].map(({ id }) => [keyOf(step.of, id), index] as const),
    ),
  );
}

function keyOf(of: Ref | { readonly id: string } | null, id: string): string {
  return of === null ? id : `${of.id} ${id}`;
}

function checkOrder(file: YamlFile): readonly Problem[] {
  const { version } = record(file.data);
  let before: string | null = null;
  return list(record(file.data).migrations).flatMap((migration, index): readonly Problem[] => {
    const { to } = record(migration);
    if (!isVersion(to)) return [];
    const outside = (bound: string) => [
      problem('out-of-range', file.at(['migrations', index, 'to']), { found: to, bound }),
    ];
    if (before !== null && compareVersions(to, before) <= 0) return outside(`> ${before}`);
    before = to;
    if (!isVersion(version) || compareVersions(to, version) <= 0) return [];
    const facts = { found: to, bound: `≤ ${version}`, of: 'version' } as const;
    return [problem('out-of-range', file.at(['migrations', index, 'to']), facts)];
  });
}

// Within a migration an id goes once and a question comes once; what came does not go again.
function checkTwice(steps: readonly Step[], file: YamlFile): readonly Problem[] {
  const gone = new Set<string>();
  const come = new Set<string>();
  return steps.flatMap(({ migration, of, from, to }): readonly Problem[] => {
    const keyIn = ({ id }: Ref) => `${migration} ${keyOf(of, id)}`;
    const wrongFrom = from.flatMap((ref) => {
      const key = keyIn(ref);
      const at = file.at(ref.path);
      if (come.has(key)) return [problem('changed-before', at, { id: ref.id })];
      return isFirst(key, gone) ? [] : [problem('duplicate-id', at, { id: ref.id })];
    });
    // That two options become one needs no merging by name.
    const here = of === null ? come : new Set<string>();
    const wrongTo = to.flatMap((ref) =>
      isFirst(keyIn(ref), here) ? [] : [problem('duplicate-id', file.at(ref.path), { id: ref.id })],
    );
    for (const key of here) come.add(key);
    return [...wrongFrom, ...wrongTo];
  });
}

function isFirst(key: string, seen: Set<string>): boolean {
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}

function checkQuestions({ from, to }: Step, index: number, past: Past): readonly Problem[] {
  const { file, names, asked } = past;
  const isQuestion = from[0]?.id.includes('.') ?? false;
  const what = isQuestion ? 'question' : 'profile';
  const isKind = ({ id }: Ref) => id.includes('.') === isQuestion;
  const known = () => (isQuestion ? names.questions : names.profile).map(({ id }) => id);
  const otherKind = from.filter((ref) => !isKind(ref));
  const strangers = to.filter(
    (ref) => !(isKind(ref) && asked.has(ref.id)) && !isLater(past.lastFrom, ref.id, index),
  );
  const still = from.filter(
    ({ id }) => asked.has(id) && !isLater(past.lastTo, id, index) && !isAmong(to, id),
  );
  const form = isQuestion ? 'question-id' : 'id';
  return [
    ...otherKind.map(({ id, path }) => problem('malformed', file.at(path), { found: id, form })),
    ...strangers.map(({ id, path }) =>
      problem('unknown-id', file.at(path), { what, id, nearest: nearest(id, known()) }),
    ),
    ...still.map(({ id, path }) => problem('still-there', file.at(path), { id, of: null })),
  ];
}

function checkOptions({ from, to }: Step, of: Ref, index: number, past: Past): readonly Problem[] {
  const { file, names, asked } = past;
  if (!asked.has(of.id) && !isLater(past.lastFrom, of.id, index)) {
    const what = of.id.includes('.') ? 'question' : 'profile';
    const known = (what === 'question' ? names.questions : names.profile).map(({ id }) => id);
    const facts = { what, id: of.id, nearest: nearest(of.id, known) } as const;
    return [problem('unknown-id', file.at(of.path), facts)];
  }
  const lineage = past.lineageOf(of.id, index + 1);
  const finals = lineage.finals.flatMap((id) => asked.get(id) ?? []);
  if (finals.some(({ kind }) => kind === 'text' || kind === 'number')) {
    return [problem('no-options', file.at(of.path), { id: of.id })];
  }
  const allowed = [...new Set(finals.flatMap(({ options }) => options))];
  const later = (places: Past['lastTo'], id: string) =>
    lineage.names.some((name) => isLater(places, keyOf({ id: name }, id), index));
  const strangers = to.filter(
    ({ id }) => finals.length > 0 && !allowed.includes(id) && !later(past.lastFrom, id),
  );
  // A level is a number: it is still there, and means something else.
  const named = finals.filter(({ kind }) => kind !== 'level').flatMap(({ options }) => options);
  const still = from.filter(
    ({ id }) => named.includes(id) && !later(past.lastTo, id) && !isAmong(to, id),
  );
  return [
    ...strangers.map(({ id, path }) =>
      problem('unknown-option', file.at(path), {
        of: of.id,
        option: id,
        allowed,
        nearest: nearest(id, allowed),
      }),
    ),
    ...still.map(({ id, path }) => problem('still-there', file.at(path), { id, of: of.id })),
  ];
}

function isLater(places: ReadonlyMap<string, number>, key: string, index: number): boolean {
  return (places.get(key) ?? -1) > index;
}

function isAmong(refs: readonly Ref[], id: string): boolean {
  return refs.some((ref) => ref.id === id);
}
