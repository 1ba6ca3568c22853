import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem, type ReferredThing } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { ids, list, nodeAt, type Outline, record } from './outline.ts';

/** Ids that name nothing, prerequisites without advice, hurdles without a question that counts. */
export function checkReferences(file: YamlFile, names: Outline): readonly Problem[] {
  const refer = referrer(file, names);
  const { listed } = refer;
  return [
    ...names.hurdles.flatMap(({ id, path, scored }) => [
      ...refer.one('scale', [...path, 'scale']),
      ...(scored ? [] : [problem('nothing-scored', file.at(path), { hurdle: id })]),
    ]),
    ...refer.one('profile', ['targets', 'by']),
    ...listed(['targets', 'modifiers']).flatMap((path) => refer.each('question', [...path, 'for'])),
    ...names.questions.flatMap(({ path }) => [
      ...refer.each('role', [...path, 'roles']),
      ...checkAdvice([...path, 'recommendation'], file, names, refer),
    ]),
    ...listed(['gates'])
      .flatMap((gate) => listed([...gate, 'limits']))
      .flatMap((limit) => [
        ...refer.one('hurdle', [...limit, 'hurdle']),
        ...refer.one('question', [...limit, 'question']),
        ...refer.one('question', [...limit, 'atMost', 'answerOf']),
      ]),
    ...listed(['verdicts']).flatMap((verdict) => [
      ...refer.each('question', [...verdict, 'first']),
      ...refer.each('question', [...verdict, 'defers']),
    ]),
    ...listed(['facts']).flatMap((fact) => refer.each('hurdle', [...fact, 'hurdles'])),
    ...listed(['cases']).flatMap((path) => checkCase(path, refer)),
  ];
}

/** Ways to hold what stands at a path against what there is. */
type Referrer = {
  readonly one: (what: ReferredThing, path: Path) => readonly Problem[];
  readonly each: (what: ReferredThing, path: Path) => readonly Problem[];
  readonly keys: (what: ReferredThing, path: Path) => readonly Problem[];
  /** The paths of a list's entries. */
  readonly listed: (path: Path) => readonly Path[];
};

function referrer(file: YamlFile, names: Outline): Referrer {
  const root = record(file.data);
  const known: Readonly<Record<ReferredThing, readonly string[]>> = {
    hurdle: names.hurdles.map(({ id }) => id),
    question: names.questions.map(({ id }) => id),
    profile: names.profile.map(({ id }) => id),
    scale: names.scales,
    role: names.roles,
    worksheet: names.worksheets,
    gate: ids(root.gates),
    verdict: ids(root.verdicts),
  };
  const listed = (path: Path) =>
    list(nodeAt(file.data, path)).map((_entry, index) => [...path, index]);
  const stranger = (what: ReferredThing, id: string, at: Problem['at']) =>
    known[what].includes(id)
      ? []
      : [problem('unknown-id', at, { what, id, nearest: nearest(id, known[what]) })];
  const one = (what: ReferredThing, path: Path) => {
    const id = nodeAt(file.data, path);
    return typeof id === 'string' ? stranger(what, id, file.at(path)) : [];
  };
  return {
    one,
    each: (what, path) => listed(path).flatMap((entry) => one(what, entry)),
    keys: (what, path) =>
      Object.keys(record(nodeAt(file.data, path))).flatMap((id) =>
        stranger(what, id, file.keyAt([...path, id])),
      ),
    listed,
  };
}

function checkAdvice(
  path: Path,
  file: YamlFile,
  names: Outline,
  refer: Referrer,
): readonly Problem[] {
  const unadvised = names.questions.filter(({ hasRecommendation }) => !hasRecommendation);
  const requires = refer.listed([...path, 'requires']).flatMap((entry) => {
    const id = nodeAt(file.data, entry);
    return unadvised.some((question) => question.id === id)
      ? [problem('no-recommendation', file.at(entry), { id: String(id) })]
      : refer.one('question', entry);
  });
  return [
    ...refer.one('role', [...path, 'owner']),
    ...refer.one('worksheet', [...path, 'worksheet']),
    ...refer.each('question', [...path, 'helps']),
    ...requires,
  ];
}

function checkCase(path: Path, refer: Referrer): readonly Problem[] {
  return [
    ...refer.keys('profile', [...path, 'given', 'profile']),
    ...refer.keys('question', [...path, 'given', 'answers']),
    ...refer.keys('hurdle', [...path, 'expect', 'hurdles']),
    ...refer.each('gate', [...path, 'expect', 'gates']),
    ...refer.each('verdict', [...path, 'expect', 'verdicts']),
    ...refer.each('verdict', [...path, 'expect', 'notVerdicts']),
    ...refer.each('question', [...path, 'expect', 'firstSteps']),
    ...refer.each('question', [...path, 'expect', 'notSteps']),
  ];
}
